import type { Decimal, Jour } from '#socle/valeurs';
import { typographier } from './phrases.ts';

/** A figure that enters a computation: what it is, how much, of which day. Absent ones stay in the list, as null. */
export type Entree = { readonly nom: string; readonly valeur: Decimal | null; readonly date: Jour | null };

/**
 * « D’où vient ce chiffre ? »: everything a screen unfolds under a computed figure. Sentences are in French, ready to be
 * shown; figures and days stay as they are, for the page to lay out.
 */
export type Explication = {
  /** The figure, as it is announced: « 77 % », « non mesuré ». */
  readonly resultat: string;
  /** In words: « (valeur actuelle − valeur initiale) ÷ (cible − valeur initiale) ». */
  readonly formule: string;
  /** The same with its figures, null when one is missing. */
  readonly calcul: string | null;
  readonly entrees: readonly Entree[];
  /** What is missing, one sentence each. */
  readonly manques: readonly string[];
  /** How many parts were there out of those that should be; null when the figure has no parts. */
  readonly couverture: { readonly mesures: number; readonly attendus: number; readonly phrase: string } | null;
  /** What else one must know to read the figure. */
  readonly remarques: readonly string[];
};

/** Fills what is usually empty, and sets the spaces of every sentence. */
export function expliquer(explication: Pick<Explication, 'resultat' | 'formule'> & Partial<Explication>): Explication {
  const {
    resultat,
    formule,
    calcul = null,
    entrees = [],
    manques = [],
    couverture = null,
    remarques = [],
  } = explication;
  return {
    resultat: typographier(resultat),
    formule: typographier(formule),
    calcul: calcul === null ? null : typographier(calcul),
    entrees,
    manques: manques.map(typographier),
    couverture,
    remarques: remarques.map(typographier),
  };
}
