import { type Jour, joursEntre } from '#socle/valeurs';
import type { Horizon } from './horizon.ts';
import type { StatutDeclare } from './lecture.ts';
import { estClose } from './statuts.ts';

export type FaitsDAction = {
  readonly statut: StatutDeclare | null;
  readonly horizon: Horizon;
  /** Day of the last news: note, status or rate. */
  readonly derniereNouvelle: Jour | null;
  /** Day the action entered Jalon: silence is counted from there when nothing was ever said. */
  readonly creeLe: Jour;
};

/** What Jalon computes of an action, never typed by anyone. */
export type Situation = {
  readonly close: boolean;
  /** Last day of the last commitment that has one. */
  readonly terme: Jour | null;
  /** Last day first promised; null when the first words gave none. */
  readonly termeInitial: Jour | null;
  /** Days past the term; 0 when not late. */
  readonly retard: number;
  /** Days left before the term when it is near; null otherwise. */
  readonly proche: number | null;
  /** Days without news when that is longer than the plan allows; null otherwise. */
  readonly silence: number | null;
  readonly sansEcheance: boolean;
  /** A commitment that never ends (« à partir de… », « en cours », « immédiat »…). */
  readonly sansTerme: boolean;
  /** A deadline whose words left a doubt. */
  readonly aInterpreter: boolean;
  readonly reports: number;
  /** Days between the term first promised and the present one; positive when it slipped. */
  readonly glissement: number;
};

export type Marque =
  | 'en_retard'
  | 'proche'
  | 'silencieuse'
  | 'sans_echeance'
  | 'sans_terme'
  | 'reportee'
  | 'a_interpreter';

export const LIBELLES_DE_MARQUE: Readonly<Record<Marque, string>> = {
  en_retard: 'en retard',
  proche: 'échéance proche',
  silencieuse: 'silencieuse',
  sans_echeance: 'sans échéance',
  sans_terme: 'sans terme',
  reportee: 'reportée',
  a_interpreter: 'échéance à préciser',
};

/** A deadline is near during its last thirty days. */
export const JOURS_DE_PROXIMITE = 30;

/**
 * Where an action stands on a day. Nobody is late before the last day of the last commitment has passed; an action
 * with an open commitment (« à partir de… ») is never late by itself; a closed one neither late nor silent; one that
 * has not reached its start is not silent.
 */
export function situationDAction(faits: FaitsDAction, aujourdhui: Jour, silenceTolere: number): Situation {
  const close = estClose(faits.statut);
  const { genre, terme, termeInitial, aInterpreter, reports } = faits.horizon;
  const reste = terme === null ? null : joursEntre(aujourdhui, terme);
  const silence = joursEntre(faits.derniereNouvelle ?? faits.creeLe, aujourdhui);
  return {
    close,
    terme,
    termeInitial,
    retard: !close && reste !== null && reste < 0 ? -reste : 0,
    proche: !close && reste !== null && reste >= 0 && reste <= JOURS_DE_PROXIMITE ? reste : null,
    silence: !close && !pasCommencee(faits, aujourdhui) && silence > silenceTolere ? silence : null,
    sansEcheance: genre === 'sans_echeance',
    sansTerme: genre === 'sans_terme',
    aInterpreter,
    reports,
    glissement: terme !== null && termeInitial !== null ? joursEntre(termeInitial, terme) : 0,
  };
}

/** The computed marks of a situation, the most pressing first. */
export function marques(situation: Situation): Marque[] {
  const posees: Marque[] = [];
  const poser = (marque: Marque, vraie: boolean) => vraie && posees.push(marque);
  poser('en_retard', situation.retard > 0);
  poser('proche', situation.proche !== null);
  poser('silencieuse', situation.silence !== null);
  poser('sans_echeance', situation.sansEcheance && !situation.close);
  poser('sans_terme', situation.sansTerme && !situation.close);
  poser('reportee', situation.reports > 0);
  poser('a_interpreter', situation.aInterpreter && !situation.close);
  return posees;
}

export type Bilan = {
  readonly total: number;
  readonly parStatut: Readonly<Record<StatutDeclare | 'non_declare', number>>;
  readonly parMarque: Readonly<Record<Marque, number>>;
};

/** Counts of a set of actions: what the sentence at the top of a plan says. */
export function bilan(actions: readonly { statut: StatutDeclare | null; situation: Situation }[]): Bilan {
  const parStatut = { a_lancer: 0, en_cours: 0, bloquee: 0, terminee: 0, abandonnee: 0, non_declare: 0 };
  const parMarque = {
    en_retard: 0,
    proche: 0,
    silencieuse: 0,
    sans_echeance: 0,
    sans_terme: 0,
    reportee: 0,
    a_interpreter: 0,
  };
  for (const { statut, situation } of actions) {
    parStatut[statut ?? 'non_declare'] += 1;
    for (const marque of marques(situation)) parMarque[marque] += 1;
  }
  return { total: actions.length, parStatut, parMarque };
}

function pasCommencee({ statut, horizon }: FaitsDAction, aujourdhui: Jour): boolean {
  if (statut !== null && statut !== 'a_lancer') return false;
  return horizon.premierDebut !== null && horizon.premierDebut > aujourdhui;
}
