import type { Cellule, Ligne, Tableau } from '../document.ts';
import { LIMITES } from '../limites.ts';
import { LectureRefusee } from '../refus.ts';

export const CELLULE_VIDE: Cellule = Object.freeze({
  texte: '',
  nombre: null,
  pourcentage: false,
  jour: null,
  formule: false,
  fusion: null,
});

/** Blanks alone are nothing: spreadsheets and web pages fill their empty cells with them. */
export function celluleDeTexte(texte: string): Cellule {
  return texte.trim() === '' ? CELLULE_VIDE : { ...CELLULE_VIDE, texte };
}

/** A merge, bounds included; rows numbered from 1 as in `Ligne.numero`, columns from 0. */
export type Fusion = {
  readonly ligne: number;
  readonly colonne: number;
  readonly derniereLigne: number;
  readonly derniereColonne: number;
};

/**
 * Cells put down one by one, then read as a table. Only what holds something takes room: a sheet which declares a
 * million empty rows costs nothing.
 */
export class Grille {
  readonly #lignes = new Map<number, Map<number, Cellule>>();
  readonly #fusions: Fusion[] = [];
  #cellules = 0;

  poser(ligne: number, colonne: number, cellule: Cellule): void {
    if (cellule === CELLULE_VIDE) return;
    if (++this.#cellules > LIMITES.cellules) throw tropDeCellules();
    const posees = this.#lignes.get(ligne);
    if (posees) posees.set(colonne, cellule);
    else this.#lignes.set(ligne, new Map([[colonne, cellule]]));
  }

  fusionner(fusion: Fusion): void {
    if (fusion.derniereLigne > fusion.ligne || fusion.derniereColonne > fusion.colonne) this.#fusions.push(fusion);
  }

  /** The table, or null when nothing was put down. A row which only a merge covers is an empty row. */
  enTableau(nom: string | null): Tableau | null {
    const numeros = [...this.#lignes.keys()]
      .filter((numero) => [...(this.#lignes.get(numero)?.values() ?? [])].some(dit))
      .sort((a, b) => a - b);
    if (numeros.length === 0) return null;
    let largeur = 0;
    for (const numero of numeros) {
      for (const [colonne, cellule] of this.#lignes.get(numero) ?? [])
        if (dit(cellule)) largeur = Math.max(largeur, colonne + 1);
    }
    if (numeros.length * largeur > LIMITES.cellules) throw tropDeCellules();
    const rangees = new Map<number, Cellule[]>();
    for (const numero of numeros) {
      const cellules = new Array<Cellule>(largeur).fill(CELLULE_VIDE);
      for (const [colonne, cellule] of this.#lignes.get(numero) ?? [])
        if (colonne < largeur) cellules[colonne] = cellule;
      rangees.set(numero, cellules);
    }
    this.#couvrir(numeros, rangees, largeur);
    const lignes = numeros.map((numero): Ligne => ({ numero, cellules: rangees.get(numero) ?? [] }));
    return { type: 'tableau', nom, lignes };
  }

  #couvrir(numeros: readonly number[], rangees: ReadonlyMap<number, Cellule[]>, largeur: number): void {
    // Merges of a hostile file may overlap thousands of times: the work is bounded like the table itself.
    let travail = 0;
    for (const fusion of this.#fusions) {
      const origine = this.#lignes.get(fusion.ligne)?.get(fusion.colonne) ?? CELLULE_VIDE;
      const couverte: Cellule = { ...origine, fusion: { ligne: fusion.ligne, colonne: fusion.colonne } };
      const derniereColonne = Math.min(fusion.derniereColonne, largeur - 1);
      for (let i = premierAuMoins(numeros, fusion.ligne); i < numeros.length; i++) {
        const numero = numeros[i];
        if (numero === undefined || numero > fusion.derniereLigne) break;
        travail += derniereColonne - fusion.colonne + 1;
        if (travail > 2 * LIMITES.cellules) throw tropDeCellules();
        const rangee = rangees.get(numero);
        for (let colonne = fusion.colonne; rangee && colonne <= derniereColonne; colonne++) {
          if (numero !== fusion.ligne || colonne !== fusion.colonne) rangee[colonne] = couverte;
        }
      }
    }
  }
}

function dit(cellule: Cellule): boolean {
  return cellule.texte !== '' || cellule.nombre !== null || cellule.jour !== null;
}

function premierAuMoins(numeros: readonly number[], seuil: number): number {
  let bas = 0;
  let haut = numeros.length;
  while (bas < haut) {
    const milieu = (bas + haut) >> 1;
    if ((numeros[milieu] ?? seuil) < seuil) bas = milieu + 1;
    else haut = milieu;
  }
  return bas;
}

function tropDeCellules(): LectureRefusee {
  return new LectureRefusee(
    'tableur.trop_de_cellules',
    `Un tableau du fichier dépasse ${LIMITES.cellules.toLocaleString('fr-FR')} cellules. Supprimez les lignes et les colonnes inutiles (souvent une cellule oubliée très loin à droite ou en bas) et recommencez.`,
  );
}
