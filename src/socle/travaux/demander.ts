import { sql } from 'kysely';
import type { Base } from '../base/index.ts';

/** Channel on which programs hear that work is asked for. */
export const CANAL = 'jalon_travaux';

/** Asks for a work as soon as this transaction is written; nothing is asked if it is not. */
export async function demanderTravail(transaction: Base, nom: string): Promise<void> {
  await sql`select pg_notify(${CANAL}, ${nom})`.execute(transaction);
}
