/** How a class is drawn over its colour, so that it is told apart in grey, in print and without colours. */
export type Motif = 'plein' | 'points' | 'hachures' | 'horizontales' | 'croisillons' | 'verticales' | 'damier';

export type ClasseDeCarte = {
  readonly cle: string;
  /** « 75 % et plus ». */
  readonly libelle: string;
  /** Given by the rank of the class when absent. */
  readonly motif?: Motif;
};

export type TerritoireDeCarte = {
  /** `D29`, `R53`. */
  readonly code: string;
  readonly nom: string;
  /** Key of its class; null when there is no value. */
  readonly classe: string | null;
  /** The value in words, with its date: « 77 %, mesuré au 30 septembre 2022 », « non mesuré ». */
  readonly valeurTexte: string;
  readonly href?: string;
  /** The value is older than the date of the map: marked by a ring. */
  readonly ancien?: boolean;
  /** Closed to whoever looks: neither a value nor the lack of one. */
  readonly ferme?: boolean;
  /** The territory the map is looked at from: outlined. */
  readonly ici?: boolean;
};

/** A class as drawn: where it stands on the ramp of colours, and its pattern. */
export type ClasseDessinee = Required<ClasseDeCarte> & { readonly teinte: number };

/** Rank of a class; null: no value; `ferme`: not shown to whoever looks. */
export type Rang = number | null | 'ferme';

/** A territory with the rank of its class. */
export type TerritoireDessine = TerritoireDeCarte & { readonly rang: Rang };

const MOTIFS_PAR_RANG: readonly Motif[] = [
  'plein',
  'points',
  'hachures',
  'horizontales',
  'croisillons',
  'verticales',
  'damier',
];

/** The ramp of carte.css goes from 0, the palest, to this. */
const DERNIERE_TEINTE = 12;

/** Spreads the classes over the ramp, from the palest to the deepest, each with a pattern of its own up to seven. */
export function dessinerClasses(classes: readonly ClasseDeCarte[]): readonly ClasseDessinee[] {
  return classes.map(({ cle, libelle, motif }, rang) => ({
    cle,
    libelle,
    motif: motif ?? MOTIFS_PAR_RANG[rang % MOTIFS_PAR_RANG.length] ?? 'plein',
    teinte: classes.length < 2 ? 8 : Math.round((rang * DERNIERE_TEINTE) / (classes.length - 1)),
  }));
}

const ORDRE = new Intl.Collator('fr');

/** In the order of their names, which is that of the keyboard and of the table. */
export function dessinerTerritoires(
  territoires: readonly TerritoireDeCarte[],
  classes: readonly ClasseDeCarte[],
): readonly TerritoireDessine[] {
  const rangs = new Map(classes.map(({ cle }, rang) => [cle, rang]));
  return territoires
    .map(
      (territoire): TerritoireDessine => ({
        ...territoire,
        rang: territoire.ferme === true ? 'ferme' : (rangs.get(territoire.classe ?? '') ?? null),
      }),
    )
    .sort((a, b) => ORDRE.compare(a.nom, b.nom) || (a.code < b.code ? -1 : 1));
}
