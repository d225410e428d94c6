import type { Decimal, Jour } from '#socle/valeurs';
import type { Maille } from '#territoires';
import type { Agregation } from '../regles/agregation.ts';
import type { Traitement } from '../regles/cumul.ts';
import type { Cadence } from '../regles/fraicheur.ts';
import type { PointDate } from '../regles/series.ts';
import type { Direction } from '../regles/taux.ts';

/** `vi`: where a territory started; `va`: what was measured; `vc`: a target. As the State's dashboard writes them. */
export const TYPES_DE_VALEUR = ['vi', 'va', 'vc'] as const;
export type TypeDeValeur = (typeof TYPES_DE_VALEUR)[number];

export type MethodeDAgregation = Agregation['methode'];

/** What the computation needs to know of an indicator. */
export type Parametres = {
  /** Compact key of its values. */
  readonly numero: number;
  readonly sens: Direction;
  readonly cadence: Cadence;
  readonly mailles: readonly Maille[];
  readonly maillesAvecCible: readonly Maille[];
  /** Territories where there is nothing to measure. */
  readonly sansObjet: ReadonlySet<string>;
  readonly agregation: Readonly<Record<TypeDeValeur, MethodeDAgregation>>;
  /** Indicators that give the parts of a ratio; the denominator is also the weight of a mean. */
  readonly numerateur: number | null;
  readonly denominateur: number | null;
  readonly facteur: Decimal;
  readonly toleranceEnMois: number;
  readonly traitement: Traitement;
  readonly ruptures: readonly Jour[];
};

/** The points known of one indicator in one territory, in the order of their days. */
export type Points = Readonly<Record<TypeDeValeur, readonly PointDate[]>>;

export const AUCUN_POINT: Points = { vi: [], va: [], vc: [] };

export type LirePoints = (indicateur: number, territoire: string) => Points;

/** A row of `situation_d_indicateur`, as it is kept: figures and days as texts. */
export type LigneDeSituation = {
  readonly territoire: string;
  readonly valeur_initiale: string | null;
  readonly date_initiale: Jour | null;
  readonly valeur: string | null;
  readonly jour: Jour | null;
  readonly plus_ancienne: Jour | null;
  readonly mesures: number | null;
  readonly applicables: number | null;
  readonly partiel: boolean;
  readonly cible_annuelle: string | null;
  readonly date_cible_annuelle: Jour | null;
  readonly taux_annuel: string | null;
  readonly brut_annuel: string | null;
  readonly etat_annuel: string;
  readonly cible_globale: string | null;
  readonly date_cible_globale: Jour | null;
  readonly taux_global: string | null;
  readonly brut_global: string | null;
  readonly etat_global: string;
  readonly degeneree: boolean;
  readonly attendu: string | null;
  readonly ecart: string | null;
  readonly ecart_points: string | null;
  readonly signal: string | null;
  readonly signal_cible: string | null;
  readonly points: number;
  readonly attendue_le: Jour | null;
  readonly mediane: string | null;
  readonly ecart_mediane: string | null;
  readonly alertes: readonly string[];
  readonly revoir_le: Jour | null;
};

/** A row of `valeur_agregee`: the value of a whole on a day, from those inside it. */
export type LigneAgregee = {
  readonly territoire: string;
  readonly type: TypeDeValeur;
  readonly jour: Jour;
  readonly valeur: string | null;
  readonly mesures: number;
  readonly applicables: number;
  readonly plus_ancienne: Jour | null;
};
