import {
  additionner,
  CENT,
  comparerDecimaux,
  type Decimal,
  diviser,
  entier,
  fraction,
  multiplier,
  plusGrand,
  plusPetit,
  racineCarree,
  signe,
  sommer,
  soustraire,
  ZERO,
} from '#socle/valeurs';
import type { Direction } from './taux.ts';

/**
 * `proportion`: so many of these (12 of 40 pupils), shown in percent. `taux`: events for a population, that may exceed
 * it (thefts for 1 000 inhabitants), shown times `facteur`.
 */
export type MesureDEntonnoir = { readonly genre: 'proportion' } | { readonly genre: 'taux'; readonly facteur: Decimal };

export type TerritoireCompte = {
  readonly territoire: string;
  readonly numerateur: Decimal | null;
  readonly denominateur: Decimal | null;
};

export type Limites = {
  readonly bas95: Decimal;
  readonly haut95: Decimal;
  readonly bas998: Decimal;
  readonly haut998: Decimal;
};

/** How far from the reference, once the size of the territory is taken into account. */
export type PlaceDansLEntonnoir = 'ordinaire' | 'au_dela_de_95' | 'au_dela_de_99_8';

export type PointDEntonnoir = {
  readonly territoire: string;
  /** Horizontal position: the denominator. */
  readonly taille: Decimal;
  /** Vertical position, in the unit shown. */
  readonly valeur: Decimal;
  readonly limites: Limites;
  readonly place: PlaceDansLEntonnoir;
  /** Null when ordinary. */
  readonly favorable: boolean | null;
};

export type Entonnoir = {
  /** All numerators over all denominators: the line in the middle. */
  readonly reference: Decimal;
  readonly points: readonly PointDEntonnoir[];
  /** Territories that cannot be placed: a count is missing, or is not possible. */
  readonly nonPlaces: readonly string[];
};

/**
 * Funnel plot between territories (Spiegelhalter, 2005): where a territory stands, against limits that widen as it gets
 * smaller. Limits by the normal approximation of the binomial (`proportion`) or Poisson (`taux`) law, 95 % and 99.8 %,
 * kept within what is possible. Null when no territory can be placed.
 */
export function entonnoir(
  comptes: readonly TerritoireCompte[],
  mesure: MesureDEntonnoir,
  direction: Direction,
): Entonnoir | null {
  const places = comptes.flatMap((compte) => placer(compte, mesure));
  const codes = new Set(places.map(({ territoire }) => territoire));
  if (places.length === 0) return null;
  const brute = diviser(
    sommer(places.map(({ numerateur }) => numerateur)),
    sommer(places.map(({ denominateur }) => denominateur)),
  );
  const facteur = mesure.genre === 'taux' ? mesure.facteur : CENT;
  return {
    reference: multiplier(facteur, brute),
    points: places.map(({ territoire, numerateur, denominateur }) => {
      const valeur = multiplier(facteur, diviser(numerateur, denominateur));
      const limites = limitesPour(brute, denominateur, mesure);
      const place = placeDe(valeur, limites);
      const auDessus = comparerDecimaux(valeur, multiplier(facteur, brute)) > 0;
      return {
        territoire,
        taille: denominateur,
        valeur,
        limites,
        place,
        favorable: place === 'ordinaire' ? null : auDessus === (direction === 'hausse'),
      };
    }),
    nonPlaces: comptes.map(({ territoire }) => territoire).filter((territoire) => !codes.has(territoire)),
  };
}

/** The limits for a territory of this size: also what draws the curves. `brute` is the reference before its factor. */
export function limitesPour(brute: Decimal, taille: Decimal, mesure: MesureDEntonnoir): Limites {
  const proportion = mesure.genre === 'proportion';
  const variance = diviser(proportion ? multiplier(brute, soustraire(entier(1), brute)) : brute, taille);
  const ecartType = racineCarree(variance, DECIMALES_DE_RACINE);
  const facteur = proportion ? CENT : mesure.facteur;
  const enVue = (valeur: Decimal) =>
    multiplier(facteur, plusGrand(ZERO, proportion ? plusPetit(entier(1), valeur) : valeur));
  return {
    bas95: enVue(soustraire(brute, multiplier(Z_95, ecartType))),
    haut95: enVue(additionner(brute, multiplier(Z_95, ecartType))),
    bas998: enVue(soustraire(brute, multiplier(Z_998, ecartType))),
    haut998: enVue(additionner(brute, multiplier(Z_998, ecartType))),
  };
}

/** Two-sided quantiles of the normal law. */
const Z_95 = fraction(1_959_964, 1_000_000);
const Z_998 = fraction(3_090_232, 1_000_000);
const DECIMALES_DE_RACINE = 20;

type Place = { readonly territoire: string; readonly numerateur: Decimal; readonly denominateur: Decimal };

function placer({ territoire, numerateur, denominateur }: TerritoireCompte, { genre }: MesureDEntonnoir): Place[] {
  if (numerateur === null || denominateur === null) return [];
  if (signe(denominateur) <= 0 || signe(numerateur) < 0) return [];
  if (genre === 'proportion' && comparerDecimaux(numerateur, denominateur) > 0) return [];
  return [{ territoire, numerateur, denominateur }];
}

function placeDe(valeur: Decimal, { bas95, haut95, bas998, haut998 }: Limites): PlaceDansLEntonnoir {
  const hors = (bas: Decimal, haut: Decimal) => comparerDecimaux(valeur, bas) < 0 || comparerDecimaux(valeur, haut) > 0;
  return hors(bas998, haut998) ? 'au_dela_de_99_8' : hors(bas95, haut95) ? 'au_dela_de_95' : 'ordinaire';
}
