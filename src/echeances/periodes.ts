import { ajouterJours } from '#socle/valeurs';
import { lireAnneeApres, lireMillesime, siecle } from './annees.ts';
import { estAPeuPres, lireOrdinal, moisDuMot } from './lexique.ts';
import type { AnneeNommee, Grain, Moment, Supposition } from './moment.ts';
import { moisEntiers, semaineISO } from './moment.ts';
import type { Lu, Mot, Regle } from './mots.ts';
import { apresLaPlusLongue, estMot, nombreA, vocabulaire } from './mots.ts';

/** Months, quarters, semesters, quadrimestres and ISO weeks, named one way or another, with or without their year. */
export const lireDivision: Regle<Moment> = (mots, i) =>
  lireQuinzaine(mots, i) ??
  lireMoisEnChiffres(mots, i) ??
  lireMois(mots, i) ??
  lireRangPuisUnite(mots, i) ??
  lireUnitePuisRang(mots, i) ??
  lireMoitie(mots, i);

/** « mars 2016 », « mois de mars », « sept. 23 », « mars-24 ». */
const lireMois: Regle<Moment> = (mots, i) => {
  const nom = apresLaPlusLongue(mots, i, MOIS_DE) ?? i;
  const lu = moisDuMot(mots[nom]);
  if (!lu) return null;
  const annee = lireAnneeApres(mots, nom + 1);
  const suppositions: Supposition[] = [...anneeAbregee(annee.abregee)];
  if (lu.corrige) suppositions.push({ porte: 'tout', phrase: `« ${mots[nom]?.forme} » lu « ${lu.corrige} »` });
  return { valeur: momentDuMois(annee.valeur, lu.mois, suppositions), suite: annee.suite };
};

function momentDuMois(annee: AnneeNommee, mois: number, suppositions: readonly Supposition[] = []): Moment {
  return { grain: 'mois', part: null, annee, situer: (an) => moisEntiers(an, mois, 1), suppositions };
}

export function anneeAbregee(abregee: number | null): readonly Supposition[] {
  return abregee === null ? [] : [{ porte: 'tout', phrase: `« ${abregee} » lu comme l’année ${2000 + abregee}` }];
}

/** « 06/2023 », « 06-2023 », « 2023-06 », « 03/24 » (no 24th month: a year). */
const lireMoisEnChiffres: Regle<Moment> = (mots, i) => {
  const gauche = nombreA(mots, i);
  const droite = nombreA(mots, i + 2);
  if (!gauche || !droite || !estMot(mots, i + 1, '/', '-', '.')) return null;
  const suiteChiffree = estMot(mots, i + 3, mots[i + 1]?.forme ?? '') && (nombreA(mots, i + 4)?.chiffres ?? 9) <= 2;
  if (suiteChiffree) return null;
  const suite = i + 3;
  if (gauche.chiffres <= 2 && droite.chiffres === 4 && lireMillesime(mots, i + 2)) {
    if (gauche.valeur > 12 && !estMot(mots, i + 1, '/')) return null;
    return { valeur: momentDuMois(droite.valeur, gauche.valeur), suite };
  }
  if (gauche.chiffres === 4 && lireMillesime(mots, i) && droite.chiffres === 2 && droite.valeur <= 12) {
    const aussiUneAnnee = droite.valeur > gauche.valeur % 100;
    if (droite.valeur === 0 || (aussiUneAnnee && !estMot(mots, i + 1, '-'))) return null;
    const doute: readonly Supposition[] = aussiUneAnnee
      ? [{ porte: 'tout', phrase: 'lu année-mois, et non comme deux années', doute: true }]
      : [];
    return { valeur: momentDuMois(gauche.valeur, droite.valeur, doute), suite };
  }
  const annee = siecle(droite);
  if (estMot(mots, i + 1, '/') && gauche.chiffres <= 2 && gauche.valeur <= 12 && droite.chiffres === 2) {
    if (gauche.valeur > 0 && droite.valeur > 12 && annee !== null && annee <= 2060) {
      return { valeur: momentDuMois(annee, gauche.valeur, anneeAbregee(droite.valeur)), suite };
    }
  }
  return null;
};

