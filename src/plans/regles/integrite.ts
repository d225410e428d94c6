import type { Jour } from '#socle/valeurs';
import type { StatutDeclare } from './lecture.ts';
import type { Situation } from './situation.ts';

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
  /** Day the action entered the plan. */
  readonly creeLe: Jour;
};

/** What the notes and the requests say of the promise. */
export type SuiteDeLaPromesse = {
  /** Day its present status was first declared, and how; null when none was. */
  readonly statutDepuis: { readonly jour: Jour; readonly parImport: boolean } | null;
  readonly reportEnAttente: boolean;
};

/**
 * What became of a promise. An action is kept when it was declared done on the last day first promised, or before; a status
 * an import wrote says nothing of the day. An action that entered the plan after the plan's first day was added on the way.
 */
export function constatsDEngagement(
  { statut, situation, creeLe }: ActionPromise,
  { statutDepuis, reportEnAttente }: SuiteDeLaPromesse,
  debutDuPlan: Jour,
): Constat[] {
  const promis = situation.termeInitial;
  const terminee = statut === 'terminee' && promis !== null && statutDepuis !== null;
  const constats: Constat[] = [];
  const poser = (constat: Constat, vrai: boolean) => vrai && constats.push(constat);
  poser('tenue', terminee && !statutDepuis.parImport && statutDepuis.jour <= promis);
  poser('tenue_en_retard', terminee && !statutDepuis.parImport && statutDepuis.jour > promis);
  poser('close_par_import', terminee && statutDepuis.parImport);
  poser(
    'sur_la_promesse',
    !situation.close && situation.terme !== null && situation.retard === 0 && situation.reports === 0,
  );
  poser('depassee', situation.retard > 0);
  poser('reportee_une_fois', situation.reports === 1);
  poser('reportee_plusieurs_fois', situation.reports > 1);
  poser('ajoutee', creeLe > debutDuPlan);
  poser('silencieuse', situation.silence !== null);
  poser('report_en_attente', reportEnAttente);
  return constats;
}

export type BilanDesEngagements = {
  readonly total: number;
  readonly parConstat: Readonly<Record<Constat, number>>;
  readonly reports: number;
  /** Days between the first and the present term, in the middle of the actions that were put off; null when none was. */
  readonly glissementMedian: number | null;
};

export function bilanDesEngagements(
  actions: readonly { readonly constats: readonly Constat[]; readonly action: { readonly situation: Situation } }[],
): BilanDesEngagements {
  const parConstat = Object.fromEntries(Object.keys(LIBELLES_DE_CONSTAT).map((constat) => [constat, 0])) as Record<
    Constat,
    number
  >;
  for (const { constats } of actions) for (const constat of constats) parConstat[constat] += 1;
  const glissements = actions
    .filter(({ action: { situation } }) => situation.reports > 0 && situation.terme !== null)
    .map(({ action }) => action.situation.glissement)
    .sort((a, b) => a - b);
  return {
    total: actions.length,
    parConstat,
    reports: actions.reduce((somme, { action }) => somme + action.situation.reports, 0),
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
