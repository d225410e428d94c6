import type { Decimal, Jour } from '#socle/valeurs';
import type { Maille } from '#territoires';

/** An indicator of a basket, with its weight at a maille. A weight of 0: shown, does not count. */
export type Part = {
  readonly indicateur: number;
  readonly maille: Maille;
  readonly poids: Decimal;
};

/** A row of `situation_de_panier`, as it is kept: figures and days as texts. */
export type LigneDePanier = {
  readonly territoire: string;
  readonly taux_annuel: string | null;
  readonly taux_global: string | null;
  readonly brut_global: string | null;
  readonly etat: string;
  readonly position: string;
  readonly ecart_points: string | null;
  readonly signal: string | null;
  readonly mesures: number;
  readonly attendus: number;
  readonly reculs: number;
  /** Of the indicators that count: the most recent value, the oldest, and the first day one is expected. */
  readonly jour: Jour | null;
  readonly plus_ancienne: Jour | null;
  readonly attendue_le: Jour | null;
  readonly mediane: string | null;
  readonly ecart_mediane: string | null;
  readonly alertes: readonly string[];
};
