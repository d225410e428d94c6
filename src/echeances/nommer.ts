import { lireMillesime } from './annees.ts';
import { lireDate } from './dates.ts';
import type { Moment, Part } from './moment.ts';
import { partDe } from './moment.ts';
import type { Lu, Mot, Regle, Vocabulaire } from './mots.ts';
import { apresLaPlusLongue, estMot, vocabulaire } from './mots.ts';
import { lireDivision } from './periodes.ts';
import { lireAnneeSansMillesime, lireGrandePeriode } from './saisons.ts';

/** One moment of the calendar, named in full or in part: a day, a stretch, or the beginning, middle or end of a stretch. */
export const lireMoment: Regle<Moment> = (mots, i) =>
  lirePart(mots, i) ?? lireDate(mots, i) ?? lireAnneePuisDivision(mots, i) ?? lirePeriode(mots, i);

const lirePeriode: Regle<Moment> = (mots, i) => lireDivision(mots, i) ?? lireGrandePeriode(mots, i);

/** « début 2024 », « fin du 1er semestre 2022 », « mi-mars », « fin d’année ». */
const lirePart: Regle<Moment> = (mots, i) => {
  const part = lireMotDePart(mots, i);
  if (!part) return null;
  if (part.valeur === 'entier') {
    return lirePeriodeApresPart(mots, part.suite);
  }
  const periode = lirePeriodeApresPart(mots, part.suite);
  const moment = periode && partDe(periode.valeur, part.valeur);
  return moment && { valeur: moment, suite: periode.suite };
};

/** « début », « mi- », « fin » as such, for « début et fin 2023 »; « courant » takes the whole. */
export function lireMotDePart(mots: readonly Mot[], i: number): Lu<Part | 'entier'> {
  for (const [part, expressions] of MOTS_DE_PART) {
    const suite = apresLaPlusLongue(mots, i, expressions);
    if (suite !== null) return { valeur: part, suite: estMot(mots, suite, '-') ? suite + 1 : suite };
  }
  return null;
}

function lirePeriodeApresPart(mots: readonly Mot[], i: number): Lu<Moment> {
  const liaison = apresLaPlusLongue(mots, i, LIAISONS) ?? i;
  const direct = lireAnneePuisDivision(mots, i) ?? lirePeriode(mots, i);
  return (
    direct ??
    lireAnneePuisDivision(mots, liaison) ??
    lirePeriode(mots, liaison) ??
    lireAnneeSansMillesime(mots, liaison)
  );
}

/** « 2024 T2 », « 2023 – 1er semestre », « 2022 (été) »: the year first, and the rest without one. */
const lireAnneePuisDivision: Regle<Moment> = (mots, i) => {
  const nommee = apresLaPlusLongue(mots, i, NOMS_D_ANNEE) ?? i;
  const millesime = lireMillesime(mots, nommee);
  if (!millesime) return null;
  const ouvrante = estMot(mots, millesime.suite, '(', '[');
  const liaison = ouvrante || estMot(mots, millesime.suite, '-', ',', ':', '/') ? millesime.suite + 1 : millesime.suite;
  const periode = lirePart(mots, liaison) ?? lireDivision(mots, liaison) ?? lireGrandePeriode(mots, liaison);
  if (!periode || periode.valeur.annee !== null || periode.valeur.grain === 'annee') return null;
  const suite = ouvrante && estMot(mots, periode.suite, ')', ']') ? periode.suite + 1 : periode.suite;
  return { valeur: { ...periode.valeur, annee: millesime.valeur }, suite };
};

const MOTS_DE_PART: readonly (readonly [Part | 'entier', Vocabulaire])[] = [
  [
    'debut',
    vocabulaire('debut', 'tout debut', 'le debut', 'debuts', 'au debut', 'au tout debut', 'en debut', 'des le debut'),
  ],
  ['mi', vocabulaire('mi', 'milieu', 'le milieu', 'au milieu', 'la mi', 'a la mi', 'a mi')],
  ['fin', vocabulaire('fin', 'la fin', 'toute fin', 'a la fin', 'en fin', 'la toute fin', 'a la toute fin', 'fins')],
  [
    'entier',
    vocabulaire(
      'courant',
      'le courant',
      'dans le courant',
      'en courant',
      'au courant',
      'au cours',
      'en cours',
      'dans le cours',
      'pendant',
      'durant',
      'dans',
      'tout au long',
      'sur toute',
      'toute',
      'sur',
      'tout',
    ),
  ],
];

const LIAISONS = vocabulaire('de', 'd', 'du', 'de l', 'de la', 'des', 'l', 'le', 'la', 'les', '-');

const NOMS_D_ANNEE = vocabulaire('annee', 'l annee', 'exercice', 'gestion');
