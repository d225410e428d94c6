import { celluleDeTexte, Grille } from './grille.ts';

type CelluleOuverte = { paragraphes: string[]; colonne: number; largeur: number; vertical: 'debut' | 'suite' | null };
export type TableOuverte = {
  readonly grille: Grille;
  readonly lignesTexte: string[];
  numero: number;
  colonne: number;
  ligneSupprimee: boolean;
  cellule: CelluleOuverte | null;
  cellulesDeLaLigne: CelluleOuverte[];
  /** Vertical merges still open, by first column. */
  readonly enCours: Map<number, { ligne: number; derniereLigne: number; largeur: number }>;
};

export function nouvelleTable(): TableOuverte {
  return {
    grille: new Grille(),
    lignesTexte: [],
    numero: 0,
    colonne: 0,
    ligneSupprimee: false,
    cellule: null,
    cellulesDeLaLigne: [],
    enCours: new Map(),
  };
}

/** Puts the cells of the row down; merges which go on downwards are closed later. */
export function finirLaLigne(table: TableOuverte): void {
  if (table.ligneSupprimee) return;
  const textes: string[] = [];
  for (const { paragraphes, colonne, largeur, vertical } of table.cellulesDeLaLigne) {
    const texte = texteDeCellule(paragraphes);
    const enCours = table.enCours.get(colonne);
    if (vertical === 'suite' && enCours) {
      enCours.derniereLigne = table.numero;
      continue;
    }
    if (enCours) clore(table, colonne);
    if (vertical !== null) table.enCours.set(colonne, { ligne: table.numero, derniereLigne: table.numero, largeur });
    else
      table.grille.fusionner({
        ligne: table.numero,
        colonne,
        derniereLigne: table.numero,
        derniereColonne: colonne + largeur - 1,
      });
    table.grille.poser(table.numero, colonne, celluleDeTexte(texte));
    textes.push(texte);
  }
  table.lignesTexte.push(textes.join('\t'));
}

function clore(table: TableOuverte, colonne: number): void {
  const { ligne, derniereLigne, largeur } = table.enCours.get(colonne) ?? { ligne: 0, derniereLigne: 0, largeur: 1 };
  table.enCours.delete(colonne);
  table.grille.fusionner({ ligne, colonne, derniereLigne, derniereColonne: colonne + largeur - 1 });
}

/** Paragraphs are lines; the empty ones Word leaves at both ends of a cell say nothing. */
function texteDeCellule(paragraphes: readonly string[]): string {
  const premier = paragraphes.findIndex((texte) => texte !== '');
  const dernier = paragraphes.findLastIndex((texte) => texte !== '');
  return premier === -1 ? '' : paragraphes.slice(premier, dernier + 1).join('\n');
}

/** Closes the merges which go down to the last row. */
export function finirLesFusions(table: TableOuverte): void {
  for (const colonne of [...table.enCours.keys()]) clore(table, colonne);
}
