import { sansAccents } from '#socle/valeurs';
import type { Lu, Mot } from './mots.ts';
import { estMot, nombreA } from './mots.ts';

/** Month of a word, abbreviated or with one slip of the keyboard: « sept », « fevirer ». */
export function moisDuMot(mot: Mot | undefined): { mois: number; corrige: string | null } | null {
  if (mot?.genre !== 'mot') return null;
  const exact = MOIS.get(mot.forme);
  if (exact) return { mois: exact, corrige: null };
  if (mot.forme.length < 5 || mot.forme.length > 11) return null;
  const proche = NOMS_SANS_ACCENT.findIndex((nom) => nom.length >= 5 && uneFauteDeFrappe(nom, mot.forme));
  const nom = NOMS_DE_MOIS[proche];
  return nom ? { mois: proche + 1, corrige: nom } : null;
}

export const NOMS_DE_MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

const NOMS_SANS_ACCENT = NOMS_DE_MOIS.map((nom) => sansAccents(nom));

/** « 1er », « 1 er », « 2nd », « 4 ^{ème} », « premier », « troisième », « III »: a rank, with or without its ending. */
export function lireOrdinal(mots: readonly Mot[], i: number): Lu<number> {
  const nombre = nombreA(mots, i);
  if (nombre && nombre.chiffres <= 2) return { valeur: nombre.valeur, suite: apresDesinence(mots, i + 1) };
  const mot = mots[i];
  if (mot?.genre !== 'mot') return null;
  const rang = ORDINAUX.get(mot.forme);
  if (rang) return { valeur: rang, suite: i + 1 };
  const romain = ROMAINS.get(mot.forme);
  if (romain) return { valeur: romain, suite: apresDesinence(mots, i + 1) };
  // « IIe », « IVème »: the letters of the rank and of its ending make one word.
  const romainAccole = /^(i{1,3}|iv|v)(er|ere|eme|e|nd)$/.exec(mot.forme);
  const valeur = romainAccole?.[1] ? ROMAINS.get(romainAccole[1]) : undefined;
  return valeur ? { valeur, suite: i + 1 } : null;
}

export function apresDesinence(mots: readonly Mot[], i: number): number {
  if (estMot(mots, i, '°')) return i + 1;
  return estMot(mots, i, ...DESINENCES) ? i + 1 : i;
}

/** A quantity in figures or letters: « 3 », « trois », « une ». */
export function lireQuantite(mots: readonly Mot[], i: number): Lu<number> {
  const nombre = nombreA(mots, i);
  if (nombre) return { valeur: nombre.valeur, suite: i + 1 };
  const mot = mots[i];
  const valeur = mot?.genre === 'mot' ? NOMBRES.get(mot.forme) : undefined;
  return valeur === undefined ? null : { valeur, suite: i + 1 };
}

/** The word is one of these, perhaps with one slip of the keyboard when it is long enough for no doubt to remain. */
export function estAPeuPres(mot: Mot | undefined, formes: readonly string[]): boolean {
  if (mot?.genre !== 'mot') return false;
  if (formes.includes(mot.forme)) return true;
  if (mot.forme.length < 7) return false;
  return formes.some((forme) => forme.length >= 8 && uneFauteDeFrappe(forme, mot.forme));
}

export const JOURS_DE_SEMAINE: readonly string[] = [
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
];

const DESINENCES = ['er', 'ere', 're', 'ier', 'iere', 'e', 'eme', 'ieme', 'me', 'nd', 'nde', 'd', 'o'];

const MOIS: ReadonlyMap<string, number> = new Map(
  [
    ['janvier', 'janv', 'jan', 'jv'],
    ['fevrier', 'fevr', 'fev', 'feb'],
    ['mars', 'mar'],
    ['avril', 'avr', 'apr'],
    ['mai'],
    ['juin', 'jun'],
    ['juillet', 'juil', 'juill', 'jul'],
    ['aout', 'aou', 'aug'],
    ['septembre', 'sept', 'sep', 'septemb'],
    ['octobre', 'oct', 'octob'],
    ['novembre', 'nov', 'novemb'],
    ['decembre', 'dec', 'decemb'],
  ].flatMap((formes, rang) => formes.map((forme) => [forme, rang + 1] as const)),
);

const ORDINAUX: ReadonlyMap<string, number> = new Map([
  ['premier', 1],
  ['premiere', 1],
  ['premiers', 1],
  ['second', 2],
  ['seconde', 2],
  ['deuxieme', 2],
  ['deuxiemes', 2],
  ['troisieme', 3],
  ['quatrieme', 4],
  ['cinquieme', 5],
  ['sixieme', 6],
]);

const ROMAINS: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
  ['v', 5],
]);

const NOMBRES: ReadonlyMap<string, number> = new Map([
  ['un', 1],
  ['une', 1],
  ['deux', 2],
  ['trois', 3],
  ['quatre', 4],
  ['cinq', 5],
  ['six', 6],
  ['sept', 7],
  ['huit', 8],
  ['neuf', 9],
  ['dix', 10],
  ['onze', 11],
  ['douze', 12],
  ['quinze', 15],
  ['dixhuit', 18],
  ['vingt', 20],
  ['trente', 30],
  ['soixante', 60],
  ['quelques', 0],
  ['plusieurs', 0],
]);

/** One letter missing, added, changed, or two neighbours swapped. */
function uneFauteDeFrappe(attendu: string, ecrit: string): boolean {
  if (Math.abs(attendu.length - ecrit.length) > 1) return false;
  let debut = 0;
  while (debut < attendu.length && attendu[debut] === ecrit[debut]) debut += 1;
  let fin = 0;
  const reste = Math.min(attendu.length, ecrit.length) - debut;
  while (fin < reste && attendu.at(-1 - fin) === ecrit.at(-1 - fin)) fin += 1;
  const a = attendu.slice(debut, attendu.length - fin);
  const e = ecrit.slice(debut, ecrit.length - fin);
  if (a.length <= 1 && e.length <= 1) return true;
  return a.length === 2 && e.length === 2 && a[0] === e[1] && a[1] === e[0];
}
