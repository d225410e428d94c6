import { sql } from 'kysely';
import type { Base } from '#socle/base';

/** Whom to write to: a function and a service, never a person's name. */
export type Contact = {
  readonly id: string;
  /** Null: for the whole country. */
  readonly territoire: string | null;
  readonly fonction: string;
  readonly service: string | null;
  readonly courriel: string | null;
  readonly telephone: string | null;
};

export const CONTACTS_AU_PLUS = 300;

/** The contacts of a reform: those of the whole country, then those of these territories. */
export async function lireContacts(
  base: Base,
  reforme: string,
  territoires: readonly string[],
): Promise<readonly Contact[]> {
  return base
    .selectFrom('reforme_contact as c')
    .leftJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.territoire_code as territoire', 'c.fonction', 'c.courriel', 'c.telephone'])
    .select(sql<string | null>`coalesce(o.sigle, o.nom)`.as('service'))
    .where('c.reforme_id', '=', reforme)
    .where('c.retire_le', 'is', null)
    .where((eb) =>
      eb.or([
        eb('c.territoire_code', 'is', null),
        eb('c.territoire_code', '=', sql<string>`any(${[...territoires]}::text[])`),
      ]),
    )
    .orderBy(sql`c.territoire_code nulls first`)
    .orderBy('c.rang')
    .orderBy('c.ajoute_le')
    .orderBy('c.id')
    .limit(CONTACTS_AU_PLUS)
    .execute();
}
