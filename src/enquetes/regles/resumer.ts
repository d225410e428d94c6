import { CENT, type Decimal, diviser, entier, fraction, lireDecimal, multiplier, signe, sommer } from '#socle/valeurs';
import { type Intervalle, intervalleDeMoyenne, intervalleDePart } from './intervalle.ts';
import type { Contenu, Question } from './questions.ts';

/** What the answers to one question say together. */
export type Resume =
  | {
      readonly genre: 'nombre';
      readonly n: number;
      readonly somme: Decimal;
      readonly moyenne: Decimal;
      readonly intervalle: Intervalle | null;
    }
  | {
      readonly genre: 'pourcentage';
      /** Answers that count: those whose weight is known and not 0. */
      readonly n: number;
      readonly moyenne: Decimal;
      /** The sum of the weights; null for a plain mean. */
      readonly poids: Decimal | null;
      readonly intervalle: Intervalle | null;
    }
  | { readonly genre: 'parts'; readonly n: number; readonly parts: readonly PartDeReponses[] }
  | { readonly genre: 'texte'; readonly n: number; readonly textes: readonly string[] }
  | { readonly genre: 'fichiers'; readonly n: number }
  | { readonly genre: 'aucune'; readonly n: 0 };

export type PartDeReponses = {
  readonly libelle: string;
  readonly nombre: number;
  /** In percent of those who answered this question. */
  readonly part: Decimal;
  readonly intervalle: Intervalle | null;
};

/** Sums up the answers to a question. `population`: how many were asked; nothing answered is said, never counted as 0. */
export function resumer(question: Question, reponses: readonly Contenu[], population: number): Resume {
  const donnees = reponses.flatMap((contenu) => {
    const valeur = contenu[question.cle];
    return valeur === undefined ? [] : [{ valeur, contenu }];
  });
  if (donnees.length === 0) return { genre: 'aucune', n: 0 };
  switch (question.genre) {
    case 'nombre':
      return resumerNombres(
        donnees.map(({ valeur }) => lire(valeur)),
        population,
      );
    case 'pourcentage':
      return resumerPourcentages(question, donnees, population);
    case 'oui_non':
      return resumerChoix(['oui', 'non'], donnees, population);
    case 'choix':
      return resumerChoix(question.choix, donnees, population);
    case 'texte':
      return { genre: 'texte', n: donnees.length, textes: donnees.map(({ valeur }) => valeur) };
    case 'fichier':
      return { genre: 'fichiers', n: donnees.length };
  }
}

type Donnee = { readonly valeur: string; readonly contenu: Contenu };

function resumerNombres(valeurs: readonly Decimal[], population: number): Resume {
  const n = valeurs.length;
  const somme = sommer(valeurs);
  const moyenne = diviser(somme, entier(n));
  const intervalle = intervalleDeMoyenne(
    valeurs.map((valeur) => ({ valeur, poids: entier(1) })),
    moyenne,
    population,
  );
  return { genre: 'nombre', n, somme, moyenne, intervalle };
}

function resumerPourcentages({ poids: cle }: Question, donnees: readonly Donnee[], population: number): Resume {
  const pesees = donnees.flatMap(({ valeur, contenu }) => {
    if (cle === null) return [{ valeur: lire(valeur), poids: entier(1) }];
    const poids = contenu[cle] === undefined ? null : lireDecimal(contenu[cle]);
    return poids === null || signe(poids) <= 0 ? [] : [{ valeur: lire(valeur), poids }];
  });
  if (pesees.length === 0) return { genre: 'aucune', n: 0 };
  const total = sommer(pesees.map(({ poids }) => poids));
  const moyenne = diviser(sommer(pesees.map(({ valeur, poids }) => multiplier(valeur, poids))), total);
  return {
    genre: 'pourcentage',
    n: pesees.length,
    moyenne,
    poids: cle === null ? null : total,
    intervalle: intervalleDeMoyenne(pesees, moyenne, population),
  };
}

function resumerChoix(choix: readonly string[], donnees: readonly Donnee[], population: number): Resume {
  const n = donnees.length;
  const parts = choix.map((libelle) => {
    const nombre = donnees.filter(({ valeur }) => valeur === libelle).length;
    return {
      libelle,
      nombre,
      part: multiplier(fraction(nombre, n), CENT),
      intervalle: intervalleDePart(nombre, n, population),
    };
  });
  return { genre: 'parts', n, parts };
}

/** Answers are written by `ecrireDecimal`. */
function lire(texte: string): Decimal {
  const lu = lireDecimal(texte);
  if (lu === null) throw new Error(`Une réponse n’est pas un nombre : « ${texte} ».`);
  return lu;
}
