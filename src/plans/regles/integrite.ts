import type { Jour } from '#socle/valeurs';
import type { StatutDeclare } from './lecture.ts';
import type { Engagement, Situation } from './situation.ts';

/** What became of what was promised of an action. */
export type Constat =
  | 'tenue'
  | 'tenue_en_retard'
  | 'close_par_import'
  | 'sur_la_promesse'
  | 'depassee'
  | 'reportee_une_fois'
  | 'reportee_plusieurs_fois'
  | 'ajoutee'
  | 'silencieuse'
  | 'report_en_attente';

export const LIBELLES_DE_CONSTAT: Readonly<Record<Constat, string>> = {
  tenue: 'tenue',
  tenue_en_retard: 'terminée après la première échéance',
  close_par_import: 'terminée selon un import, à une date inconnue',
  sur_la_promesse: 'à l’heure, sans report',
  depassee: 'échéance dépassée',
  reportee_une_fois: 'reportée une fois',
  reportee_plusieurs_fois: 'reportée plusieurs fois',
  ajoutee: 'ajoutée en chemin',
  silencieuse: 'silencieuse',
  report_en_attente: 'report demandé',
};

export type ActionPromise = {
  readonly statut: StatutDeclare | null;
  readonly situation: Situation;
  readonly engagements: readonly Engagement[];
  /** Day the action entered the plan. */
  readonly creeLe: Jour;
  /** Day its present status was first declared, and how; null when none was. */
  readonly statutDepuis: { readonly jour: Jour; readonly parImport: boolean } | null;
  readonly reportEnAttente: boolean;
};

/**
 * What became of a promise. An action is kept when it was declared done on the last day first promised, or before; a status
 * an import wrote says nothing of the day. An action that entered the plan after the plan's first day was added on the way.
 */
export function constatsDEngagement(action: ActionPromise, debutDuPlan: Jour): Constat[] {
  const { statut, situation, statutDepuis } = action;
  const promis = termeInitial(action.engagements);
  const terminee = statut === 'terminee' && promis !== null && statutDepuis !== null;
  const poses: [Constat, boolean][] = [
    ['tenue', terminee && !statutDepuis.parImport && statutDepuis.jour <= promis],
    ['tenue_en_retard', terminee && !statutDepuis.parImport && statutDepuis.jour > promis],
    ['close_par_import', terminee && statutDepuis.parImport],
    [
      'sur_la_promesse',
      !situation.close && situation.terme !== null && situation.retard === 0 && situation.reports === 0,
    ],
    ['depassee', situation.retard > 0],
    ['reportee_une_fois', situation.reports === 1],
    ['reportee_plusieurs_fois', situation.reports > 1],
    ['ajoutee', action.creeLe > debutDuPlan],
    ['silencieuse', situation.silence !== null],
    ['report_en_attente', action.reportEnAttente],
  ];
  return poses.filter(([, pose]) => pose).map(([constat]) => constat);
}

/** Last day first promised; null when the first words gave none. */
export function termeInitial(engagements: readonly Engagement[]): Jour | null {
  return engagements.reduce<Jour | null>(
    (dernier, { initial }) =>
      initial.fin !== null && (dernier === null || initial.fin > dernier) ? initial.fin : dernier,
    null,
  );
}

export type BilanDesEngagements = {
  readonly total: number;
  readonly parConstat: Readonly<Record<Constat, number>>;
  readonly reports: number;
  /** Days between the first and the present term, in the middle of the actions that were put off; null when none was. */
  readonly glissementMedian: number | null;
};

export function bilanDesEngagements(
  actions: readonly { readonly constats: readonly Constat[]; readonly situation: Situation }[],
): BilanDesEngagements {
  const parConstat = Object.fromEntries(Object.keys(LIBELLES_DE_CONSTAT).map((constat) => [constat, 0])) as Record<
    Constat,
    number
  >;
  for (const { constats } of actions) for (const constat of constats) parConstat[constat] += 1;
  const glissements = actions
    .filter(({ situation }) => situation.reports > 0 && situation.terme !== null)
    .map(({ situation }) => situation.glissement)
    .sort((a, b) => a - b);
  return {
    total: actions.length,
    parConstat,
    reports: actions.reduce((somme, { situation }) => somme + situation.reports, 0),
    glissementMedian: mediane(glissements),
  };
}

/** Of sorted whole numbers; between two, the nearest whole day. */
function mediane(valeurs: readonly number[]): number | null {
  const milieu = Math.floor(valeurs.length / 2);
  const haut = valeurs[milieu];
  if (haut === undefined) return null;
  return valeurs.length % 2 === 1 ? haut : Math.round(((valeurs[milieu - 1] ?? haut) + haut) / 2);
}
