import { additionner, comparerDecimaux, type Decimal, diviser, entier } from './decimal.ts';

/** The middle value, or the mean of the two in the middle. Absent values do not count; null when there are none at all. */
export function mediane(valeurs: readonly (Decimal | null)[]): Decimal | null {
  const triees = valeurs.filter((valeur) => valeur !== null).sort(comparerDecimaux);
  const haute = triees[Math.floor(triees.length / 2)];
  const basse = triees[Math.floor((triees.length - 1) / 2)];
  return haute === undefined || basse === undefined ? null : diviser(additionner(basse, haute), entier(2));
}