/** « première quinzaine de mars 2023 », « dernière semaine de juin »: so many days of a month. */
const lireQuinzaine: Regle<Moment> = (mots, i) => {
  const derniere = estMot(mots, i, 'derniere');
  const rang = derniere ? { valeur: 0, suite: i + 1 } : lireOrdinal(mots, i);
  if (!rang || !estMot(mots, rang.suite, 'quinzaine', 'semaine')) return null;
  const mois = lireMois(mots, apresLaPlusLongue(mots, rang.suite + 1, DU_MOIS) ?? rang.suite + 1);
  if (!mois || rang.valeur > (estMot(mots, rang.suite, 'quinzaine') ? 2 : 4)) return null;
  const quinzaine = estMot(mots, rang.suite, 'quinzaine');
  const situer: Moment['situer'] = (an) => {
    const entier = mois.valeur.situer(an);
    if (!entier) return null;
    const { debut, fin } = entier;
    if (quinzaine && rang.valeur === 1) return { debut, fin: ajouterJours(debut, 14) };
    if (quinzaine) return { debut: ajouterJours(debut, 15), fin };
    if (derniere) return { debut: ajouterJours(fin, -6), fin };
    return { debut: ajouterJours(debut, 7 * (rang.valeur - 1)), fin: ajouterJours(debut, 7 * rang.valeur - 1) };
  };
  const suppositions = quinzaine ? mois.valeur.suppositions : [...mois.valeur.suppositions, SEPT_JOURS];
  return { valeur: { ...mois.valeur, grain: 'quinzaine', situer, suppositions }, suite: mois.suite };
};

const DU_MOIS = vocabulaire('de', 'd', 'du');

const SEPT_JOURS: Supposition = {
  porte: 'tout',
  phrase: 'une semaine d’un mois : sept jours comptés du 1er, ou les sept derniers',
  doute: true,
};

type Unite = 'trimestre' | 'semestre' | 'quadrimestre' | 'semaine';

/** « 1er semestre 2022 », « dernier trimestre », « 2T24 », « 12e semaine ». */
const lireRangPuisUnite: Regle<Moment> = (mots, i) => {
  const dernier = estMot(mots, i, 'dernier', 'derniere');
  const rang = dernier ? { valeur: 0, suite: i + 1 } : lireOrdinal(mots, i);
  if (!rang) return null;
  const unite = uniteA(mots, rang.suite, rang.valeur, 'apres');
  if (!unite || (dernier && unite === 'semaine')) return null;
  const numero = dernier ? PAR_AN[unite] : rang.valeur;
  return avecAnnee(mots, apresPoint(mots, rang.suite + 1), unite, numero, []);
};

/** « T2 2024 », « trimestre 2 », « S12 2025 » (week), « S1 2025 » (semester or week), « semaines 12 à 14 ». */
const lireUnitePuisRang: Regle<Moment> = (mots, i) => {
  const place = apresPoint(mots, i + 1);
  const numero = nombreA(mots, place);
  if (!numero || numero.chiffres > 2 || numero.valeur === 0) return null;
  const unite = uniteA(mots, i, numero.valeur, 'avant', numero.chiffres);
  if (!unite) return null;
  if (unite === 'semaine') {
    const jusque = lireAutreSemaine(mots, place + 1, numero.valeur);
    if (jusque) return avecAnnee(mots, jusque.suite, unite, numero.valeur, [], jusque.valeur);
  }
  const doute: Supposition = {
    porte: 'tout',
    phrase: `« S${numero.valeur} » lu comme un semestre, et non comme une semaine`,
    doute: true,
  };
  const abrege = unite === 'semestre' && estMot(mots, i, 's', 'sem');
  return avecAnnee(mots, place + 1, unite, numero.valeur, abrege ? [doute] : []);
};

