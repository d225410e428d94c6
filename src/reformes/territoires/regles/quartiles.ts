import { additionner, comparerDecimaux, type Decimal, fraction, multiplier, soustraire } from '#socle/valeurs';

export type Quartiles = { readonly bas: Decimal; readonly milieu: Decimal; readonly haut: Decimal };

/** The three figures that cut these in four, by linear interpolation between ranks; null for none at all. */
export function quartiles(valeurs: readonly Decimal[]): Quartiles | null {
  const triees = [...valeurs].sort(comparerDecimaux);
  const [bas, milieu, haut] = [1, 2, 3].map((quart) => quantile(triees, quart));
  return bas === undefined || milieu === undefined || haut === undefined ? null : { bas, milieu, haut };
}

function quantile(triees: readonly Decimal[], quart: number): Decimal | undefined {
  const place = (triees.length - 1) * quart;
  const rang = Math.floor(place / 4);
  const [dessous, dessus] = [triees[rang], triees[rang + 1]];
  if (dessous === undefined || dessus === undefined) return dessous;
  return additionner(dessous, multiplier(fraction(place - 4 * rang, 4), soustraire(dessus, dessous)));
}
