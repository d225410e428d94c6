/**
 * An exact number: a decimal as it was written, or the quotient of two. It is kept as a reduced fraction, so that no
 * operation rounds: a figure is rounded once, when it is written (docs/decisions/0020). Two equal numbers have the same
 * fields. There is no infinity and no « not a number »: an absent figure is `null`.
 */
export type Decimal = {
  readonly numerateur: bigint;
  /** Always positive; prime with the numerator. */
  readonly denominateur: bigint;
} & { readonly __decimal: unique symbol };

/** The quotient of two whole numbers: `fraction(1, 3)`. Throws when the second is 0. */
export function fraction(numerateur: bigint | number, denominateur: bigint | number): Decimal {
  return reduire(BigInt(numerateur), BigInt(denominateur));
}

/** A whole number: `entier(100)`. */
export function entier(nombre: bigint | number): Decimal {
  return fait(BigInt(nombre), 1n);
}

export const ZERO = entier(0);
export const CENT = entier(100);

export function additionner(a: Decimal, b: Decimal): Decimal {
  if (a.denominateur === b.denominateur) {
    const numerateur = a.numerateur + b.numerateur;
    return a.denominateur === 1n ? fait(numerateur, 1n) : reduire(numerateur, a.denominateur);
  }
  return reduire(a.numerateur * b.denominateur + b.numerateur * a.denominateur, a.denominateur * b.denominateur);
}

export function soustraire(a: Decimal, b: Decimal): Decimal {
  return additionner(a, opposer(b));
}

export function multiplier(a: Decimal, b: Decimal): Decimal {
  return reduire(a.numerateur * b.numerateur, a.denominateur * b.denominateur);
}

/** Exact quotient. Dividing by zero is a fault of the program: ask `signe(b) !== 0` first. */
export function diviser(a: Decimal, b: Decimal): Decimal {
  return reduire(a.numerateur * b.denominateur, a.denominateur * b.numerateur);
}

export function opposer(a: Decimal): Decimal {
  return fait(-a.numerateur, a.denominateur);
}

export function valeurAbsolue(a: Decimal): Decimal {
  return a.numerateur < 0n ? opposer(a) : a;
}

/** The sum; 0 for an empty list: whoever adds up measures asks first whether there are any. */
export function sommer(termes: Iterable<Decimal>): Decimal {
  let somme = ZERO;
  for (const terme of termes) somme = additionner(somme, terme);
  return somme;
}

export function signe(a: Decimal): -1 | 0 | 1 {
  return a.numerateur === 0n ? 0 : a.numerateur > 0n ? 1 : -1;
}

/** Negative, zero or positive: made for `toSorted`. */
export function comparerDecimaux(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const gauche = a.numerateur * b.denominateur;
  const droite = b.numerateur * a.denominateur;
  return gauche === droite ? 0 : gauche < droite ? -1 : 1;
}

export function plusPetit(a: Decimal, b: Decimal): Decimal {
  return comparerDecimaux(a, b) <= 0 ? a : b;
}

export function plusGrand(a: Decimal, b: Decimal): Decimal {
  return comparerDecimaux(a, b) >= 0 ? a : b;
}

/** Rounded half away from zero: at 2 decimals 0.125 → 0.13 and −0.125 → −0.13. */
export function arrondir(a: Decimal, decimales: number): Decimal {
  const echelle = 10n ** BigInt(decimales);
  const grandeur = (2n * magnitude(a.numerateur) * echelle + a.denominateur) / (2n * a.denominateur);
  return reduire(a.numerateur < 0n ? -grandeur : grandeur, echelle);
}

/** The square root, cut (not rounded) at so many decimals; throws on a negative number. */
export function racineCarree(a: Decimal, decimales: number): Decimal {
  if (a.numerateur < 0n) throw new RangeError('racine carrée d’un nombre négatif');
  const echelle = 10n ** BigInt(decimales);
  return reduire(racineEntiere((a.numerateur * echelle * echelle) / a.denominateur), echelle);
}

/** The one place where a `Decimal` is made: `denominateur` is positive, and the two have no common divisor. */
function fait(numerateur: bigint, denominateur: bigint): Decimal {
  return { numerateur, denominateur } as Decimal;
}

function reduire(numerateur: bigint, denominateur: bigint): Decimal {
  if (denominateur === 0n) throw new RangeError('division par zéro');
  const diviseur = pgcd(magnitude(numerateur), magnitude(denominateur));
  const sens = denominateur < 0n ? -diviseur : diviseur;
  return fait(numerateur / sens, denominateur / sens);
}

function pgcd(a: bigint, b: bigint): bigint {
  // Nearly every figure fits a float exactly, where the same algorithm is several times faster.
  if (a <= ENTIER_EXACT && b <= ENTIER_EXACT) return BigInt(pgcdDeNombres(Number(a), Number(b)));
  let [grand, petit] = [a, b];
  while (petit !== 0n) [grand, petit] = [petit, grand % petit];
  return grand;
}

const ENTIER_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

function pgcdDeNombres(a: number, b: number): number {
  let grand = a;
  let petit = b;
  while (petit !== 0) {
    const reste = grand % petit;
    grand = petit;
    petit = reste;
  }
  return grand;
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** Newton's method on whole numbers: the largest r with r² ≤ n. */
function racineEntiere(n: bigint): bigint {
  if (n < 2n) return n;
  let r = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const suivant = (r + n / r) >> 1n;
    if (suivant >= r) return r;
    r = suivant;
  }
}
