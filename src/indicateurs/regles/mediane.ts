import { type Decimal, mediane, soustraire } from '#socle/valeurs';

export { mediane };

/** Each rate less the median of them all: the others of the same maille. A median of 0 is a median. */
export function ecartsALaMediane(taux: readonly (Decimal | null)[]): readonly (Decimal | null)[] {
  const milieu = mediane(taux);
  return taux.map((valeur) => (valeur === null || milieu === null ? null : soustraire(valeur, milieu)));
}
