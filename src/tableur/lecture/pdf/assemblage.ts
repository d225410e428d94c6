import { cleDeTexte } from '#socle/valeurs';
import type { Paragraphe, Tableau } from '../../document.ts';
import type { BlocNotes } from '../bloc-notes.ts';
import { celluleDeTexte, Grille } from '../grille.ts';
import { centre, contient, type Morceau, type PageLue, TOLERANCE } from './geometrie.ts';
import { trouverGrilles } from './grilles.ts';
import { enLignes, enTexte, type LigneDeTexte } from './lignes.ts';
import { reperesDePage } from './reperes.ts';
import { tableauxSansFilets } from './sans-filets.ts';

/** A table of one page, before it is joined to that of the next. */
export type TableDePage = {
  readonly haut: number;
  readonly bords: readonly number[];
  readonly lignes: number;
  readonly colonnes: number;
  readonly cases: readonly CaseLue[];
};

export type CaseLue = {
  readonly ligne: number;
  readonly colonne: number;
  readonly hauteur: number;
  readonly largeur: number;
  readonly texte: string;
};

type Element = TableDePage | { readonly haut: number; readonly paragraphe: Paragraphe };

/** The blocks of the document from its pages, in reading order. */
export function assembler(pages: readonly PageLue[], notes: BlocNotes): (Tableau | Paragraphe)[] {
  const separees = pages.map(separer);
  const reperes = reperesDePage(separees);
  for (const texte of reperes.textes) {
    notes.noter(`Mention répétée en haut ou en bas des pages, laissée de côté : « ${texte} ».`);
  }
  const suite: (TableEnCours | Paragraphe)[] = [];
  for (const page of separees) {
    elementsDePage(page, reperes.estUnRepere).forEach((element, place) => {
      if ('paragraphe' in element) {
        suite.push(element.paragraphe);
        return;
      }
      const precedent = suite.at(-1);
      if (place === 0 && precedent instanceof TableEnCours && precedent.continueDans(element))
        precedent.prolonger(element, notes);
      else suite.push(new TableEnCours(element));
    });
  }
  return suite.flatMap((bloc): (Tableau | Paragraphe)[] => {
    if (!(bloc instanceof TableEnCours)) return [bloc];
    const tableau = bloc.enTableau();
    return tableau ? [tableau] : [];
  });
}

/** A page whose ruled tables have taken their texts; `libres` are the others. */
type PageSeparee = {
  readonly hauteur: number;
  readonly tables: readonly TableDePage[];
  readonly libres: readonly Morceau[];
};

function separer(page: PageLue): PageSeparee {
  const libres = new Set(page.morceaux);
  const tables: TableDePage[] = [];
  for (const grille of trouverGrilles(page.filets)) {
    const cases = grille.cases.map((case_): CaseLue => {
      const dedans = [...libres].filter((morceau) => {
        const { x, y } = centre(morceau);
        return contient(case_.cadre, x, y);
      });
      for (const morceau of dedans) libres.delete(morceau);
      const lignes = enLignes(dedans);
      const marge = Math.max(0, Math.min(...lignes.map(({ gauche }) => gauche)) - case_.cadre.gauche);
      return { ...case_, texte: enTexte(lignes, case_.cadre.droite - Math.min(marge, 12)) };
    });
    if (cases.some(({ texte }) => texte !== '')) tables.push({ ...grille, haut: grille.cadre.haut, cases });
  }
  return { hauteur: page.hauteur, tables, libres: [...libres] };
}

function elementsDePage(page: PageSeparee, estUnRepere: (morceau: Morceau) => boolean): Element[] {
  const { tables, lignes } = tableauxSansFilets(enLignes(page.libres.filter((morceau) => !estUnRepere(morceau))));
  return [...page.tables, ...tables, ...enParagraphes(lignes)].sort((a, b) => a.haut - b.haut);
}

function enParagraphes(lignes: readonly LigneDeTexte[]): Element[] {
  const groupes: LigneDeTexte[][] = [];
  const droite = Math.max(0, ...lignes.map((ligne) => ligne.droite));
  for (const ligne of lignes) {
    const dernier = groupes.at(-1);
    const precedente = dernier?.at(-1);
    const suit =
      precedente && ligne.corps === precedente.corps && enTexte([precedente, ligne], droite).includes('\n') === false;
    if (dernier && suit) dernier.push(ligne);
    else groupes.push([ligne]);
  }
  const corpsCourant = mediane(lignes.map(({ corps }) => corps));
  return groupes.map((groupe) => {
    const titre = groupe.length <= 2 && (groupe[0]?.corps ?? 0) > corpsCourant * 1.15;
    return { haut: groupe[0]?.haut ?? 0, paragraphe: { type: 'paragraphe', texte: enTexte(groupe, droite), titre } };
  });
}

function mediane(valeurs: readonly number[]): number {
  return [...valeurs].sort((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? 0;
}

/** A table and what the following pages add to it. */
class TableEnCours {
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

  /** The first row of the page goes on with the last of the previous one when every column always filled is empty in it. */
  #ligneCoupee(nouvelles: readonly CaseLue[]): boolean {
    const premiere = nouvelles.filter(({ ligne }) => ligne === this.#lignes);
    const reperes = this.#colonnesToujoursRemplies();
    if (reperes.length === 0 || !premiere.some(({ texte }) => texte !== '')) return false;
    return reperes.every((colonne) => premiere.every((case_) => case_.colonne !== colonne || case_.texte === ''));
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
        `${nombre} ligne(s) du tableau coupée(s) par un saut de page, la première étant la ligne ${ligneCoupee + 1} : les deux morceaux ont été réunis, vérifiez-les.`,
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
