import type { SaisieDePlan, StatutDeclare } from '#plans/commandes';

/**
 * A plan of the demonstration, with everything declared about it since. Texts may hold moments (`moments.ts`); every
 * `ilYA` counts days before the day of loading.
 */
export type PlanDeDemonstration = {
  readonly titre: string;
  readonly genre: SaisieDePlan['genre'];
  readonly proprietaire: string;
  readonly territoire: string;
  readonly diffusion: SaisieDePlan['diffusion'];
  readonly etat: SaisieDePlan['etat'];
  readonly description: string;
  /** Persona who made the plan and, unless said otherwise, wrote its notes and reports. */
  readonly auteur: string;
  readonly creeIlYA: number;
  /** Days without news after which an action is silent. */
  readonly silenceJours: number;
  /** Those who carry its actions ask for reports, its team answers. */
  readonly reportsAValider?: 'oui';
  /** Name of the file the plan was imported from; null when it was typed by hand. */
  readonly fichier: string | null;
  readonly actions: readonly ActionDeDemonstration[];
};

export type ActionDeDemonstration = {
  readonly code?: string;
  /** From the outermost axe to the innermost. */
  readonly axes: readonly string[];
  readonly intitule: string;
  readonly miseEnOeuvre?: string;
  readonly livrables?: string;
  /** As the cell of a file would say it: « DNUM, en lien avec les SGAMI ». */
  readonly pilotes?: string;
  readonly echeances?: string;
  readonly recommandations?: readonly string[];
  /** Expected rates, at the first day of months counted from that of loading. */
  readonly trajectoire?: readonly (readonly [mois: number, taux: number])[];
  /** What the file said when the plan was imported. */
  readonly alImport?: Avancement;
  readonly suite?: readonly Geste[];
};

export type Avancement = {
  readonly statut: StatutDeclare | null;
  readonly texte: string | null;
  /** In percent. */
  readonly taux: number | null;
  readonly obstacle?: string;
  readonly levee?: string;
};

/** Something that was done to an action after its creation. */
export type Geste =
  | ({ readonly type: 'note'; readonly ilYA: number; readonly par: string | null } & Avancement)
  | {
      readonly type: 'report';
      readonly ilYA: number;
      /** Number of the commitment within the action, from 1; 0 gives a deadline to an action that has none. */
      readonly engagement: number;
      readonly echeance: string;
      readonly motif: string;
    };

type Precisions = {
  readonly taux?: number;
  readonly par?: string;
  readonly obstacle?: string;
  readonly levee?: string;
};

function note(statut: StatutDeclare | null) {
  return (ilYA: number, texte: string | null, { taux, par, ...blocage }: Precisions = {}): Geste => ({
    type: 'note',
    ilYA,
    statut,
    texte,
    taux: taux ?? null,
    par: par ?? null,
    ...blocage,
  });
}

export const aLancer = note('a_lancer');
export const enCours = note('en_cours');
export const bloquee = note('bloquee');
export const terminee = note('terminee');
export const abandonnee = note('abandonnee');
/** News without a new status. */
export const nouvelle = note(null);

export function report(ilYA: number, echeance: string, motif: string, engagement = 1): Geste {
  return { type: 'report', ilYA, echeance, motif, engagement };
}

export function alImport(statut: StatutDeclare | null, texte: string | null, taux: number | null = null): Avancement {
  return { statut, texte, taux };
}
