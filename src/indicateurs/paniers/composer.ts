import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { ecrireDecimal, type Jour } from '#socle/valeurs';
import { verrouiller } from '../calcul/recalculer.ts';
import type { Part } from './modele.ts';
import { recalculerPaniers } from './recalculer.ts';

/** A new basket, empty. Gives its number. */
export async function creerPanier(transaction: Base, maintenant: Date): Promise<number> {
  const { rows } = await sql<{ numero: number }>`
    insert into panier (cree_le) values (${maintenant}) returning numero`.execute(transaction);
  const numero = rows[0]?.numero;
  if (numero === undefined) throw new Error('Le panier n’a pas reçu de numéro.');
  return numero;
}

/**
 * Says what a basket is made of, in the order given, and computes it, in the caller's transaction. Weights are those
 * `verifierPoids` accepts for each maille. Gives how many situations changed.
 */
export async function composerPanier(
  transaction: Base,
  panier: number,
  parts: readonly Part[],
  au: Jour,
): Promise<number> {
  await verrouiller(
    transaction,
    parts.map(({ indicateur }) => indicateur),
  );
  await sql`delete from panier_indicateur where panier = ${panier}`.execute(transaction);
  await sql`
    insert into panier_indicateur (panier, indicateur, maille, poids, rang)
    select ${panier}, i, m, p, r from unnest(
      ${parts.map(({ indicateur }) => indicateur)}::int[], ${parts.map(({ maille }) => maille as string)}::text[],
      ${parts.map(({ poids }) => ecrireDecimal(poids))}::numeric[]) with ordinality as lue (i, m, p, r)`.execute(
    transaction,
  );
  return recalculerPaniers(transaction, [panier], au);
}
