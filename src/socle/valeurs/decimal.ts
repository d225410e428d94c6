/**
 * An exact number: a decimal as it was written, or the quotient of two. It is kept as a reduced fraction, so that no
 * operation rounds: a figure is rounded once, when it is written (docs/decisions/0020). Two equal numbers have the same
 * fields. There is no infinity and no « not a number »: an absent figure is `null`.
 *
 * A whole number that a float holds exactly is kept as a float, any other as a `bigint`: nearly every figure is of the
 * first kind, and computes several times faster.
 */
export type Decimal = {
  readonly numerateur: Entier;
  /** Always positive; prime with the numerator. */
  readonly denominateur: Entier;
} & { readonly __decimal: unique symbol };

type Entier = number | bigint;

/** Up to here, on both sides of 0, a float is the whole number it says. */
const ENTIER_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

/** The quotient of two whole numbers: `fraction(1, 3)`. Throws when the second is 0. */
export function fraction(numerateur: Entier, denominateur: Entier): Decimal {
  return reduire(BigInt(numerateur), BigInt(denominateur));
}

/** A whole number: `entier(100)`. */
export function entier(nombre: Entier): Decimal {
  return fait(auPlusCourt(BigInt(nombre)), 1);
}

/** « 12,34 » is `decimalDe(1234, 2)`: units and how many of their digits stand behind the comma. */
export function decimalDe(unites: Entier, decimales: number): Decimal {
  if (typeof unites === 'number' && decimales <= PUISSANCES_EXACTES) return reduireNombres(unites, 10 ** decimales);
  return reduire(BigInt(unites), 10n ** BigInt(decimales));
}

/** 10 to this power, and to every lower one, is a float exactly. */
const PUISSANCES_EXACTES = 15;

export const ZERO = entier(0);
export const CENT = entier(100);

export function estEntier({ denominateur }: Decimal): boolean {
  return denominateur === 1;
}

export function additionner(a: Decimal, b: Decimal): Decimal {
  const { numerateur: n, denominateur: p } = a;
  const { numerateur: m, denominateur: q } = b;
  if (typeof n === 'number' && typeof p === 'number' && typeof m === 'number' && typeof q === 'number') {
    if (p === q && exact(n + m)) return reduireNombres(n + m, p);
    const [gauche, droite, denominateur] = [n * q, m * p, p * q];
    if (exact(gauche) && exact(droite) && exact(gauche + droite) && exact(denominateur)) {
      return reduireNombres(gauche + droite, denominateur);
    }
  }
  const [grandP, grandQ] = [BigInt(p), BigInt(q)];
  return reduire(BigInt(n) * grandQ + BigInt(m) * grandP, grandP * grandQ);
}

export function soustraire(a: Decimal, b: Decimal): Decimal {
  return additionner(a, opposer(b));
}

export function multiplier(a: Decimal, b: Decimal): Decimal {
  return produit(a.numerateur, a.denominateur, b.numerateur, b.denominateur);
}

/** Exact quotient. Dividing by zero is a fault of the program: ask `signe(b) !== 0` first. */
export function diviser(a: Decimal, b: Decimal): Decimal {
  return produit(a.numerateur, a.denominateur, b.denominateur, b.numerateur);
}

/** n/p × m/q. */
function produit(n: Entier, p: Entier, m: Entier, q: Entier): Decimal {
  if (typeof n === 'number' && typeof p === 'number' && typeof m === 'number' && typeof q === 'number') {
    const [numerateur, denominateur] = [n * m, p * q];
    if (exact(numerateur) && exact(denominateur)) return reduireNombres(numerateur, denominateur);
  }
  return reduire(BigInt(n) * BigInt(m), BigInt(p) * BigInt(q));
}

export function opposer({ numerateur, denominateur }: Decimal): Decimal {
  return fait(typeof numerateur === 'number' ? 0 - numerateur : -numerateur, denominateur);
}

export function valeurAbsolue(a: Decimal): Decimal {
  return a.numerateur < 0 ? opposer(a) : a;
}

/** The sum; 0 for an empty list: whoever adds up measures asks first whether there are any. */
export function sommer(termes: Iterable<Decimal>): Decimal {
  let somme = ZERO;
  for (const terme of termes) somme = additionner(somme, terme);
  return somme;
}

