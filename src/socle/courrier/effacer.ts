import type { Base } from '../base/index.ts';

/** Removes every mail written to these accounts, sent or not: part of an erasure. Gives how many. */
export async function effacerCourriels(transaction: Base, comptes: readonly string[]): Promise<number> {
  if (comptes.length === 0) return 0;
  const { numDeletedRows } = await transaction
    .deleteFrom('courriel')
    .where('compte_id', 'in', comptes)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
