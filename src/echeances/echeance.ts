import type { Jour } from '#socle/valeurs';

/** What kind of commitment the words express (docs/glossaire.md). */
export type NatureEcheance =
  | 'date'
  | 'periode'
  | 'au_plus_tard'
  | 'a_partir_de'
  | 'immediat'
  | 'en_cours'
  | 'a_definir'
  | 'permanent'
  | 'recurrent'
  | 'conditionnel'
  | 'relatif'
  | 'sans_objet'
  | 'invalide'
  | 'inconnue';

/** One deadline: the words as written, and what they mean. Both days are inclusive; nobody is late before `fin` has passed. */
export type Echeance = {
  /** « 1ère étape », « Etape 2 »: the label of the step when the cell holds several, else null. */
  readonly libelle: string | null;
  /** The words of this deadline, exactly as written. */
  readonly texte: string;
  readonly nature: NatureEcheance;
  readonly debut: Jour | null;
  readonly fin: Jour | null;
  /** Where a reasonable reader could draw another end, or a year or reference date is missing. */
  readonly ambigu: boolean;
  /** What was assumed, in French sentences the screen shows: « année déduite du plan : 2023 ». */
  readonly hypotheses: readonly string[];
};

/** What is known around the cell and lets a missing year be deduced. */
export type Reperes = {
  /** The plan's date (signature, meeting…); « immédiat » and « 11 mai » are read from it. */
  readonly reference: Jour | null;
  /** The period the plan covers, when it has one. */
  readonly periode?: { readonly debut: Jour; readonly fin: Jour } | null;
};

/** What a cell says: its words, and the deadlines read in it, in their order. */
export type LectureEcheances = { readonly texte: string; readonly echeances: readonly Echeance[] };
