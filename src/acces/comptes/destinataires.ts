import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { administrateursNationaux } from './administrateurs.ts';

/** Someone a mail is written to. */
export type Destinataire = { readonly compte: string; readonly courriel: string };

/** The most people one act writes to: beyond, an organisation is not a team. */
const AU_PLUS = 20;

/** The prefect of this very territory, and the people of the same service who share the profile. */
export async function prefetsDuTerritoire(base: Base, territoire: string): Promise<readonly Destinataire[]> {
  const lignes = await base
    .selectFrom('compte')
    .select(['id as compte', 'courriel'])
    .where('genre', '=', 'personne')
    .where('profil', 'in', ['prefet_departement', 'prefet_region'])
    .where('territoire_code', '=', territoire)
    .where('ferme_le', 'is', null)
    .where('courriel', 'is not', null)
    .orderBy('id')
    .limit(AU_PLUS)
    .execute();
  return avecCourriel(lignes);
}

/** The chefs de projet of these organisations, or of those above them; the DITP when there is none to write to. */
export async function chefsDeProjetOuDitp(
  base: Base,
  organisations: readonly string[],
): Promise<readonly Destinataire[]> {
  const { rows } = await sql<Destinataire>`
    with recursive au_dessus (id, parent) as (
      select id, parent_id from organisation where id = any(${[...organisations]}::text[])
      union select o.id, o.parent_id from organisation o join au_dessus a on o.id = a.parent
    )
    select id as compte, courriel from compte
    where genre = 'personne' and profil = 'chef_de_projet' and ferme_le is null and courriel is not null
      and organisation_id in (select id from au_dessus)
    order by id limit ${AU_PLUS}`.execute(base);
  return rows.length > 0 ? rows : destinatairesALaDitp(base);
}

/** Those of the DITP. */
export async function destinatairesALaDitp(base: Base): Promise<readonly Destinataire[]> {
  return avecCourriel(await administrateursNationaux(base));
}

function avecCourriel<T extends { readonly compte: string; readonly courriel: string | null }>(
  lignes: readonly T[],
): readonly Destinataire[] {
  return lignes.flatMap(({ compte, courriel }) => (courriel === null ? [] : [{ compte, courriel }]));
}