function lireAutreSemaine(mots: readonly Mot[], i: number, depuis: number): Lu<number> {
  if (!estMot(mots, i, '-', 'a', 'et', '/', 'au')) return null;
  const place = estMot(mots, i + 1, 's', 'sem', 'semaine') ? i + 2 : i + 1;
  const numero = nombreA(mots, place);
  const plausible = numero && numero.chiffres <= 2 && numero.valeur > depuis && numero.valeur <= 53;
  return plausible ? { valeur: numero.valeur, suite: place + 1 } : null;
}

/** « première moitié de 2024 », « seconde moitié de l’année 2024 »: a semester. */
const lireMoitie: Regle<Moment> = (mots, i) => {
  const rang = lireOrdinal(mots, i);
  if (!rang || rang.valeur > 2 || !estMot(mots, rang.suite, 'moitie')) return null;
  const suite = apresLaPlusLongue(mots, rang.suite + 1, DE_L_ANNEE) ?? rang.suite + 1;
  return avecAnnee(mots, suite, 'semestre', rang.valeur, []);
};

function uniteA(mots: readonly Mot[], i: number, numero: number, place: 'avant' | 'apres', chiffres = 1): Unite | null {
  const mot = mots[i];
  if (estAPeuPres(mot, ['trimestre', 'trimestres', 'trim', 'trimest', 'tri', 't'])) return 'trimestre';
  if (place === 'avant' && (estMot(mots, i, 'q') || (estMot(mots, i, 'h') && numero <= 2))) {
    return estMot(mots, i, 'q') ? 'trimestre' : 'semestre';
  }
  if (estAPeuPres(mot, ['quadrimestre', 'quadrimestres', 'quadri', 'quad'])) return 'quadrimestre';
  if (estAPeuPres(mot, ['semestre', 'semestres', 'semest'])) return 'semestre';
  if (estMot(mots, i, 'semaine', 'semaines', 'w', 'week')) return 'semaine';
  if (!estMot(mots, i, 's', 'sem')) return null;
  if (place === 'apres') return numero <= 2 ? 'semestre' : estMot(mots, i, 'sem') ? 'semaine' : null;
  return numero <= 2 && chiffres === 1 ? 'semestre' : 'semaine';
}

function avecAnnee(
  mots: readonly Mot[],
  i: number,
  unite: Unite,
  numero: number,
  suppositions: readonly Supposition[],
  jusque: number = numero,
): Lu<Moment> {
  const annee = lireAnneeApres(mots, i, { apresTiret: unite !== 'semaine' });
  const toutes = [...suppositions, ...anneeAbregee(annee.abregee)];
  return { valeur: momentDeDivision(annee.valeur, unite, numero, jusque, toutes), suite: annee.suite };
}

function momentDeDivision(
  annee: AnneeNommee,
  unite: Unite,
  numero: number,
  jusque: number,
  suppositions: readonly Supposition[],
): Moment {
  return {
    grain: unite satisfies Grain,
    part: null,
    annee,
    situer: (an) => division(an, unite, numero, jusque),
    suppositions,
    decliner: (fragment) =>
      'nombre' in fragment ? momentDeDivision(annee, unite, fragment.nombre, fragment.nombre, suppositions) : null,
  };
}

function division(annee: number, unite: Unite, numero: number, jusque: number) {
  if (unite === 'semaine') {
    const debut = semaineISO(annee, numero);
    const fin = semaineISO(annee, jusque);
    return debut && fin && { debut: debut.debut, fin: fin.fin };
  }
  const duree = 12 / PAR_AN[unite];
  return numero >= 1 && numero <= PAR_AN[unite] ? moisEntiers(annee, (numero - 1) * duree + 1, duree) : null;
}

/** « sem. 12 », « semaine n° 12 ». */
function apresPoint(mots: readonly Mot[], i: number): number {
  return apresLaPlusLongue(mots, i, NUMERO) ?? i;
}

const NUMERO = vocabulaire('.', '°', 'n', 'n °', 'no', 'numero');

const PAR_AN = { trimestre: 4, semestre: 2, quadrimestre: 3, semaine: 53 } as const;

const MOIS_DE = vocabulaire('mois de', 'mois d', 'le mois de', 'le mois d', 'du mois de', 'mois');

const DE_L_ANNEE = vocabulaire('de l annee', 'd annee');
