export const GENRES_DE_DECISION = [
  'arbitrage',
  'orientation',
  'report_accepte',
  'report_refuse',
  'action_nouvelle',
  'cloture',
  'information',
] as const;

export type GenreDeDecision = (typeof GENRES_DE_DECISION)[number];

/** What a decision does to a plan the moment it is taken. */
export type Effet = 'note' | 'report' | 'refus' | 'creation' | 'cloture' | 'aucun';

type Regle = {
  readonly libelle: string;
  readonly effet: Effet;
  /** What this kind of decision does, said where it is chosen. */
  readonly dit: string;
};

export const DECISIONS: Readonly<Record<GenreDeDecision, Regle>> = {
  arbitrage: { libelle: 'Arbitrage', effet: 'note', dit: 'Tranche entre des solutions ; l’action en garde la note.' },
  orientation: { libelle: 'Orientation', effet: 'note', dit: 'Donne un cap ; l’action en garde la note.' },
  report_accepte: {
    libelle: 'Report accepté',
    effet: 'report',
    dit: 'L’échéance de l’action est reportée, avec ce motif.',
  },
  report_refuse: {
    libelle: 'Report refusé',
    effet: 'refus',
    dit: 'L’échéance reste ; qui a demandé le report lit la raison.',
  },
  action_nouvelle: {
    libelle: 'Action nouvelle',
    effet: 'creation',
    dit: 'L’action est créée dans le plan, avec son pilote et son échéance.',
  },
  cloture: { libelle: 'Clôture', effet: 'cloture', dit: 'L’action est déclarée terminée.' },
  information: { libelle: 'Information', effet: 'aucun', dit: 'Le comité prend acte ; rien ne change.' },
};

/** What is said of a decision before it is taken. */
export type DecisionProposee = {
  readonly genre: GenreDeDecision;
  readonly action: string | null;
  readonly plan: string | null;
  readonly responsable: string | null;
  readonly echeance: string | null;
  /** How many reports of the action wait for an answer. */
  readonly demandes: number;
};

/** What is missing for a decision of this kind, by field; empty when nothing is. */
export function manquesDe({
  genre,
  action,
  plan,
  responsable,
  echeance,
  demandes,
}: DecisionProposee): Readonly<Record<string, string>> {
  const { effet } = DECISIONS[genre];
  const manques: Record<string, string> = {};
  if ((effet === 'report' || effet === 'refus' || effet === 'cloture') && action === null)
    manques.genre = `Ce point ne porte sur aucune action : « ${DECISIONS[genre].libelle} » n’a rien à changer. Choisissez un autre genre, ou un point qui porte sur une action.`;
  else if (effet === 'refus' && demandes === 0)
    manques.genre = 'Aucune demande de report n’attend de réponse sur cette action. Choisissez un autre genre.';
  if (effet === 'report' && echeance === null && demandes === 0)
    manques.echeance = 'Écrivez la nouvelle échéance, par exemple « 30 juin 2026 » ou « fin 2026 ».';
  if (effet === 'creation' && plan === null) manques.plan = 'Choisissez le plan qui reçoit l’action nouvelle.';
  if (effet === 'creation' && responsable === null) manques.responsable = 'Dites quel service porte l’action nouvelle.';
  return manques;
}

/** The kinds that have something to change on this item, in their order. */
export function genresProposes({
  action,
  demandes,
}: Pick<DecisionProposee, 'action' | 'demandes'>): readonly GenreDeDecision[] {
  return GENRES_DE_DECISION.filter((genre) => {
    const { effet } = DECISIONS[genre];
    if (effet === 'refus') return demandes > 0;
    return action !== null || (effet !== 'report' && effet !== 'cloture');
  });
}

/** An item is settled by a decision that is more than an information, or once the committee says it is done with it. */
export function estTranche(point: {
  readonly clos: boolean;
  readonly decisions: readonly { readonly genre: GenreDeDecision; readonly annulee: boolean }[];
}): boolean {
  return point.clos || point.decisions.some(({ genre, annulee }) => !annulee && genre !== 'information');
}
