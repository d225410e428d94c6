import type { Jour } from '#socle/valeurs';
import type { RolePilote, StatutDeclare } from './lecture.ts';

/** An action already in the plan, as far as a file can say it again. */
export type ActionComparable = {
  readonly id: string;
  readonly code: string | null;
  readonly axes: readonly string[];
  readonly intitule: string;
  readonly miseEnOeuvre: string | null;
  readonly pilotes: readonly { readonly texte: string; readonly role: RolePilote }[];
  /** Words only: dates are what the words mean, they are not compared. */
  readonly echeances: readonly { readonly libelle: string | null; readonly texte: string }[];
  readonly livrables: string | null;
  readonly avancement: string | null;
  readonly statut: StatutDeclare | null;
  readonly tauxRealisation: string | null;
  readonly trajectoire: readonly { readonly texte: string; readonly date: Jour | null; readonly taux: number }[];
  readonly recommandations: readonly string[];
};
