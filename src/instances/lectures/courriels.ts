import type { Base } from '#socle/base';
import type { InstanceVue } from '../politique.ts';
import type { Instance } from './instances.ts';

/** Addresses of these open accounts. */
export async function courrielsDesComptes(
  base: Base,
  comptes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (comptes.length === 0) return new Map();
  const lignes = await base
    .selectFrom('compte')
    .select(['id', 'courriel'])
    .where('id', 'in', [...comptes])
    .where('ferme_le', 'is', null)
    .execute();
  return new Map(lignes.flatMap(({ id, courriel }) => (courriel === null ? [] : [[id, courriel] as const])));
}

/** More than the people of a hundred services: nobody who is a member goes without being told. */
const DESTINATAIRES_AU_PLUS = 5_000;

/** The people a committee writes to: its members, and those of the services that are members, chair it or prepare it. */
export async function destinatairesDeLInstance(
  base: Base,
  { organisations, comptes, presidence, secretariat }: InstanceVue,
): Promise<readonly { readonly compte: string; readonly courriel: string }[]> {
  const lignes = await base
    .selectFrom('compte')
    .select(['id as compte', 'courriel'])
    .where('genre', '=', 'personne')
    .where('ferme_le', 'is', null)
    .where('courriel', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('organisation_id', 'in', [...organisations, presidence, secretariat]),
        ...(comptes.length === 0 ? [] : [eb('id', 'in', [...comptes])]),
      ]),
    )
    .orderBy('id')
    .limit(DESTINATAIRES_AU_PLUS)
    .execute();
  return lignes.flatMap(({ compte, courriel }) => (courriel === null ? [] : [{ compte, courriel }]));
}

/** The members no mail reaches: a person without address, a service none of whose accounts has one. */
export async function membresSansCourriel(
  base: Base,
  { membres }: Pick<Instance, 'membres'>,
): Promise<readonly string[]> {
  const organisations = membres.flatMap(({ organisation }) => organisation ?? []);
  const comptes = membres.flatMap(({ compte }) => compte ?? []);
  const joignables = await base
    .selectFrom('compte')
    .select(['id', 'organisation_id'])
    .where('genre', '=', 'personne')
    .where('ferme_le', 'is', null)
    .where('courriel', 'is not', null)
    .where((eb) =>
      eb.or([
        ...(organisations.length === 0 ? [] : [eb('organisation_id', 'in', organisations)]),
        ...(comptes.length === 0 ? [] : [eb('id', 'in', comptes)]),
      ]),
    )
    .execute();
  const joints = new Set(joignables.flatMap(({ id, organisation_id }) => [id, organisation_id]));
  return membres
    .filter(({ organisation, compte, sansCompte }) =>
      sansCompte === null ? !joints.has(organisation ?? compte ?? '') : sansCompte.courriel === null,
    )
    .map(({ libelle }) => libelle);
}
