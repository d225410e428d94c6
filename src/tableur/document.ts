import type { Jour } from '#socle/valeurs';

/** The kinds of file that are read. `presse-papiers` is a table pasted from Word, Excel or a web page (HTML or tabs). */
export type FormatDeFichier = 'xlsx' | 'ods' | 'csv' | 'docx' | 'pdf' | 'markdown' | 'html' | 'texte';

/** One cell as the reader sees it: `texte` is always there, the typed value beside it when the file holds one. */
export type Cellule = {
  /** What a person reads in the cell, line breaks kept as `\n`, blanks otherwise as in the file. Empty when nothing. */
  readonly texte: string;
  /** A true number of the file (2016, 0.75), never a text that looks like one. */
  readonly nombre: number | null;
  /** The number is shown as a percentage: `nombre` 0.75 reads « 75 % ». */
  readonly pourcentage: boolean;
  /** A true date of the file. */
  readonly jour: Jour | null;
  /** The cell holds a formula: its last computed value is read, never evaluated. */
  readonly formule: boolean;
  /** The cell is covered by a merge: `texte` is that of the merge's first cell, and this says where it starts (same numbering as `Ligne.numero`, column from 0). */
  readonly fusion: { readonly ligne: number; readonly colonne: number } | null;
};

/** A row with the number a person sees in the file (1-based row of the sheet, line of the csv, row of the table). */
export type Ligne = { readonly numero: number; readonly cellules: readonly Cellule[] };

export type Tableau = {
  readonly type: 'tableau';
  /** Name of the sheet, or null. */
  readonly nom: string | null;
  /** Rows in order, wholly empty rows left out, all with the same number of cells. */
  readonly lignes: readonly Ligne[];
};

export type Paragraphe = { readonly type: 'paragraphe'; readonly texte: string; readonly titre: boolean };

/** A file as read: its blocks in the order of the document (a workbook has one table a sheet, no paragraph). */
export type DocumentLu = {
  readonly format: FormatDeFichier;
  readonly blocs: readonly (Tableau | Paragraphe)[];
  /** What the reader saw and wants said: a sheet passed over because it is hidden, a formula read by its value… */
  readonly remarques: readonly Remarque[];
};

export type Remarque = {
  readonly message: string;
  readonly gravite: 'information' | 'avertissement';
  readonly ligne: number | null;
  readonly colonne: number | null;
};
