import { reduireBlancs } from '#socle/valeurs';
import type { Cellule, Ligne } from '#tableur';
import type { ChampDePlan } from '../regles/lecture.ts';

/** One value of a row, with the column it comes from; what a table and a « fiche » have in common. */
export type Valeur = {
  readonly champ: ChampDePlan;
  /** Heading as written, or the letter of a column without heading. */
  readonly colonne: string;
  readonly cellule: Cellule;
};

/** A row before it becomes an action. */
export type LigneBrute = {
  readonly numero: number;
  /** Rank of its table in the document; absent for a « fiche ». */
  readonly tableau?: number;
  /** Titles of the section rows (or paragraphs) above it, outermost first. */
  readonly sections: readonly string[];
  readonly valeurs: readonly Valeur[];
  /** The rows below it that continue the same action: its wording is one merged cell over all of them. */
  readonly suites: readonly (readonly Valeur[])[];
};

export function celluleDeTexte(texte: string): Cellule {
  return { texte, nombre: null, pourcentage: false, jour: null, formule: false, fusion: null };
}

/** The words of a cell without blanks around, or null when it is empty. Line breaks inside are kept. */
export function texteOuRien(texte: string): string | null {
  const mots = texte.replace(/\r\n?/g, '\n').trim();
  return reduireBlancs(mots) === '' ? null : mots;
}

/** The cell belongs to a merge that starts elsewhere on the same row: its words were already read in another column. */
export function suiteHorizontale(cellule: Cellule, colonne: number): boolean {
  return cellule.fusion !== null && cellule.fusion.colonne !== colonne;
}

/** The cell belongs to a merge that starts on a row above. */
export function suiteVerticale(cellule: Cellule, ligne: number): boolean {
  return cellule.fusion !== null && cellule.fusion.ligne !== ligne;
}

/** The words this row holds in its own right: cells repeated by a horizontal merge count once. */
export function cellulesPropres(ligne: Ligne): { readonly colonne: number; readonly cellule: Cellule }[] {
  return ligne.cellules
    .map((cellule, colonne) => ({ colonne, cellule }))
    .filter(({ colonne, cellule }) => !suiteHorizontale(cellule, colonne) && texteOuRien(cellule.texte) !== null);
}

/** The row as one line of text, for what is kept outside the table. */
export function ligneEnTexte(ligne: Ligne): string {
  return cellulesPropres(ligne)
    .filter(({ cellule }) => !suiteVerticale(cellule, ligne.numero))
    .map(({ cellule }) => cellule.texte.trim())
    .join(' | ');
}

/** « A », « B »… « Z », « AA »: how a person names a column without heading. */
export function lettreDeColonne(position: number): string {
  const reste = String.fromCharCode(65 + (position % 26));
  return position < 26 ? reste : lettreDeColonne(Math.floor(position / 26) - 1) + reste;
}
