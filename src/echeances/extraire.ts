import { annonce } from './bornes.ts';
import type { Reperes } from './echeance.ts';
import { moisDuMot } from './lexique.ts';
import type { SensNomme } from './listes.ts';
import { lireListe } from './listes.ts';
import type { Mot } from './mots.ts';
import { apresLaPlusLongue, estMot, nombreA, vocabulaire } from './mots.ts';

/** A deadline found at the end of a sentence, between its parentheses or before its comment. */
export type Extrait = {
  /** Words of the deadline: from `i` to `suite` excluded. */
  readonly i: number;
  readonly suite: number;
  readonly sens: readonly SensNomme[];
  readonly place: 'parentheses' | 'fin' | 'tete';
  /** The sentence itself sets the deadline apart: punctuation, or « échéance ». */
  readonly net: boolean;
};

/** `strict`: a cell of deadlines, where a bare year at the end of a title is no deadline. `mixte`: deliverables and deadlines. */
type Mode = 'strict' | 'mixte';

export function extraire(mots: readonly Mot[], reperes: Reperes, mode: Mode): Extrait | null {
  return entreParentheses(mots, reperes) ?? enFin(mots, reperes, mode) ?? enTete(mots, reperes);
}

/** « … (échéance début 2022) … »: one pair of parentheses only, and a deadline that says it is one. */
function entreParentheses(mots: readonly Mot[], reperes: Reperes): Extrait | null {
  const trouves: Extrait[] = [];
  for (const [k, mot] of mots.entries()) {
    if (mot.forme !== '(') continue;
    const fermante = mots.findIndex((autre, rang) => rang > k && autre.forme === ')');
    if (fermante < 0 || fermante > k + LONGUEUR) continue;
    const dedans = mots.slice(k + 1, fermante);
    const sens = estMot(mots, k + 1, ...MOTS_ECHEANCE) || annonce(mots, k + 1) ? lireListe(dedans, reperes) : null;
    if (!sens?.every(estDate)) continue;
    const i = k + 1 + (estMot(mots, k + 1, ...MOTS_ECHEANCE) ? (estMot(mots, k + 2, ':') ? 2 : 1) : 0);
    trouves.push({ i, suite: fermante, sens, place: 'parentheses', net: i > k + 1 });
  }
  const [seul, autre] = trouves;
  return seul && !autre ? seul : null;
}

/** « Création effective des postes début 2022 », « Installation des 2021 » (words are missing, the year remains). */
function enFin(mots: readonly Mot[], reperes: Reperes, mode: Mode): Extrait | null {
  const suite = apresDernierMot(mots);
  for (let i = Math.max(1, suite - LONGUEUR); i < suite; i += 1) {
    if (mots[i]?.genre === 'signe' || coupeUneDate(mots, i)) continue;
    const sens = lireListe(mots.slice(i, suite), reperes);
    if (!sens) continue;
    const avant = mots[i - 1];
    const incomplete = suite === i + 2 && estMot(mots, i, ...DETERMINANTS) && nombreA(mots, i + 1)?.chiffres === 4;
    if (incomplete) {
      const annee = lireListe(mots.slice(i + 1, suite), reperes);
      return annee && { i: i + 1, suite, sens: annee, place: 'fin', net: false };
    }
    const ponctue = avant?.genre === 'signe' && !estMot(mots, i - 1, '%', '°', '+', '=', '/');
    // A line break sets the deadline apart from the deliverables; in a cell of deadlines it is only a blank.
    const separe = ponctue || (mode === 'mixte' && mots[i]?.tete === true);
    if (!separe && !sens.every(estDate)) return null;
    if (!separe && estMot(mots, i - 1, ...REFERENCES)) return null;
    if (estMot(mots, i, ...GENITIFS) && !separe) return null;
    const anneeNue = suite === i + 1 && nombreA(mots, i) !== null;
    if (anneeNue && estMot(mots, i - 1, ...TITRES)) return null;
    // « 3 réunions en 2022 » counts meetings.
    const phrase = mots.slice(0, i);
    if (mode === 'strict' && phrase.some((mot) => mot.genre === 'nombre' && mot.forme.length === 4)) return null;
    if (mode === 'strict' && !separe && (phrase.some((mot) => mot.genre === 'nombre') || raconte(phrase))) return null;
    const dit =
      separe ||
      annonce(mots, i) ||
      estMot(mots, i, 'au', 'a', 'le', 'dans', 'sur') ||
      (mode === 'mixte' ? true : !anneeNue);
    return dit ? { i, suite, sens, place: 'fin', net: separe } : null;
  }
  return null;
}

