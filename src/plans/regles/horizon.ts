import type { NatureEcheance } from '#echeances';
import type { Jour } from '#socle/valeurs';

/** One deadline of an action as it stands, with what was first promised. */
export type Engagement = {
  /** Number of the commitment within the action, from 1. */
  readonly numero: number;
  readonly libelle: string | null;
  readonly texte: string;
  readonly nature: NatureEcheance;
  readonly debut: Jour | null;
  readonly fin: Jour | null;
  readonly ambigu: boolean;
  readonly hypotheses: readonly string[];
  readonly initial: { readonly texte: string; readonly debut: Jour | null; readonly fin: Jour | null };
  /** How many times it was put off. */
  readonly reports: number;
};

/**
 * - `datee`: at least one commitment has a day, and none goes on for ever;
 * - `sans_terme`: one of them never ends (« à partir de… », « en cours », « immédiat »…);
 * - `sans_echeance`: none says when.
 */
export const GENRES_D_HORIZON = ['datee', 'sans_terme', 'sans_echeance'] as const;
export type GenreDHorizon = (typeof GENRES_D_HORIZON)[number];

/** All that the deadlines of an action say of its dates, whatever day one looks from. */
export type Horizon = {
  readonly genre: GenreDHorizon;
  /** Last day of the last commitment that has one; null when none has, or when one of them never ends. */
  readonly terme: Jour | null;
  /** Last day first promised; null when the first words gave none. */
  readonly termeInitial: Jour | null;
  /** First day of the first commitment that has one: before it, nothing is expected. */
  readonly premierDebut: Jour | null;
  /** A deadline whose words left a doubt. */
  readonly aInterpreter: boolean;
  /** How many times its commitments were put off, together. */
  readonly reports: number;
};

/** Reads the deadlines of an action together. */
export function horizonDesEngagements(engagements: readonly Engagement[]): Horizon {
  const sansTerme = engagements.some(({ fin, nature }) => fin === null && OUVERTES.has(nature));
  const datee = engagements.some(({ debut, fin }) => debut !== null || fin !== null);
  return {
    genre: sansTerme ? 'sans_terme' : datee ? 'datee' : 'sans_echeance',
    terme: sansTerme ? null : dernier(engagements.map(({ fin }) => fin)),
    termeInitial: dernier(engagements.map(({ initial }) => initial.fin)),
    premierDebut: premier(engagements.map(({ debut }) => debut)),
    aInterpreter: engagements.some(({ ambigu, nature }) => ambigu || nature === 'inconnue' || nature === 'invalide'),
    reports: engagements.reduce((somme, { reports }) => somme + reports, 0),
  };
}

/** Natures of deadlines that name no last day. */
export const NATURES_OUVERTES = [
  'a_partir_de',
  'en_cours',
  'permanent',
  'recurrent',
  'immediat',
] as const satisfies readonly NatureEcheance[];
const OUVERTES: ReadonlySet<NatureEcheance> = new Set(NATURES_OUVERTES);

function dernier(jours: readonly (Jour | null)[]): Jour | null {
  return jours.reduce((vu, jour) => (jour !== null && (vu === null || jour > vu) ? jour : vu), null);
}

function premier(jours: readonly (Jour | null)[]): Jour | null {
  return jours.reduce((vu, jour) => (jour !== null && (vu === null || jour < vu) ? jour : vu), null);
}
