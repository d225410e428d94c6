import { sql } from 'kysely';
import type { Base } from '#socle/base';

/** Someone to write to about a remontée, and how many services they would answer for. */
export type Destinataire = { readonly compte: string; readonly courriel: string };

const AU_PLUS = 5_000;

/**
 * The people who can answer for the services asked: those of the service itself (of the profile that answers, when one is
 * said) or of the one the answer was passed on to. Only those of services that have not answered, with `enAttente`. Each
 * person once, however many services they would answer for.
 */
export async function quiPeutRepondre(
  base: Base,
  remontee: { readonly id: string; readonly profil: string | null },
  filtre: { readonly enAttente?: boolean; readonly cible?: number } = {},
): Promise<readonly Destinataire[]> {
  const { rows } = await sql<Destinataire>`
    select distinct on (p.id) p.id as compte, p.courriel
    from remontee_cible c
    join compte p on p.organisation_id = coalesce(c.delegue_a, c.organisation_id)
      and (c.delegue_a is not null or ${remontee.profil}::text is null or p.profil = ${remontee.profil})
    where c.remontee_id = ${remontee.id} and p.genre = 'personne' and p.ferme_le is null and p.courriel is not null
      and p.profil not in ('presidence', 'premier_ministre', 'cabinet', 'administration_centrale')
      and (${filtre.enAttente !== true} or not c.repondu)
      and (${filtre.cible ?? null}::bigint is null or c.id = ${filtre.cible ?? null})
    order by p.id
    limit ${AU_PLUS}`.execute(base);
  return rows;
}

/** How many people a draft would be written to, if it were sent now to these services. */
export async function quiRepondraA(
  base: Base,
  organisations: readonly string[],
  profil: string | null,
): Promise<number> {
  if (organisations.length === 0) return 0;
  const { nombre } = await base
    .selectFrom('compte')
    .select(({ fn }) => fn.countAll<string>().as('nombre'))
    .where('genre', '=', 'personne')
    .where('ferme_le', 'is', null)
    .where('courriel', 'is not', null)
    .where('profil', 'not in', ['presidence', 'premier_ministre', 'cabinet', 'administration_centrale'])
    .where('organisation_id', 'in', organisations)
    .$if(profil !== null, (requete) => requete.where('profil', '=', profil ?? ''))
    .executeTakeFirstOrThrow();
  return Number(nombre);
}
