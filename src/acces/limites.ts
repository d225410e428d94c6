import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Horloge } from '#socle';
import type { Base } from '#socle/base';
import type { Conservation } from '#socle/travaux';

/** So many times within a window that starts at the first. */
export type Limite = { readonly nombre: number; readonly fenetreS: number };

export type EtatDeLimite = {
  readonly permis: boolean;
  /** How many more times within this window. */
  readonly reste: number;
  /** Seconds before the next window; 0 when allowed. */
  readonly attendreS: number;
};

/**
 * Counts one more try under this key (« connexion:192.0.2.7 », « jeton:… »), and says whether it is within the limit. One
 * statement: two tries at the same instant count for two. The key is kept as a hash: the table holds no address.
 */
export async function limiterDebit(
  base: Base,
  horloge: Horloge,
  cle: string,
  { nombre, fenetreS }: Limite,
): Promise<EtatDeLimite> {
  const maintenant = horloge.maintenant();
  const depart = new Date(maintenant.getTime() - fenetreS * 1_000);
  const { rows } = await sql<{ debut: Date; nombre: number }>`
    insert into limite_de_debit as l (cle, debut, nombre)
    values (${createHash('sha256').update(cle).digest('base64url')}, ${maintenant}, 1)
    on conflict (cle) do update set
      debut = case when l.debut <= ${depart} then excluded.debut else l.debut end,
      nombre = case when l.debut <= ${depart} then 1 else least(l.nombre + 1, 1000000) end
    returning debut, nombre`.execute(base);
  const [ligne] = rows;
  if (ligne === undefined || ligne.nombre <= nombre)
    return { permis: true, reste: nombre - (ligne?.nombre ?? 0), attendreS: 0 };
  const fin = ligne.debut.getTime() + fenetreS * 1_000;
  return { permis: false, reste: 0, attendreS: Math.max(1, Math.ceil((fin - maintenant.getTime()) / 1_000)) };
}

export const conservationDesLimites: Conservation = {
  donnee: 'Compteurs de tentatives (empreintes d’adresses)',
  duree: '1 jour',
  raison: 'Freiner les essais répétés ; aucune fenêtre ne dure davantage.',
  async purger({ base, horloge }) {
    const limite = new Date(horloge.maintenant().getTime() - 86_400_000);
    const { numDeletedRows } = await base.deleteFrom('limite_de_debit').where('debut', '<', limite).executeTakeFirst();
    return Number(numDeletedRows);
  },
};
