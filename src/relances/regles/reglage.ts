/** What a plan reminds of; a null: nothing of this kind. */
export type Reglage = {
  /** Days before a deadline. */
  readonly avant: number | null;
  /** Days after it, then every `puis` days as long as it is not done. */
  readonly apres: { readonly premier: number; readonly puis: number } | null;
  /** Once an action is silent, every so many days. */
  readonly silence: number | null;
  /** Days before a committee that follows the plan. */
  readonly comite: number | null;
};

/** A plan nobody set: nothing is written in its name. */
export const SANS_RELANCE: Reglage = { avant: null, apres: null, silence: null, comite: null };

/** What is proposed to a team that sets them for the first time. */
export const PROPOSITION: Reglage = { avant: 7, apres: { premier: 1, puis: 7 }, silence: 14, comite: 5 };

/** The most days any of these may be. */
export const JOURS_AU_PLUS = 60;

export function relanceQuelquUn({ avant, apres, silence, comite }: Reglage): boolean {
  return avant !== null || apres !== null || silence !== null || comite !== null;
}
