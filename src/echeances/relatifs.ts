import type { Etat } from './etats.ts';
import { apresDesinence, lireQuantite } from './lexique.ts';
import type { Mot, Regle } from './mots.ts';
import { apresLaPlusLongue, estMot, nombreA, vocabulaire } from './mots.ts';

/** « sous 3 mois », « dans les 15 jours », « J + 30 », « trois mois après publication »: counted from a day the cell does not give. */
export const lireDelaiRelatif: Regle<Etat> = (mots, i) => {
  const suite = apresCompteur(mots, i) ?? apresNom(mots, i) ?? apresDuree(mots, i);
  if (suite === null) return null;
  return {
    valeur: { nature: 'relatif', phrase: 'délai compté d’un jour que la cellule ne donne pas', ambigu: true },
    suite,
  };
};

/** « J+30 », « T0 + 6 mois », « M + 3 », « année n+1 ». */
function apresCompteur(mots: readonly Mot[], i: number): number | null {
  const lettre = apresLaPlusLongue(mots, i, NOMS_D_ANNEE) ?? i;
  if (!/^[jmstnadhw]$/.test(mots[lettre]?.forme ?? '')) return null;
  const signe = nombreA(mots, lettre + 1)?.valeur === 0 ? lettre + 2 : lettre + 1;
  if (!estMot(mots, signe, '+') || !nombreA(mots, signe + 1)) return null;
  return apresUnite(mots, signe + 2) ?? signe + 2;
}

/** « sous quinzaine », « sous huitaine », « dans la semaine », « dans le mois ». */
function apresNom(mots: readonly Mot[], i: number): number | null {
  const suite = apresLaPlusLongue(mots, i, DELAIS_NOMMES);
  return suite === null ? null : apresEvenement(mots, suite);
}

function apresDuree(mots: readonly Mot[], i: number): number | null {
  const debut = apresPrefixes(mots, i);
  const quantite = lireQuantite(mots, debut);
  if (!quantite || (nombreA(mots, debut)?.chiffres ?? 0) > 3) return null;
  const place =
    apresDesinence(mots, quantite.suite) === quantite.suite ? apresAutreQuantite(mots, quantite.suite) : null;
  if (place === null) return null;
  const unite = apresUnite(mots, apresLaPlusLongue(mots, place, PROCHAINS) ?? place);
  if (
    unite === null ||
    (debut === i &&
      quantite.valeur <= 1 &&
      !/^(jours?|semaines?|mois|ans?|h|heures?)$/.test(mots[unite - 1]?.forme ?? ''))
  ) {
    return null;
  }
  let suite = unite;
  for (let tour = 0; tour < 3; tour += 1) {
    const parenthese = estMot(mots, suite, '(') && estMot(mots, suite + 2, ')') ? suite + 1 : suite;
    const qualite = apresLaPlusLongue(mots, parenthese, QUALITES);
    if (qualite === null) break;
    suite = parenthese > suite ? qualite + 1 : qualite;
  }
  return apresEvenement(mots, suite);
}

function apresPrefixes(mots: readonly Mot[], i: number): number {
  let place = i;
  for (let tour = 0; tour < 3; tour += 1) {
    const suite = apresLaPlusLongue(mots, place, PREFIXES);
    if (suite === null) break;
    place = estMot(mots, suite, ':') ? suite + 1 : suite;
  }
  return place;
}

/** « 3 à 6 mois », « 2-3 ans ». */
function apresAutreQuantite(mots: readonly Mot[], i: number): number {
  if (!estMot(mots, i, 'a', '-', 'ou', 'et', '/')) return i;
  return lireQuantite(mots, i + 1)?.suite ?? i;
}

function apresUnite(mots: readonly Mot[], i: number): number | null {
  return estMot(mots, i, ...UNITES) ? i + 1 : null;
}

/** « … après publication », « … à compter de la signature »: the event, to the end of the sentence. */
function apresEvenement(mots: readonly Mot[], i: number): number {
  const liaison = estMot(mots, i, ',', '(') ? i + 1 : i;
  if (apresLaPlusLongue(mots, liaison, DEPUIS_QUOI) === null) return i;
  let suite = i;
  while (suite < mots.length && !estMot(mots, suite, ';')) suite += 1;
  return suite;
}

/** « trimestre » and « semestre » only in the plural: « 2 semestre 2022 » is the second one. */
const UNITES: readonly string[] = [
  'jour',
  'jours',
  'j',
  'jrs',
  'semaines',
  'semaine',
  'mois',
  'trimestres',
  'semestres',
  'ans',
  'an',
  'annees',
  'annee',
  'heures',
  'heure',
  'h',
];

const PREFIXES = vocabulaire(
  'sous',
  'sous les',
  'sous un delai de',
  'sous un delai d',
  'sous un delai maximum de',
  'dans',
  'avant',
  'dans les',
  'dans un delai de',
  'dans un delai d',
  'dans un delai maximal de',
  'dans un delai maximum de',
  'dans le delai de',
  'dans le delai d',
  'un delai de',
  'delai de',
  'delai d',
  'delai',
  'd ici',
  'd ici a',
  'd ici les',
  'en',
  'a',
  'au bout de',
  'au bout d',
  'pendant',
  'durant',
  'sur',
  'sur une duree de',
  'duree',
  'apres',
  'a l issue de',
  'environ',
  'au plus tard',
  'maximum',
  'de',
  'd',
  'les',
  'echeance',
  'moins de',
  'moins d',
  'en moins de',
  'a horizon de',
  'a horizon',
  'a l horizon de',
  'horizon',
);

const QUALITES = vocabulaire(
  'ouvres',
  'ouvre',
  'ouvrables',
  'ouvrable',
  'calendaires',
  'calendaire',
  'francs',
  'franc',
  'environ',
  'max',
  'maximum',
  'maxi',
  'au maximum',
  'au plus',
  'au plus tard',
  'prochains',
  'prochaines',
  'suivants',
  'suivantes',
  'plus tard',
);

const DELAIS_NOMMES = vocabulaire(
  'sous quinzaine',
  'sous huitaine',
  'sous quinze jours',
  'dans la quinzaine',
  'dans la huitaine',
  'dans la semaine',
  'sous semaine',
  'dans le mois',
  'dans le trimestre',
  'dans l annee qui suit',
  'dans le mois qui suit',
  'dans la semaine qui suit',
  'dans les prochains jours',
  'dans les prochaines semaines',
  'dans les prochains mois',
  'dans les mois a venir',
  'dans les semaines a venir',
  'dans les jours a venir',
);

const DEPUIS_QUOI = vocabulaire(
  'apres',
  'a compter',
  'a partir',
  'a dater',
  'des',
  'depuis',
  'suivant',
  'qui suit',
  'qui suivent',
  'avant',
  'a reception',
  'a l issue',
  'a la suite',
  'suite a',
  'de la',
  'du',
  'precedant',
);

const NOMS_D_ANNEE = vocabulaire('annee', 'l annee', 'a');

const PROCHAINS = vocabulaire('prochains', 'prochaines', 'premiers', 'premieres', 'petits');
