import { enLettres } from '#echeances';
import {
  avecMemoire,
  comparerDecimaux,
  type Decimal,
  decimalesDe,
  ecrireDecimal,
  entier,
  type Jour,
  valeurAbsolue,
} from '#socle/valeurs';
import type { Mois } from './mois.ts';

/**
 * The numbers and days inside the sentences of the rules, written as `#interface` writes them (a test compares the two):
 * rules stand below the look and cannot ask it.
 */
export function direNombre(nombre: Decimal, decimales = 2): string {
  const [entiers = '', reste] = ecrireDecimal(nombre, decimales).replace('-', '−').split('.');
  const groupes = entiers.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return reste === undefined ? groupes : `${groupes},${reste}`;
}

/** A value in its own unit: as it was written, up to 6 decimals; a quotient that never ends is rounded. */
export function direValeur(valeur: Decimal): string {
  return direNombre(valeur, decimalesDe(valeur) <= 6 ? 6 : 2);
}

/** « 93 % ». */
export function direTaux(taux: Decimal): string {
  return `${direNombre(taux)}\u00a0%`;
}

/** « 12 points », « 1,5 point »: in French the plural starts at 2. */
export function direPoints(points: Decimal): string {
  return `${direNombre(points)}\u00a0${accorder(points, 'point', 'points')}`;
}

/** « 2 départements », « 1 département ». */
export function compter(nombre: number, singulier: string, pluriel: string): string {
  return `${direNombre(entier(nombre))}\u00a0${nombre < 2 ? singulier : pluriel}`;
}

/** « 31 mars 2026 ». */
export const direJour: (jour: Jour) => string = enLettres;

/** « mars 2026 »: a day without its number. */
export function direMois(mois: Mois): string {
  return enLettres(`${mois}-02` as Jour).replace(/^\d+\s/u, '');
}

/** « a », « a et b », « a, b et c »; beyond `au plus`, « a, b et 12 autres ». */
export function enumerer(mots: readonly string[], auPlus = 5): string {
  const dits = mots.length > auPlus ? [...mots.slice(0, auPlus - 1), `${mots.length - auPlus + 1} autres`] : mots;
  if (dits.length < 2) return dits.join('');
  return `${dits.slice(0, -1).join(', ')} et ${dits.at(-1)}`;
}

/** Puts the no-break spaces of French typography where a sentence of the code has plain ones. */
export const typographier = avecMemoire((phrase) =>
  phrase
    .replace(/« /g, '«\u00a0')
    .replace(/ ([»:%])/g, '\u00a0$1')
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/(\d) (?=points?\b|jours?\b|mois\b)/g, '$1\u00a0'),
);

function accorder(nombre: Decimal, singulier: string, pluriel: string): string {
  return comparerDecimaux(valeurAbsolue(nombre), entier(2)) < 0 ? singulier : pluriel;
}
