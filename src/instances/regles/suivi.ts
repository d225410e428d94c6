import { type Jour, joursEntre } from '#socle/valeurs';
import { DECISIONS, type Effet, type GenreDeDecision } from './decisions.ts';

/** What became of a decision. */
export const SUITES = ['appliquee', 'en_retard', 'en_cours', 'sans_suite', 'sans_objet'] as const;
export type Suite = (typeof SUITES)[number];

export const LIBELLES_DE_SUITE: Readonly<Record<Suite, string>> = {
  appliquee: 'Appliquée',
  en_retard: 'En retard',
  en_cours: 'En cours',
  sans_suite: 'Sans suite',
  sans_objet: 'Pour information',
};

export type DecisionSuivie = {
  readonly genre: GenreDeDecision;
  /** Last day of the deadline it sets; null when it sets none. */
  readonly fin: Jour | null;
  readonly prise: Jour;
  /** Whether those it asked said what they did. */
  readonly suiteDonnee: boolean;
  /** The action it is about, as it stands; null when it is about none, or it left its plan. */
  readonly action: {
    readonly close: boolean;
    readonly retard: number;
    /** Day of the last news declared on it after the day of the decision; null when none came. */
    readonly nouvelle: Jour | null;
  } | null;
};

const APPLIQUES_AUSSITOT: ReadonlySet<Effet> = new Set(['report', 'refus', 'cloture']);

/** « 1 appliquée », « 3 appliquées », « 2 en retard ». */
export function compterSuite(suite: Suite, nombre: number): string {
  return `${nombre} ${LIBELLES_DE_SUITE[suite].toLowerCase()}${suite === 'appliquee' && nombre > 1 ? 's' : ''}`;
}

/** Those that still ask something of someone. */
export function estAttendue(suite: Suite): boolean {
  return suite === 'en_retard' || suite === 'sans_suite' || suite === 'en_cours';
}

/**
 * What became of a decision, read from the action it is about: applied once the action is closed, once someone said what
 * was done, or, for a report, once it is answered; late when its own deadline has passed or, when it set none, when
 * the action is; without follow-up when, after a month, nothing was said of the action since, or
 * nothing can tell.
 */
export function suiteDe({ genre, fin, prise, suiteDonnee, action }: DecisionSuivie, aujourdhui: Jour): Suite {
  const { effet } = DECISIONS[genre];
  if (effet === 'aucun') return 'sans_objet';
  if (suiteDonnee || APPLIQUES_AUSSITOT.has(effet) || action?.close === true) return 'appliquee';
  // A new action may be put off since: its own term speaks. Any other decision is held to the deadline it set.
  const suitLAction = action !== null && (effet === 'creation' || fin === null);
  if (suitLAction ? action.retard > 0 : fin !== null && fin < aujourdhui) return 'en_retard';
  const muette = action === null || action.nouvelle === null;
  return muette && joursEntre(prise, aujourdhui) > JOURS_SANS_SUITE ? 'sans_suite' : 'en_cours';
}

/** A decision is not said to be without follow-up the day after it was taken. */
const JOURS_SANS_SUITE = 30;
