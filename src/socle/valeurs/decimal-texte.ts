import { type Decimal, decimalDe, entier, unitesArrondies } from './decimal.ts';
import { reduireBlancs } from './texte.ts';

/**
 * Reads a number as programs write it, by the grammar of JSON: « 1234.5 », « -0.7 », « 1e3 ». Null for anything else
 * (« 1,5 », « 007 », « .5 », « NaN », spaces), and beyond 30 digits on either side of the point.
 */
export function lireDecimal(texte: string): Decimal | null {
  const parties = NOMBRE_DE_PROGRAMME.exec(texte);
  return parties ? composer(parties[1] ?? '', parties[2] ?? '', parties[3] ?? '', Number(parties[4] ?? 0)) : null;
}

/** A number that went through JSON or a spreadsheet: the shortest decimal that names this float. Null for NaN, infinities. */
export function decimalDeNombre(nombre: number): Decimal | null {
  return lireDecimal(String(nombre));
}

export type NombreEcrit = { readonly valeur: Decimal; readonly enPourcent: boolean };

/**
 * Reads a number as people write it: « 1 234,5 », « −3 », « 93 % », « 1234.5 ». Blanks of every width group thousands, and
 * only by three; the comma and the point are both decimal, and never both (« 1.234,5 » is refused rather than guessed).
 * The sign « % » is said, it divides nothing. Null for anything else.
 */
export function lireNombreEcrit(texte: string): NombreEcrit | null {
  const parties = NOMBRE_DE_PERSONNE.exec(reduireBlancs(texte));
  if (!parties) return null;
  const negatif = parties[1] !== undefined && parties[1] !== '+';
  const valeur = composer(negatif ? '-' : '', (parties[2] ?? '').replaceAll(' ', ''), parties[3] ?? '', 0);
  return valeur && { valeur, enPourcent: parties[4] !== undefined };
}

/** The most decimals a number is read with; beyond them, a quotient that never ends (1/3) is rounded when it is written. */
const DECIMALES_ECRITES = 30;

/**
 * The one way a number is written for programs and the database: « 1234.5 », « -0.7 », « 0 »; no exponent, no zero in
 * excess. Exact for whatever was read; rounded half away from zero at `decimales`.
 */
export function ecrireDecimal(nombre: Decimal, decimales = DECIMALES_ECRITES): string {
  const { numerateur, denominateur } = nombre;
  if (denominateur === 1) return numerateur.toString();
  const chiffres = Math.min(chiffresApresLaVirgule(denominateur), decimales);
  const unites = unitesArrondies(nombre, chiffres);
  const ecrit = (unites < 0 ? -unites : unites).toString().padStart(chiffres + 1, '0');
  const coupe = ecrit.length - chiffres;
  const reste = sansZerosFinaux(ecrit.slice(coupe));
  const positif = reste === '' ? ecrit.slice(0, coupe) : `${ecrit.slice(0, coupe)}.${reste}`;
  return unites < 0 ? `-${positif}` : positif;
}

/**
 * A figure kept as text by `ecrireDecimal`, with fewer decimals: what reading it, then writing it at `decimales` gives,
 * without the fraction in between. For pages that show thousands of them.
 */
export function arrondirEcrit(ecrit: string, decimales: number): string {
  const point = ecrit.indexOf('.');
  if (point === -1 || ecrit.length - point - 1 <= decimales) return ecrit;
  const negatif = ecrit.startsWith('-');
  const chiffres = ecrit.slice(negatif ? 1 : 0, point) + ecrit.slice(point + 1, point + 1 + decimales);
  const unites = BigInt(chiffres) + ((ecrit[point + 1 + decimales] ?? '0') >= '5' ? 1n : 0n);
  const entier = unites.toString().padStart(decimales + 1, '0');
  const coupe = entier.length - decimales;
  const reste = sansZerosFinaux(entier.slice(coupe));
  const arrondi = reste === '' ? entier.slice(0, coupe) : `${entier.slice(0, coupe)}.${reste}`;
  return negatif && unites !== 0n ? `-${arrondi}` : arrondi;
}

/** How many decimals it takes to write this number in full; 30 for a quotient that never ends. */
export function decimalesDe({ denominateur }: Decimal): number {
  return Math.min(chiffresApresLaVirgule(denominateur), DECIMALES_ECRITES);
}

const NOMBRE_DE_PROGRAMME = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Signs: hyphen, minus, the dashes a word processor puts in their place. */
const NOMBRE_DE_PERSONNE = /^([-+−‐‑–])? ?(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d+))? ?(%)?$/;

const CHIFFRES_ENTIERS = 30;

function composer(sens: string, entiers: string, decimales: string, exposant: number): Decimal | null {
  const puissance = exposant - decimales.length;
  if (-puissance > DECIMALES_ECRITES || entiers.length + exposant > CHIFFRES_ENTIERS) return null;
  const ecrit = `${sens}${entiers}${decimales}`;
  // Fifteen digits always fit a float exactly.
  const unites = ecrit.length <= 15 ? Number(ecrit) : BigInt(ecrit);
  return puissance > 0 ? entier(BigInt(unites) * 10n ** BigInt(puissance)) : decimalDe(unites, -puissance);
}

/** The smallest n such that 10ⁿ is a multiple of this denominator; `DECIMALES_ECRITES` when there is none that small. */
function chiffresApresLaVirgule(denominateur: number | bigint): number {
  return typeof denominateur === 'number' ? chiffresDuNombre(denominateur) : chiffresDuGrandNombre(denominateur);
}

/** Twos and fives are counted; anything else left makes it endless. */
function chiffresDuNombre(denominateur: number): number {
  let [reste, deux, cinq] = [denominateur, 0, 0];
  while (reste % 2 === 0) {
    reste /= 2;
    deux++;
  }
  while (reste % 5 === 0) {
    reste /= 5;
    cinq++;
  }
  return reste === 1 ? Math.min(Math.max(deux, cinq), DECIMALES_ECRITES) : DECIMALES_ECRITES;
}

function chiffresDuGrandNombre(denominateur: bigint): number {
  let [n, puissance] = [0, 1n];
  while (n < DECIMALES_ECRITES && puissance % denominateur !== 0n) {
    n++;
    puissance *= 10n;
  }
  return n;
}

function sansZerosFinaux(chiffres: string): string {
  let fin = chiffres.length;
  while (fin > 0 && chiffres[fin - 1] === '0') fin--;
  return chiffres.slice(0, fin);
}
