import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';

const RELANCES_AU_PLUS = 400;

/** The reminders of a remontée, the first one first: when, to how many services and how many people. */
export function lireRelances(base: Base, remontee: string) {
  return base
    .selectFrom('remontee_relance')
    .select([sql<Jour>`jour`.as('jour'), 'cibles', 'courriels'])
    .where('remontee_id', '=', remontee)
    .orderBy('jour')
    .limit(RELANCES_AU_PLUS)
    .execute();
}
