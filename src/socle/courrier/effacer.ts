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

/** The same for somebody who has no account, by their address; null: nothing to remove. */
export async function effacerCourrielsSansCompte(transaction: Base, adresse: string | null): Promise<void> {
  if (adresse === null) return;
  await transaction.deleteFrom('courriel').where('compte_id', 'is', null).where('adresse', '=', adresse).execute();
}