export function signe({ numerateur }: Decimal): -1 | 0 | 1 {
  return numerateur === 0 ? 0 : numerateur > 0 ? 1 : -1;
}

/** Negative, zero or positive: made for `toSorted`. */
export function comparerDecimaux(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { numerateur: n, denominateur: p } = a;
  const { numerateur: m, denominateur: q } = b;
  if (typeof n === 'number' && typeof p === 'number' && typeof m === 'number' && typeof q === 'number') {
    const [gauche, droite] = [n * q, m * p];
    if (exact(gauche) && exact(droite)) return gauche === droite ? 0 : gauche < droite ? -1 : 1;
  }
  const [gauche, droite] = [BigInt(n) * BigInt(q), BigInt(m) * BigInt(p)];
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
  return decimalDe(unitesArrondies(a, decimales), decimales);
}

/** How many units of 10⁻ⁿ, rounded half away from zero: 1.255 at 2 decimals is 126. */
export function unitesArrondies({ numerateur, denominateur }: Decimal, decimales: number): Entier {
  if (typeof numerateur === 'number' && typeof denominateur === 'number' && decimales <= PUISSANCES_EXACTES) {
    const [dividende, diviseur] = [2 * Math.abs(numerateur) * 10 ** decimales + denominateur, 2 * denominateur];
    if (exact(dividende)) {
      const grandeur = (dividende - (dividende % diviseur)) / diviseur;
      return numerateur < 0 ? 0 - grandeur : grandeur;
    }
  }
  const echelle = 10n ** BigInt(decimales);
  const [n, p] = [BigInt(numerateur), BigInt(denominateur)];
  const grandeur = (2n * magnitude(n) * echelle + p) / (2n * p);
  return n < 0n ? -grandeur : grandeur;
}

/** The square root, cut (not rounded) at so many decimals; throws on a negative number. */
export function racineCarree(a: Decimal, decimales: number): Decimal {
  if (a.numerateur < 0) throw new RangeError('racine carrée d’un nombre négatif');
  const echelle = 10n ** BigInt(decimales);
  return reduire(racineEntiere((BigInt(a.numerateur) * echelle * echelle) / BigInt(a.denominateur)), echelle);
}

/** The one place where a `Decimal` is made: `denominateur` is positive, and the two have no common divisor. */
function fait(numerateur: Entier, denominateur: Entier): Decimal {
  return { numerateur, denominateur } as Decimal;
}

/** A float this small is the whole number it says; a result too large for one is seen to be. */
function exact(nombre: number): boolean {
  return nombre <= Number.MAX_SAFE_INTEGER && nombre >= -Number.MAX_SAFE_INTEGER;
}

function reduireNombres(numerateur: number, denominateur: number): Decimal {
  if (denominateur === 0) throw new RangeError('division par zéro');
  if (numerateur === 0) return fait(0, 1);
  const diviseur = pgcdDeNombres(Math.abs(numerateur), Math.abs(denominateur));
  const sens = denominateur < 0 ? -diviseur : diviseur;
  return fait(numerateur / sens, denominateur / sens);
}

function reduire(numerateur: bigint, denominateur: bigint): Decimal {
  if (denominateur === 0n) throw new RangeError('division par zéro');
  const diviseur = pgcd(magnitude(numerateur), magnitude(denominateur));
  const sens = denominateur < 0n ? -diviseur : diviseur;
  return fait(auPlusCourt(numerateur / sens), auPlusCourt(denominateur / sens));
}

function auPlusCourt(nombre: bigint): Entier {
  return nombre <= ENTIER_EXACT && nombre >= -ENTIER_EXACT ? Number(nombre) : nombre;
}

function pgcd(a: bigint, b: bigint): bigint {
  let [grand, petit] = [a, b];
  while (petit !== 0n) {
    if (grand <= ENTIER_EXACT && petit <= ENTIER_EXACT) return BigInt(pgcdDeNombres(Number(grand), Number(petit)));
    [grand, petit] = [petit, grand % petit];
  }
  return grand;
}

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
