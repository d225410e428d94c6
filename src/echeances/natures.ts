import { CONDITIONS, CONDITIONS_SI_EVENEMENT, EVENEMENTS } from './conditions.ts';
import type { Etat } from './etats.ts';
import { ETATS } from './etats.ts';
import { moisDuMot } from './lexique.ts';
import type { Lu, Mot, Regle } from './mots.ts';
import { apresLaPlusLongue, estMot, nombreA, vocabulaire } from './mots.ts';
import { lireRecurrence } from './recurrences.ts';
import { lireDelaiRelatif } from './relatifs.ts';

export const lireEtat: Regle<Etat> = (mots, i) => {
  const lus = [
    lireEtatSimple(mots, i),
    lireEnCoursDe(mots, i),
    lireADefinir(mots, i),
    lireRecurrence(mots, i),
    lireDelaiRelatif(mots, i),
  ];
  return lus.reduce((meilleur, lu) => (lu && (!meilleur || lu.suite > meilleur.suite) ? lu : meilleur), null);
};

/** « après validation en comité », « sous réserve des crédits »: up to the end of the sentence, whatever it says. */
export const lireCondition: Regle<Etat> = (mots, i) => {
  const liaison = estMot(mots, i, ',', '(', '-') ? i + 1 : i;
  const libre = apresLaPlusLongue(mots, liaison, CONDITIONS);
  const debut = libre ?? apresEvenement(mots, liaison);
  if (debut === null || (libre !== null && mots[debut]?.genre === 'signe')) return null;
  let suite = debut;
  while (suite < mots.length && !estMot(mots, suite, ';')) suite += 1;
  if (libre !== null && suite === libre) return null;
  return {
    valeur: { nature: 'conditionnel', phrase: 'dépend d’un événement que la cellule ne date pas', ambigu: false },
    suite,
  };
};

/** « dès la publication », « avant le prochain comité »: only before the name of an event. */
function apresEvenement(mots: readonly Mot[], i: number): number | null {
  const tournure = apresLaPlusLongue(mots, i, CONDITIONS_SI_EVENEMENT);
  if (tournure === null) return null;
  for (let k = tournure; k < tournure + 4; k += 1) {
    const mot = mots[k];
    if (mot?.genre !== 'mot') return null;
    if (EVENEMENTS.has(mot.forme.replace(/s$/, ''))) return k + 1;
  }
  return null;
}

function lireEtatSimple(mots: readonly Mot[], i: number): Lu<Etat> {
  let meilleur: Lu<Etat> = null;
  for (const { nature, phrase = null, ambigu = false, expressions } of ETATS) {
    const suite = apresLaPlusLongue(mots, i, expressions);
    if (suite !== null && suite > (meilleur?.suite ?? i)) meilleur = { valeur: { nature, phrase, ambigu }, suite };
  }
  return meilleur;
}

/** « en cours de finalisation », « en cours d’analyse juridique »: a few words, none of them a date. */
const lireEnCoursDe: Regle<Etat> = (mots, i) => {
  const debut = apresLaPlusLongue(mots, i, EN_COURS_DE);
  if (debut === null) return null;
  const suite = apresProse(mots, debut, 6);
  return suite === debut ? null : { valeur: { nature: 'en_cours', phrase: null, ambigu: false }, suite };
};

/** « à définir avec la DNUM », « reste à préciser au niveau régional ». */
const lireADefinir: Regle<Etat> = (mots, i) => {
  const sujet = apresLaPlusLongue(mots, i, SUJETS_A_DEFINIR) ?? i;
  if (!estMot(mots, sujet, 'a') || !A_DEFINIR.test(mots[sujet + 1]?.forme ?? '')) return null;
  return { valeur: { nature: 'a_definir', phrase: null, ambigu: false }, suite: apresProse(mots, sujet + 2, 10) };
};

const A_DEFINIR =
  /^(definir|preciser|determiner|fixer|confirmer|planifier|programmer|arreter|venir|completer|renseigner|etablir|convenir|voir|discuter|arbitrer|caler|estimer|evaluer|etudier)$/;

const TEMPOREL =
  /^(janv|jour|semaine|mois|trimestre|semestre|an|annee|ete|automne|hiver|printemps|rentree|fin|debut|mi|courant|avant|apres|jusqu|partir)$/;

/** Ordinary words only: stops at a sign, a figure, a month, a word of time. */
function apresProse(mots: readonly Mot[], i: number, longueur: number): number {
  let suite = i;
  while (suite < mots.length && suite < i + longueur) {
    const mot = mots[suite];
    if (mot?.genre !== 'mot' || nombreA(mots, suite) || moisDuMot(mot) || TEMPOREL.test(mot.forme)) break;
    suite += 1;
  }
  return suite;
}

const EN_COURS_DE = vocabulaire('en cours de', 'en cours d', 'travaux en cours de', 'en phase de', 'en phase d');

const SUJETS_A_DEFINIR = vocabulaire(
  'reste',
  'restant',
  'date',
  'dates',
  'echeance',
  'echeances',
  'calendrier',
  'delai',
  'delais',
);
