import type { Decimal, Jour } from '#socle/valeurs';
import type { Maille } from '#territoires';
import type { TypeDeValeur } from '../calcul/modele.ts';
import type { Direction } from '../regles/taux.ts';

/**
 * What is read: `valeurs`, the format of the State's dashboard, one value a row; `detail` and `synthese`, the files of the
 * public barometer.
 */
export type FormatDeValeurs = 'valeurs' | 'detail' | 'synthese';

/** One value as the file writes it: nothing is understood yet. */
export type ValeurBrute = {
  /** Row of the file, as a person sees it. */
  readonly ligne: number;
  readonly identifiant: string;
  readonly zone: string;
  readonly date: string;
  readonly type: string;
  readonly valeur: string;
};

/** What a file says of its indicators besides their values: the barometer's only. */
export type IndicateurCite = {
  readonly identifiant: string;
  readonly mesure: string | null;
  /** Names and units it is given, in the order they came: the first is kept, the others become aliases. */
  readonly appellations: readonly { readonly nom: string; readonly unite: string }[];
};

export type FichierDeValeurs = {
  readonly format: FormatDeValeurs;
  /** Rows of the file, its header left out. */
  readonly lignes: number;
  readonly valeurs: readonly ValeurBrute[];
  readonly indicateurs: readonly IndicateurCite[];
  /** The text of a row, to show what is refused. */
  readonly texteDe: (ligne: number) => string;
};

/** What must be known of an indicator to read its values. */
export type IndicateurConnu = {
  readonly numero: number;
  readonly identifiant: string;
  readonly unite: string;
  readonly sens: Direction;
  readonly mailles: readonly Maille[];
  readonly sansObjet: ReadonlySet<string>;
  /** Its values are added up or averaged over months: what a summary shows is not what is collected. */
  readonly cumule: boolean;
  /** Types whose value is computed in this territory, from those inside it. */
  readonly estCalculee: (territoire: string, type: TypeDeValeur) => boolean;
};

export type ContexteDeLecture = {
  readonly au: Jour;
  readonly indicateurs: ReadonlyMap<string, IndicateurConnu>;
  /** Why the values of this indicator are not for this person to write; null when they are. */
  readonly ferme: (indicateur: IndicateurConnu) => string | null;
  /** The start already known of an indicator (number) in a territory. */
  readonly initiale: (indicateur: number, territoire: string) => Decimal | null;
};

export type RegleDeLigne =
  | 'indicateur_inconnu'
  | 'indicateur_ferme'
  | 'zone_inconnue'
  | 'maille_non_suivie'
  | 'sans_objet'
  | 'valeur_calculee'
  | 'valeur_cumulee'
  | 'type_inconnu'
  | 'date_illisible'
  | 'date_future'
  | 'nombre_illisible'
  | 'doublon_contradictoire'
  | 'doublon'
  | 'sans_valeur'
  | 'cible_du_mauvais_cote'
  /** By the person who imports, once the file is read. */
  | 'ecartee';

/**
 * One value once checked. `prete` will be written (with a `regle`, there is something to look at first); `repetee` says
 * what is known otherwise, by another row or by computation; `sans_valeur` is empty: neither a 0 nor a withdrawal; `refusee` says why.
 */
export type ValeurVerifiee = {
  readonly ligne: number;
  readonly etat: 'prete' | 'repetee' | 'sans_valeur' | 'refusee';
  readonly indicateur: number | null;
  readonly territoire: string | null;
  readonly type: TypeDeValeur | null;
  readonly jour: Jour | null;
  /** As it is kept. */
  readonly valeur: string | null;
  readonly regle: RegleDeLigne | null;
  readonly message: string | null;
  readonly brut: string | null;
};
