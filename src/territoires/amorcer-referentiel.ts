import { type QueryExecutorProvider, sql } from 'kysely';
import { cleDeNom, nomsDe, ORGANISATIONS, TERRITOIRES } from './regles/index.ts';

/**
 * Writes the reference data: territories, organisations, their names, the members of the collectives. Run at each
 * start: what is already there is only touched when it differs, and what an administrator corrected (`corrigee_le`) is
 * left as it is. One statement per table, whatever the number of rows (`not in` on
 * purpose: it is hashed, where `not exists` on a list without statistics is compared row by row).
 */
export async function amorcerReferentiel(base: QueryExecutorProvider): Promise<void> {
  await ecrireTerritoires(base);
  await ecrireOrganisations(base);
  await ecrireNoms(base);
  await ecrireMembres(base);
}

async function ecrireTerritoires(base: QueryExecutorProvider): Promise<void> {
  await sql`
    insert into territoire (code, insee, nom, maille, parent_code, locution)
    select * from unnest(
      ${TERRITOIRES.map((t) => t.code)}::text[],
      ${TERRITOIRES.map((t) => t.insee)}::text[],
      ${TERRITOIRES.map((t) => t.nom)}::text[],
      ${TERRITOIRES.map((t) => t.maille)}::text[],
      ${TERRITOIRES.map((t) => t.parent)}::text[],
      ${TERRITOIRES.map((t) => t.locution)}::text[])
    on conflict (code) do update set
      insee = excluded.insee, nom = excluded.nom, maille = excluded.maille,
      parent_code = excluded.parent_code, locution = excluded.locution
    where (territoire.insee, territoire.nom, territoire.maille, territoire.parent_code, territoire.locution)
      is distinct from (excluded.insee, excluded.nom, excluded.maille, excluded.parent_code, excluded.locution)`.execute(
    base,
  );
}

async function ecrireOrganisations(base: QueryExecutorProvider): Promise<void> {
  await sql`
    insert into organisation (id, sigle, nom, genre, parent_id, territoire_code)
    select * from unnest(
      ${ORGANISATIONS.map((o) => o.id)}::text[],
      ${ORGANISATIONS.map((o) => o.sigle)}::text[],
      ${ORGANISATIONS.map((o) => o.nom)}::text[],
      ${ORGANISATIONS.map((o) => o.genre)}::text[],
      ${ORGANISATIONS.map((o) => o.parent)}::text[],
      ${ORGANISATIONS.map((o) => o.territoire)}::text[])
    on conflict (id) do update set
      sigle = excluded.sigle, nom = excluded.nom, genre = excluded.genre,
      parent_id = excluded.parent_id, territoire_code = excluded.territoire_code
    where organisation.corrigee_le is null
      and (organisation.sigle, organisation.nom, organisation.genre, organisation.parent_id, organisation.territoire_code)
      is distinct from (excluded.sigle, excluded.nom, excluded.genre, excluded.parent_id, excluded.territoire_code)`.execute(
    base,
  );
}

async function ecrireNoms(base: QueryExecutorProvider): Promise<void> {
  const noms = ORGANISATIONS.flatMap((o) => nomsDe(o).map(({ nom, nature }) => ({ id: o.id, nom, nature })));
  await sql`
    with voulu as (
      select livre.* from unnest(
        ${noms.map(({ id }) => id)}::text[],
        ${noms.map(({ nom }) => nom)}::text[],
        ${noms.map(({ nature }) => nature)}::text[],
        ${noms.map(({ nom }) => cleDeNom(nom))}::text[]) as livre (organisation_id, nom, nature, cle)
      join organisation on organisation.id = livre.organisation_id and organisation.corrigee_le is null
    ), retires as (
      delete from organisation_nom ancien
      using organisation
      where organisation.id = ancien.organisation_id and organisation.corrigee_le is null
        and ancien.organisation_id in (select organisation_id from voulu)
        and (ancien.organisation_id, ancien.nom) not in (select organisation_id, nom from voulu)
    )
    insert into organisation_nom (organisation_id, nom, nature, cle)
    select organisation_id, nom, nature, cle from voulu
    on conflict (organisation_id, nom) do update set nature = excluded.nature, cle = excluded.cle
    where (organisation_nom.nature, organisation_nom.cle) is distinct from (excluded.nature, excluded.cle)`.execute(
    base,
  );
}

async function ecrireMembres(base: QueryExecutorProvider): Promise<void> {
  const membres = ORGANISATIONS.flatMap(({ id, membres }) => membres.map((membre) => ({ id, membre })));
  await sql`
    with voulu as (
      select livre.* from unnest(
        ${membres.map(({ id }) => id)}::text[],
        ${membres.map(({ membre }) => membre)}::text[]) as livre (collectif_id, membre_id)
      join organisation on organisation.id = livre.collectif_id and organisation.corrigee_le is null
    ), retires as (
      delete from organisation_membre ancien
      where ancien.collectif_id in (select collectif_id from voulu)
        and (ancien.collectif_id, ancien.membre_id) not in (select collectif_id, membre_id from voulu)
    )
    insert into organisation_membre (collectif_id, membre_id)
    select collectif_id, membre_id from voulu
    on conflict do nothing`.execute(base);
}
