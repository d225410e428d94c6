import { additionner, comparerDecimaux, type Decimal, diviser, entier, soustraire } from '#socle/valeurs';

/** The middle value, or the mean of the two in the middle. Absent values do not count; null when there are none at all. */
export function mediane(valeurs: readonly (Decimal | null)[]): Decimal | null {
  const triees = valeurs.filter((valeur) => valeur !== null).sort(comparerDecimaux);
  const haute = triees[Math.floor(triees.length / 2)];
  const basse = triees[Math.floor((triees.length - 1) / 2)];
  return haute === undefined || basse === undefined ? null : diviser(additionner(basse, haute), entier(2));
}

/** Each rate less the median of them all: the others of the same maille. A median of 0 is a median. */
export function ecartsALaMediane(taux: readonly (Decimal | null)[]): readonly (Decimal | null)[] {
  const milieu = mediane(taux);
  return taux.map((valeur) => (valeur === null || milieu === null ? null : soustraire(valeur, milieu)));
}
