import { jour } from '#socle/valeurs';
import { lireAnneeApres, lireAnneeRelative, lireMillesime, siecle } from './annees.ts';
import { moisDuMot } from './lexique.ts';
import type { AnneeNommee, Moment, Supposition } from './moment.ts';
import { moisEntiers } from './moment.ts';
import type { Lu, Mot, Regle } from './mots.ts';
import { apresLaPlusLongue, estMot, nombreA, vocabulaire } from './mots.ts';
import { anneeAbregee } from './periodes.ts';

/** Seasons, the autumn return (« rentrée »), school years, and years themselves. */
export const lireGrandePeriode: Regle<Moment> = (mots, i) =>
  lireSaison(mots, i) ?? lireRentree(mots, i) ?? lireAnneeScolaire(mots, i) ?? lireAnnee(mots, i);

/** « automne 2023 », « hiver 2023-2024 ». Winter bears the year in which it begins. */
const lireSaison: Regle<Moment> = (mots, i) => {
  const prochain = estMot(mots, i, 'prochain', 'prochaine') ? i + 1 : i;
  const saison = SAISONS.get(mots[prochain]?.forme ?? '');
  if (!saison) return null;
  const double = lireDeuxMillesimes(mots, prochain + 1);
  const annee = double
    ? { valeur: double.valeur, suite: double.suite, abregee: null }
    : lireAnneeApres(mots, prochain + 1);
  const suppositions: Supposition[] = [...anneeAbregee(annee.abregee)];
  if (saison.mois === 12 && !double && typeof annee.valeur === 'number') {
    const phrase = `l’hiver ${annee.valeur} commence le 21 décembre ${annee.valeur}`;
    suppositions.push({ porte: 'tout', phrase, doute: true });
  }
  return { valeur: momentDeSaison(annee.valeur, saison, suppositions), suite: annee.suite };
};

function momentDeSaison(
  annee: AnneeNommee,
  saison: { mois: number; finMois: number },
  suppositions: readonly Supposition[],
): Moment {
  const situer: Moment['situer'] = (an) => {
    const debut = jour(an, saison.mois, 21);
    const fin = jour(saison.mois === 12 ? an + 1 : an, saison.finMois, 20);
    return debut && fin && { debut, fin };
  };
  return { grain: 'saison', part: null, annee, situer, suppositions };
}

/** « rentrée 2023 », « rentrée scolaire 2023-2024 »: September. */
const lireRentree: Regle<Moment> = (mots, i) => {
  const prochaine = estMot(mots, i, 'prochaine') ? i + 1 : i;
  if (!estMot(mots, prochaine, 'rentree', 'rentre', 'rentrees')) return null;
  const qualifiee = apresLaPlusLongue(mots, prochaine + 1, QUALITES_DE_RENTREE) ?? prochaine + 1;
  const double = lireDeuxMillesimes(mots, qualifiee);
  const annee = double ? { ...double, abregee: null } : lireAnneeApres(mots, qualifiee);
  const suppositions: readonly Supposition[] = [
    ...anneeAbregee(annee.abregee),
    { porte: 'fin', phrase: 'la rentrée vaut pour tout le mois de septembre' },
  ];
  const moment: Moment = {
    grain: 'rentree',
    part: null,
    annee: annee.valeur,
    situer: (an) => moisEntiers(an, 9, 1),
    suppositions,
  };
  return { valeur: moment, suite: annee.suite };
};

/** « année scolaire 2023-2024 »: from September to August. */
const lireAnneeScolaire: Regle<Moment> = (mots, i) => {
  const nommee = apresLaPlusLongue(mots, i, ANNEE_SCOLAIRE);
  if (nommee === null) return null;
  const double = lireDeuxMillesimes(mots, nommee);
  if (!double) return null;
  const moment: Moment = {
    grain: 'annee',
    part: null,
    annee: double.valeur,
    situer: (an) => moisEntiers(an, 9, 12),
    suppositions: [{ porte: 'tout', phrase: 'l’année scolaire va du 1er septembre au 31 août' }],
  };
  return { valeur: moment, suite: double.suite };
};

/** « 2022 », « gestion 2022 », « année 2022 », « cette année », « l’an prochain ». */
const lireAnnee: Regle<Moment> = (mots, i) => {
  const relative = lireAnneeRelative(mots, i);
  if (relative) return { valeur: momentDAnnee(relative.valeur), suite: relative.suite };
  const nommee = apresLaPlusLongue(mots, i, NOMS_D_ANNEE) ?? i;
  const millesime = lireMillesime(mots, nommee);
  if (!millesime) return null;
  const jusque = lireSecondMillesimeCourt(mots, millesime);
  return jusque ?? { valeur: momentDAnnee(millesime.valeur), suite: millesime.suite };
};

/** « 2016/18 », « 2023-24 »: up to the end of the second year. */
function lireSecondMillesimeCourt(mots: readonly Mot[], premier: { valeur: number; suite: number }): Lu<Moment> {
  const court = estMot(mots, premier.suite, '/', '-') ? nombreA(mots, premier.suite + 1) : null;
  if (court?.chiffres !== 2 || moisDuMot(mots[premier.suite + 2])) return null;
  const duree = court.valeur - (premier.valeur % 100);
  if (duree < 1 || duree > 30) return null;
  const situer: Moment['situer'] = (an) => moisEntiers(an, 1, 12 * (duree + 1));
  return { valeur: { ...momentDAnnee(premier.valeur), situer }, suite: premier.suite + 2 };
}

/** « l’année », « l’exercice », its year left out: only where something came before (« fin d’année », « courant de l’année »). */
export const lireAnneeSansMillesime: Regle<Moment> = (mots, i) => {
  const suite = apresLaPlusLongue(mots, i, NOMS_D_ANNEE);
  return suite === null ? null : { valeur: momentDAnnee(null), suite };
};

function momentDAnnee(annee: AnneeNommee): Moment {
  return { grain: 'annee', part: null, annee, situer: (an) => moisEntiers(an, 1, 12), suppositions: [] };
}

/** « 2023-2024 », « 2023/24 » after a winter, a return, a school year: the first of two neighbouring years. */
function lireDeuxMillesimes(mots: readonly Mot[], i: number): Lu<number> {
  const premier = lireMillesime(mots, i);
  if (!premier || !estMot(mots, premier.suite, '-', '/')) return null;
  const second = nombreA(mots, premier.suite + 1);
  return second && siecle(second) === premier.valeur + 1 ? { valeur: premier.valeur, suite: premier.suite + 2 } : null;
}

const SAISONS: ReadonlyMap<string, { mois: number; finMois: number }> = new Map([
  ['printemps', { mois: 3, finMois: 6 }],
  ['ete', { mois: 6, finMois: 9 }],
  ['automne', { mois: 9, finMois: 12 }],
  ['hiver', { mois: 12, finMois: 3 }],
]);

const QUALITES_DE_RENTREE = vocabulaire(
  'scolaire',
  'universitaire',
  'administrative',
  'politique',
  'sociale',
  'de septembre',
  'scolaire de septembre',
);

const NOMS_D_ANNEE = vocabulaire(
  'l annee',
  'annee',
  'annees',
  'les annees',
  'l annee civile',
  'annee civile',
  'exercice',
  'l exercice',
  'exercice budgetaire',
  'l exercice budgetaire',
  'gestion',
  'la gestion',
  'annee budgetaire',
  'l annee budgetaire',
  'gestion budgetaire',
  'millesime',
);

const ANNEE_SCOLAIRE = vocabulaire(
  'annee scolaire',
  'l annee scolaire',
  'annee universitaire',
  'l annee universitaire',
);
