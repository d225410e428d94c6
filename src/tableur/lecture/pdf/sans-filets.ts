import type { TableDePage } from './assemblage.ts';
import type { LigneDeTexte } from './lignes.ts';

/** Tables without ruling lines, from the white columns which go through several lines of text. */
export function tableauxSansFilets(lignes: readonly LigneDeTexte[]): { tables: TableDePage[]; lignes: LigneDeTexte[] } {
  return { tables: [], lignes: [...lignes] };
}
