/** A value at a day (`AAAA-MM-JJ`), as a decimal text. */
export type ValeurDatee = { readonly jour: string; readonly valeur: string };

export type MesureDeSerie = ValeurDatee & {
  /** What was expected that day, when it is known. */
  readonly attendu?: string | null;
  /** The signal: the value is beyond the limits of its series. */
  readonly horsLimites?: boolean;
  /** Not kept yet: what a file or a proposal would bring. */
  readonly apportee?: boolean;
};

/** What the series does when nothing changes: its mean and its limits, between two days. */
export type LimitesDeSerie = {
  readonly du: string;
  readonly au: string;
  readonly basse: string;
  readonly moyenne: string;
  readonly haute: string;
};

/** The method changes: what comes after is not to be compared with what comes before. */
export type RuptureDeSerie = { readonly jour: string; readonly motif: string };

export type SerieDIndicateurProps = {
  /** What is measured, and where: « Locaux raccordables à la fibre, Finistère ». */
  readonly legende: string;
  /** `%`, `jours`. */
  readonly unite?: string;
  /** Decimals of what is written; those of the values when absent. */
  readonly decimales?: number;
  readonly mesures: readonly MesureDeSerie[];
  /** How many older measures are not drawn. */
  readonly anterieures?: number;
  readonly initiale?: ValeurDatee | null;
  /** The targets, in the order of their dates. */
  readonly cibles?: readonly ValeurDatee[];
  /** The expected line, from point to point. */
  readonly attendu?: readonly ValeurDatee[];
  readonly limites?: readonly LimitesDeSerie[];
  readonly ruptures?: readonly RuptureDeSerie[];
  /** `AAAA-MM-JJ`, in Paris. */
  readonly aujourdhui: string;
  /** How that day is named on the drawing, when it is a past one. */
  readonly nomDuJour?: string;
};

/** The same, complete, each list in the order of its days. */
export type Serie = Required<Omit<SerieDIndicateurProps, 'unite' | 'decimales'>> & {
  readonly ecrire: (valeur: string) => string;
};

export function parJour<T extends { readonly jour: string }>(faits: readonly T[]): readonly T[] {
  return [...faits].sort((a, b) => (a.jour < b.jour ? -1 : 1));
}

/** The measures between two breaks: only these are joined by a line. */
export function enTroncons(
  mesures: readonly MesureDeSerie[],
  ruptures: readonly RuptureDeSerie[],
): readonly (readonly MesureDeSerie[])[] {
  const bornes = ['', ...ruptures.map(({ jour }) => jour)];
  return bornes
    .map((debut, rang) => {
      const fin = bornes[rang + 1];
      return mesures.filter(({ jour }) => jour >= debut && (fin === undefined || jour < fin));
    })
    .filter((troncon) => troncon.length > 0);
}
