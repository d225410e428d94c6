/** Where a territory stands: within the limits, between 95 % and 99.8 %, or beyond. */
export type PlaceDansLEntonnoir = 'dans_les_limites' | 'hors_95' | 'hors_998';

export type PointDEntonnoir = {
  readonly code: string;
  readonly nom: string;
  readonly denominateur: string;
  readonly valeur: string;
  readonly place: PlaceDansLEntonnoir;
  readonly href?: string;
  /** The territory one is looking at. */
  readonly ici?: boolean;
};

export type LimitesDEntonnoir = {
  readonly denominateur: string;
  readonly basse998: string;
  readonly basse95: string;
  readonly haute95: string;
  readonly haute998: string;
};

export type EntonnoirProps = {
  /** What is compared: « Délai moyen de traitement, 2022 ». */
  readonly legende: string;
  readonly unite?: string;
  readonly decimales?: number;
  /** What the denominator counts: « dossiers reçus ». */
  readonly denominateur: string;
  readonly moyenne: string;
  readonly points: readonly PointDEntonnoir[];
  /** The funnel, from the smallest denominator to the largest. */
  readonly limites: readonly LimitesDEntonnoir[];
};

export type DonneesDEntonnoir = EntonnoirProps & { readonly ecrire: (valeur: string) => string };
