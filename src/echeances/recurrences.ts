import type { Etat } from './etats.ts';
import { apresDesinence, JOURS_DE_SEMAINE, lireOrdinal, lireQuantite, moisDuMot } from './lexique.ts';
import type { Mot, Regle } from './mots.ts';
import { apresLaPlusLongue, apresSuite, estMot, nombreA, vocabulaire } from './mots.ts';

/** « chaque trimestre », « tous les six mois », « mensuel », « réunion mensuelle », « deux fois par an ». */
export const lireRecurrence: Regle<Etat> = (mots, i) => {
  const suite = apresChaque(mots, i) ?? apresFois(mots, i) ?? apresRythme(mots, i);
  return suite === null ? null : { valeur: { nature: 'recurrent', phrase: null, ambigu: false }, suite };
};

function apresChaque(mots: readonly Mot[], i: number): number | null {
  const debut = apresLaPlusLongue(mots, i, CHAQUE);
  if (debut === null || (debut === i + 1 && estMot(mots, i, 'le', 'les') && !estRangDuMois(mots, debut))) return null;
  if (estMot(mots, debut - 1, 'moins')) return apresFois(mots, debut) ?? apresChaque(mots, debut);
  let suite = debut;
  let sur: number | null = null;
  while (suite < mots.length && suite < debut + 10) {
    if (ouvreUneBorne(mots, suite)) break;
    const mot = mots[suite];
    if (!mot) break;
    if (
      TEMPS.has(mot.forme.replace(/s$/, '')) ||
      JOURS_DE_SEMAINE.includes(mot.forme.replace(/s$/, '')) ||
      moisDuMot(mot)
    ) {
      suite += 1;
      sur = suite;
      continue;
    }
    const rang = lireOrdinal(mots, suite) ?? lireQuantite(mots, suite);
    if (rang && (nombreA(mots, suite)?.chiffres ?? 0) <= 2) {
      suite = Math.max(rang.suite, apresDesinence(mots, rang.suite));
      continue;
    }
    if (mot.genre !== 'mot' || !PETITS_MOTS.has(mot.forme)) break;
    suite += 1;
  }
  return sur;
}

/** « le premier lundi du mois » without « chaque »: a rank, a weekday, « du mois ». */
function estRangDuMois(mots: readonly Mot[], i: number): boolean {
  const rang = lireOrdinal(mots, i);
  const jour = rang && JOURS_DE_SEMAINE.includes(mots[rang.suite]?.forme.replace(/s$/, '') ?? '');
  return Boolean(rang && jour && apresLaPlusLongue(mots, rang.suite + 1, DU_MOIS));
}

/** « deux fois par an », « 2 x / an », « 1 par trimestre », « par an ». */
function apresFois(mots: readonly Mot[], i: number): number | null {
  const quantite = lireQuantite(mots, i);
  const fois = quantite && estMot(mots, quantite.suite, 'fois', 'x', 'reunions', 'reunion', 'comites', 'points');
  const place = quantite ? (fois ? quantite.suite + 1 : quantite.suite) : i;
  const par = estMot(mots, place, 'par', '/') || (fois && estMot(mots, place, 'l', 'chaque')) ? place + 1 : null;
  if (par === null) return null;
  return UNITES.has(mots[par]?.forme.replace(/(?<=[^i])s$/, '') ?? '') ? par + 1 : null;
}

/** « mensuel », « trimestriellement », « rythme annuel », « comité de suivi mensuel ». */
function apresRythme(mots: readonly Mot[], i: number): number | null {
  const prefixe = apresLaPlusLongue(mots, i, PREFIXES);
  if (prefixe !== null) return apresRythme(mots, prefixe);
  const sujet = mots[i]?.genre === 'mot' && SUJETS.has(mots[i]?.forme ?? '') ? i + 1 : i;
  const complement = sujet > i ? (apresLaPlusLongue(mots, sujet, COMPLEMENTS) ?? sujet) : sujet;
  const mot = mots[complement];
  if (mot?.genre !== 'mot' || !RYTHME.test(mot.forme)) return null;
  const suite = complement + 1;
  return apresSuite(mots, suite, ['et']) !== null && RYTHME.test(mots[suite + 1]?.forme ?? '') ? suite + 2 : suite;
}

function ouvreUneBorne(mots: readonly Mot[], i: number): boolean {
  return apresLaPlusLongue(mots, i, BORNES) !== null;
}

type Ensemble = ReadonlySet<string>;

const UNITES: Ensemble = new Set([
  'jour',
  'semaine',
  'quinzaine',
  'mois',
  'bimestre',
  'trimestre',
  'quadrimestre',
  'semestre',
  'an',
  'annee',
]);

const TEMPS: Ensemble = new Set([
  ...UNITES,
  'moi',
  'matin',
  'rentree',
  'exercice',
  'printemp',
  'ete',
  'automne',
  'hiver',
  'saison',
  'comite',
  'copil',
  'codir',
  'reunion',
  'seance',
  'instance',
  'campagne',
  'session',
  'gestion',
]);

const PETITS_MOTS: Ensemble = new Set([
  'de',
  'd',
  'du',
  'des',
  'le',
  'la',
  'l',
  'les',
  'en',
  'au',
  'a',
  'et',
  'ou',
  'fin',
  'debut',
  'mi',
  'dernier',
  'derniere',
  'civil',
  'civile',
  'scolaire',
]);

const SUJETS: Ensemble = new Set([
  'point',
  'points',
  'reunion',
  'reunions',
  'comite',
  'comites',
  'bilan',
  'bilans',
  'suivi',
  'revue',
  'rapport',
  'enquete',
  'reporting',
  'mise',
  'actualisation',
  'frequence',
  'periodicite',
  'rythme',
  'echeance',
  'action',
  'publication',
]);

const RYTHME =
  /^(quotidien|journalier|hebdomadaire|bihebdomadaire|bimensuel|mensuel|bimestriel|trimestriel|quadrimestriel|semestriel|annuel|biannuel|bisannuel|pluriannuel|biennal|triennal|recurrent|periodique|regulier|reguliere)(le|ne)?s?(ment|lement|nement)?$|^(hebdo|regulierement|periodiquement|annuellement|journaliere|journalieres|biennale|triennale|recurrente|recurrents|recurrentes)$/;

const CHAQUE = vocabulaire(
  'chaque',
  'a chaque',
  'lors de chaque',
  'de chaque',
  'tous les',
  'toutes les',
  'tout les',
  'au moins',
  'le',
  'les',
);

const DU_MOIS = vocabulaire('du mois', 'de chaque mois', 'du trimestre');

const COMPLEMENTS = vocabulaire('de suivi', 'd avancement', 'de pilotage', 'd etape', 'a jour');

const BORNES = vocabulaire(
  'a partir',
  'a compter',
  'jusqu',
  'jusque',
  'au plus',
  'des',
  'depuis',
  'd ici',
  'avant',
  'apres',
);

const PREFIXES = vocabulaire('bi -', 'bi', 'tri -', 'pluri -', 'semi -');
