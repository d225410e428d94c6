import {
  additionner,
  CENT,
  type Decimal,
  decimalDe,
  diviser,
  entier,
  fraction,
  multiplier,
  plusGrand,
  plusPetit,
  racineCarree,
  sommer,
  soustraire,
  ZERO,
} from '#socle/valeurs';

export type Intervalle = { readonly bas: Decimal; readonly haut: Decimal };

/** 1.96: the confidence of every interval is 95 %. */
const Z = decimalDe(196, 2);
const DECIMALES = 12;

/**
 * The interval at 95 % of a share, in percent, by Wilson's method; those who answered are drawn from a population that is
 * known: when all answered, there is nothing left to guess and the interval is the share itself.
 */
export function intervalleDePart(oui: number, n: number, population: number): Intervalle | null {
  if (n === 0) return null;
  const part = fraction(oui, n);
  if (n >= population) return { bas: multiplier(part, CENT), haut: multiplier(part, CENT) };
  // As many answers as a draw without end would have needed to know as much.
  const effectif = fraction(n * (population - 1), population - n);
  const z2 = multiplier(Z, Z);
  const diviseur = additionner(entier(1), diviser(z2, effectif));
  const centre = additionner(part, diviser(z2, multiplier(entier(2), effectif)));
  const variance = additionner(
    diviser(multiplier(part, soustraire(entier(1), part)), effectif),
    diviser(z2, multiplier(entier(4), multiplier(effectif, effectif))),
  );
  const rayon = multiplier(Z, racineCarree(variance, DECIMALES));
  const borne = (valeur: Decimal) => plusPetit(CENT, plusGrand(ZERO, multiplier(CENT, diviser(valeur, diviseur))));
  return { bas: borne(soustraire(centre, rayon)), haut: borne(additionner(centre, rayon)) };
}

/** A value, and how much it counts. */
export type Pesee = { readonly valeur: Decimal; readonly poids: Decimal };

/** The interval at 95 % of a mean, weighted or not; null when there are fewer than two answers to tell how they spread. */
export function intervalleDeMoyenne(pesees: readonly Pesee[], moyenne: Decimal, population: number): Intervalle | null {
  const n = pesees.length;
  if (n >= population && n > 0) return { bas: moyenne, haut: moyenne };
  if (n < 2) return null;
  const total = sommer(pesees.map(({ poids }) => poids));
  // The sum of (weight × gap to the mean)², developed: its terms keep the few decimals of the answers, and a mean with many
  // comes in once, not with each of them.
  const carres = pesees.map(({ poids }) => multiplier(poids, poids));
  const parValeur = (puissance: (valeur: Decimal) => Decimal) =>
    sommer(pesees.map(({ valeur }, rang) => multiplier(carres[rang] ?? ZERO, puissance(valeur))));
  const ecarts = additionner(
    soustraire(
      parValeur((valeur) => multiplier(valeur, valeur)),
      multiplier(
        entier(2),
        multiplier(
          moyenne,
          parValeur((valeur) => valeur),
        ),
      ),
    ),
    multiplier(multiplier(moyenne, moyenne), sommer(carres)),
  );
  const variance = multiplier(
    diviser(ecarts, multiplier(total, total)),
    multiplier(fraction(n, n - 1), fraction(population - n, population - 1)),
  );
  const rayon = multiplier(Z, racineCarree(variance, DECIMALES));
  return { bas: soustraire(moyenne, rayon), haut: additionner(moyenne, rayon) };
}
