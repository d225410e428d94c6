import type { Base } from '#socle/base';
import type { InstanceVue } from '../politique.ts';

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

/** The most people one committee writes to: beyond, an organisation is not a delegation. */
const DESTINATAIRES_AU_PLUS = 200;

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
