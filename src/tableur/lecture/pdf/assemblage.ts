import type { Paragraphe, Tableau } from '../../document.ts';
import type { BlocNotes } from '../bloc-notes.ts';
import { centre, contient, type Morceau, type PageLue } from './geometrie.ts';
import { trouverGrilles } from './grilles.ts';
import { enLignes, enTexte, type LigneDeTexte } from './lignes.ts';
import { reperesDePage } from './reperes.ts';
import { tableauxSansFilets } from './sans-filets.ts';
import type { CaseLue, TableDePage } from './table-de-page.ts';
import { TableEnCours } from './table-en-cours.ts';

type Element = TableDePage | { readonly haut: number; readonly paragraphe: Paragraphe };

/** The blocks of the document from its pages, in reading order. */
export function assembler(pages: readonly PageLue[], notes: BlocNotes): (Tableau | Paragraphe)[] {
  const separees = pages.map(separer);
  const corps = mediane(pages.flatMap(({ morceaux }) => morceaux.map((morceau) => morceau.corps)));
  const reperes = reperesDePage(separees);
  for (const texte of reperes.textes) {
    notes.noter(`Mention répétée en haut ou en bas des pages, laissée de côté : « ${texte} ».`);
  }
  const suite: (TableEnCours | Paragraphe)[] = [];
  for (const page of separees) {
    elementsDePage(page, corps, reperes.estUnRepere).forEach((element, place) => {
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

function elementsDePage(page: PageSeparee, corps: number, estUnRepere: (morceau: Morceau) => boolean): Element[] {
  const { tables, lignes } = tableauxSansFilets(enLignes(page.libres.filter((morceau) => !estUnRepere(morceau))));
  return [...page.tables, ...tables, ...enParagraphes(lignes, corps)].sort((a, b) => a.haut - b.haut);
}

function enParagraphes(lignes: readonly LigneDeTexte[], corpsCourant: number): Element[] {
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
  return groupes.map((groupe) => {
    const titre = groupe.length <= 2 && (groupe[0]?.corps ?? 0) > corpsCourant * 1.15;
    return { haut: groupe[0]?.haut ?? 0, paragraphe: { type: 'paragraphe', texte: enTexte(groupe, droite), titre } };
  });
}

function mediane(valeurs: readonly number[]): number {
  return [...valeurs].sort((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? 0;
}