/** « Fin 2023 pour les SGC-D pilotes », « Début 2024 (phase pilote) », « mars 2022 : livraison du guide ». */
function enTete(mots: readonly Mot[], reperes: Reperes): Extrait | null {
  for (let suite = Math.min(mots.length - 1, LONGUEUR); suite >= 1; suite -= 1) {
    if (!estMot(mots, suite, '(', ':', ',', '-', 'pour', ';')) continue;
    const sens = lireListe(mots.slice(0, suite), reperes);
    if (!sens?.every(estDate)) continue;
    const reste = mots.slice(suite + 1);
    if (reste.length === 0 || reste.some((mot) => parleDeTemps(mot, estMot(mots, suite, '(', 'pour')))) return null;
    return { i: 0, suite, sens, place: 'tete', net: estMot(mots, suite, '(', ':') };
  }
  return null;
}

/** What is left must not be another date or a figure to reach (« 2023 : 50 % »); a comment may count (« phase 1 »). */
function parleDeTemps(mot: Mot, nombresPermis: boolean): boolean {
  if (mot.forme === '%' || moisDuMot(mot)) return true;
  return mot.genre === 'nombre' && (!nombresPermis || mot.forme.length > 3);
}

/** « a été validé en 2020 » tells the past. */
function raconte(mots: readonly Mot[]): boolean {
  return mots.some((_, i) => apresLaPlusLongue(mots, i, RECIT) !== null);
}

const RECIT = vocabulaire(
  'a ete',
  'ont ete',
  'avait',
  'avaient',
  'etait',
  'etaient',
  'a eu',
  'a eu lieu',
  'il y a',
  'est intervenu',
);

function estDate(sens: SensNomme): boolean {
  return (
    sens.nature === 'date' ||
    sens.nature === 'periode' ||
    sens.nature === 'au_plus_tard' ||
    sens.nature === 'a_partir_de'
  );
}

/** « 15 | mars 2022 », « semestre | 2022 »: the middle of a date is not the start of one. */
function coupeUneDate(mots: readonly Mot[], i: number): boolean {
  const avant = mots[i - 1];
  if (avant?.genre === 'nombre') return true;
  return (moisDuMot(avant) !== null && nombreA(mots, i) !== null) || estMot(mots, i - 1, ...MOTS_ECHEANCE);
}

function apresDernierMot(mots: readonly Mot[]): number {
  let suite = mots.length;
  while (suite > 0 && estMot(mots, suite - 1, '.', ';', ',', '!', ':', '-', ')', ']')) suite -= 1;
  return suite;
}

/** A deadline is never longer: what comes before is a sentence, however long the cell. */
const LONGUEUR = 24;

const MOTS_ECHEANCE = ['echeance', 'echeances', 'delai', 'prevu', 'prevue', 'objectif', 'cible'];

/** Determiners that call for a noun: before a year, the noun is missing. */
const DETERMINANTS = ['des', 'les', 'la', 'un', 'une', 'aux', 'leurs', 'ses', 'ces'];

const GENITIFS = ['de', 'd', 'du', 'des'];

/** A date after these words dates something else than the action, or denies it. */
const REFERENCES = [
  'loi',
  'lois',
  'article',
  'articles',
  'decret',
  'arrete',
  'circulaire',
  'note',
  'instruction',
  'ordonnance',
  'directive',
  'finances',
  'plf',
  'lfi',
  'lf',
  'n',
  'no',
  'numero',
  'page',
  'version',
  'selon',
  'cf',
  'voir',
  'pas',
  'non',
  'ni',
  'sauf',
  'hors',
  'sans',
  'impossible',
  'jamais',
  'excepte',
  'abandonne',
  'abandonnee',
  'annule',
  'annulee',
  'du',
  'de',
  'd',
];

/** A bare year after these words is part of a title: « bilan 2022 ». */
const TITRES = [
  'rapport',
  'bilan',
  'budget',
  'plan',
  'campagne',
  'edition',
  'exercice',
  'programme',
  'millesime',
  'barometre',
];
