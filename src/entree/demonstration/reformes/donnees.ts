type Meteo = 'soleil' | 'partiellement_nuageux' | 'nuageux' | 'orage';

/** How an indicator of the demonstration behaves: a start, a target, and how fast territories go from one to the other. */
export type IndicateurDeDemonstration = {
  readonly identifiant: string;
  readonly nom: string;
  readonly unite: string;
  readonly sens: 'hausse' | 'baisse';
  readonly decimales: number;
  readonly periodicite: 'mensuelle' | 'trimestrielle' | 'annuelle';
  readonly methode: string;
  readonly source: string;
  /** Values of départements in proportion of their population (for 100,000 people), or the same for all. */
  readonly par: 'population' | 'territoire';
  readonly depart: number;
  readonly cible: number;
  /** Share of the way already gone by the median territory, 0 to 1 (beyond: more than the target). */
  readonly avance: number;
  /** How far territories are from one another on the way. */
  readonly dispersion: number;
  readonly agregation: 'somme' | 'moyenne_ponderee';
  /** The two counts a rate is made of: how many, out of how many for 100,000 people. */
  readonly comptes: { readonly numerateur: Compte; readonly denominateur: Compte; readonly pour100000: number } | null;
  /** The method changed that many months ago: what is measured since is that much higher. */
  readonly rupture: { readonly mois: number; readonly ecart: number } | null;
};

type Compte = { readonly identifiant: string; readonly nom: string; readonly unite: string };

export type ReformeDeDemonstration = {
  readonly nom: string;
  readonly description: string;
  readonly theme: string;
  readonly ministere: string | null;
  readonly equipe: string;
  readonly services: readonly string[];
  readonly etat: 'brouillon' | 'active' | 'archivee';
  /** With their weights; the first is the one that speaks most. */
  readonly indicateurs: readonly (readonly [identifiant: string, poids: string])[];
  /** What the Finistère, the Bretagne and the team say of it: days ago, météo, sentence. */
  readonly meteos: readonly {
    readonly territoire: 'D29' | 'R53' | 'D22' | 'D44' | 'FR';
    readonly ilYA: number;
    readonly meteo: Meteo;
    readonly phrase: string;
  }[];
  readonly analyses: readonly {
    readonly territoire: 'D29' | 'R53' | 'FR';
    readonly ilYA: number;
    readonly synthese: string;
    readonly contexte: string;
    readonly difficultes: string;
    readonly reussites: string;
  }[];
};
