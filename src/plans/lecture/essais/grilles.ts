import type { Cellule, DocumentLu, FormatDeFichier, Ligne, Paragraphe, Tableau } from '#tableur';
import { celluleDeTexte } from '../cellules.ts';

export type ValeurDEssai = string | null | Partial<Cellule>;

/** A table as a reader of files gives it: rows numbered from `depuis`, wholly empty ones left out. */
export function tableau(
  lignes: readonly (readonly ValeurDEssai[])[],
  { depuis = 1, nom = null }: { readonly depuis?: number; readonly nom?: string | null } = {},
): Tableau {
  const largeur = Math.max(...lignes.map((ligne) => ligne.length), 0);
  const rangees: Ligne[] = lignes.map((ligne, rang) => ({
    numero: depuis + rang,
    cellules: Array.from({ length: largeur }, (_, colonne) => cellule(ligne[colonne] ?? null)),
  }));
  return { type: 'tableau', nom, lignes: rangees.filter(({ cellules }) => cellules.some(({ texte }) => texte !== '')) };
}

/** Merges cells as the reader says it: those covered repeat the first one and say where it is. */
export function fusionner(table: Tableau, de: readonly [number, number], a: readonly [number, number]): Tableau {
  const origine = table.lignes.find(({ numero }) => numero === de[0])?.cellules[de[1]] ?? celluleDeTexte('');
  return {
    ...table,
    lignes: table.lignes.map(({ numero, cellules }) => ({
      numero,
      cellules: cellules.map((lue, colonne) => {
        const dedans = numero >= de[0] && numero <= a[0] && colonne >= de[1] && colonne <= a[1];
        const premiere = numero === de[0] && colonne === de[1];
        return dedans && !premiere ? { ...origine, fusion: { ligne: de[0], colonne: de[1] } } : lue;
      }),
    })),
  };
}

export function paragraphe(texte: string, titre = false): Paragraphe {
  return { type: 'paragraphe', texte, titre };
}

export function document(blocs: DocumentLu['blocs'], format: FormatDeFichier = 'xlsx'): DocumentLu {
  return { format, blocs, remarques: [] };
}

function cellule(valeur: ValeurDEssai): Cellule {
  return typeof valeur === 'string' ? celluleDeTexte(valeur) : { ...celluleDeTexte(''), ...valeur };
}
