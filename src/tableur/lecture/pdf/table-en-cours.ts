import { cleDeTexte } from '#socle/valeurs';
import type { Tableau } from '../../document.ts';
import type { BlocNotes } from '../bloc-notes.ts';
import { celluleDeTexte, Grille } from '../grille.ts';
import { TOLERANCE } from './geometrie.ts';
import type { CaseLue, TableDePage } from './table-de-page.ts';

/** A table and what the following pages add to it. */
export class TableEnCours {
  readonly #premiere: TableDePage;
  readonly #cases: CaseLue[];
  #lignes: number;

  constructor(premiere: TableDePage) {
    this.#premiere = premiere;
    this.#cases = [...premiere.cases];
    this.#lignes = premiere.lignes;
  }

  /** Same columns at the same places. */
  continueDans({ bords }: TableDePage): boolean {
    const debut = this.#premiere.bords;
    return (
      bords.length === debut.length && bords.every((bord, rang) => Math.abs(bord - (debut[rang] ?? 0)) <= 2 * TOLERANCE)
    );
  }

  prolonger(suite: TableDePage, notes: BlocNotes): void {
    const entete = this.#lignesDEnteteRepetees(suite);
    const decalage = this.#lignes - entete;
    const nouvelles = suite.cases
      .filter(({ ligne }) => ligne >= entete)
      .map((case_) => ({ ...case_, ligne: case_.ligne + decalage }));
    this.#joindreLesFusions(nouvelles);
    const coupee = this.#ligneCoupee(nouvelles);
    if (coupee) {
      this.#completer(nouvelles, notes);
      return;
    }
    this.#cases.push(...nouvelles);
    this.#lignes += suite.lignes - entete;
  }

  enTableau(): Tableau | null {
    const grille = new Grille();
    for (const { ligne, colonne, hauteur, largeur, texte } of this.#cases) {
      grille.poser(ligne + 1, colonne, celluleDeTexte(texte));
      grille.fusionner({
        ligne: ligne + 1,
        colonne,
        derniereLigne: ligne + hauteur,
        derniereColonne: colonne + largeur - 1,
      });
    }
    return grille.enTableau(null);
  }

  /** How many of the first rows of the next page say again the first rows of the table. */
  #lignesDEnteteRepetees(suite: TableDePage): number {
    let repetees = 0;
    while (
      repetees < Math.min(3, suite.lignes - 1) &&
      texteDeLigne(suite.cases, repetees) === texteDeLigne(this.#cases, repetees)
    )
      repetees++;
    return repetees;
  }

  /** A merged cell cut by the page: nothing is written again in its second half. */
  #joindreLesFusions(nouvelles: CaseLue[]): void {
    for (const case_ of nouvelles.filter(({ ligne, texte }) => ligne === this.#lignes && texte === '')) {
      const dessus = this.#cases.find(
        ({ ligne, hauteur, colonne }) => colonne === case_.colonne && ligne + hauteur === this.#lignes,
      );
      const fusionnable =
        this.#cases.some(({ colonne, hauteur }) => colonne === case_.colonne && hauteur > 1) || case_.hauteur > 1;
      if (!dessus || !fusionnable || dessus.texte === '' || dessus.largeur !== case_.largeur) continue;
      this.#cases.splice(this.#cases.indexOf(dessus), 1, { ...dessus, hauteur: dessus.hauteur + case_.hauteur });
      nouvelles.splice(nouvelles.indexOf(case_), 1);
    }
  }

  /**
   * The first row of the page goes on with the last of the previous one when the first of the columns always filled is
   * empty in it, and most of the others.
   */
  #ligneCoupee(nouvelles: readonly CaseLue[]): boolean {
    const premiere = nouvelles.filter(({ ligne }) => ligne === this.#lignes);
    const reperes = this.#colonnesToujoursRemplies();
    const vides = reperes.filter((colonne) =>
      premiere.every((case_) => case_.colonne !== colonne || case_.texte === ''),
    );
    if (reperes.length === 0 || !premiere.some(({ texte }) => texte !== '')) return false;
    return vides[0] === reperes[0] && vides.length * 2 > reperes.length;
  }

  #colonnesToujoursRemplies(): number[] {
    const colonnes = Array.from({ length: this.#premiere.colonnes }, (_, colonne) => colonne);
    return colonnes.filter((colonne) => {
      const propres = this.#cases.filter((case_) => case_.colonne === colonne && case_.ligne > 0);
      return (
        propres.length >= 2 && propres.length >= (this.#lignes - 1) * 0.9 && propres.every(({ texte }) => texte !== '')
      );
    });
  }

  #completer(nouvelles: readonly CaseLue[], notes: BlocNotes): void {
    const ligneCoupee = this.#lignes - 1;
    for (const { ligne, colonne, texte } of nouvelles) {
      if (ligne !== this.#lignes || texte === '') continue;
      const rang = this.#cases.findIndex(
        (case_) => case_.colonne === colonne && case_.ligne + case_.hauteur === this.#lignes,
      );
      const debut = this.#cases[rang];
      if (debut) this.#cases[rang] = { ...debut, texte: debut.texte === '' ? texte : `${debut.texte}\n${texte}` };
      else this.#cases.push({ ligne: ligneCoupee, colonne, hauteur: 1, largeur: 1, texte });
    }
    const suite = nouvelles
      .filter(({ ligne }) => ligne > this.#lignes)
      .map((case_) => ({ ...case_, ligne: case_.ligne - 1 }));
    this.#cases.push(...suite);
    this.#lignes = Math.max(this.#lignes, ...suite.map(({ ligne, hauteur }) => ligne + hauteur));
    notes.compter(
      'coupee',
      'avertissement',
      ligneCoupee + 1,
      null,
      (nombre) =>
        `${nombre} ligne(s) du tableau coupée(s) par un saut de page, la première étant la ligne ${ligneCoupee + 1} : les deux morceaux ont été réunis, vérifiez-les.`,
    );
  }
}

function texteDeLigne(cases: readonly CaseLue[], ligne: number): string {
  return cases
    .filter((case_) => case_.ligne === ligne)
    .sort((a, b) => a.colonne - b.colonne)
    .map(({ colonne, texte }) => `${colonne}:${cleDeTexte(texte)}`)
    .join('|');
}
