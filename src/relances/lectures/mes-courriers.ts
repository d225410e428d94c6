import type { Base } from '#socle/base';
import { type EtatDeLEnvoi, etatDeLEnvoi } from '../regles/envoi.ts';

export type CourrierRecu = {
  readonly id: string;
  readonly sujet: string;
  readonly creeLe: Date;
  readonly etat: EtatDeLEnvoi;
};

const MONTRES = 20;

/** Where this person's mails go, and the last ones written to them, of every kind. */
export async function lireMesCourriers(
  base: Base,
  personne: string,
): Promise<{ readonly adresse: string | null; readonly recus: readonly CourrierRecu[] }> {
  const [compte, lignes] = await Promise.all([
    base.selectFrom('compte').select('courriel').where('id', '=', personne).executeTakeFirst(),
    base
      .selectFrom('courriel')
      .select(['id', 'sujet', 'cree_le', 'envoye_le', 'abandonne_le', 'essais'])
      .where('compte_id', '=', personne)
      .orderBy('cree_le', 'desc')
      .orderBy('id', 'desc')
      .limit(MONTRES)
      .execute(),
  ]);
  return {
    adresse: compte?.courriel ?? null,
    recus: lignes.map(({ id, sujet, cree_le, ...envoi }) => ({
      id,
      sujet,
      creeLe: cree_le,
      etat: etatDeLEnvoi(envoi),
    })),
  };
}
