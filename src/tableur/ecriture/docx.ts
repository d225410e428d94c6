import {
  Document,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type FeuilleAEcrire, nettoyer, texteDeValeur, type ValeurDeCellule } from './feuille.ts';

/** A Word document: blocks in order. A table is written as in a workbook, its title and notes as paragraphs. */
export type DocumentAEcrire = { readonly titre: string; readonly blocs: readonly BlocAEcrire[] };

export type BlocAEcrire =
  | { readonly type: 'titre'; readonly niveau: 1 | 2 | 3; readonly texte: string }
  | { readonly type: 'paragraphe'; readonly texte: string }
  | { readonly type: 'tableau'; readonly feuille: FeuilleAEcrire };

/** The bytes of a Word document in French, A4 landscape, the headings of its tables said again on each page. */
export async function ecrireDocx({ titre, blocs }: DocumentAEcrire): Promise<Uint8Array> {
  const section: ISectionOptions = {
    properties: {
      page: { size: { width: A4.largeur, height: A4.hauteur, orientation: PageOrientation.LANDSCAPE }, margin: MARGES },
    },
    children: [new Paragraph({ heading: HeadingLevel.TITLE, children: enLignes(titre) }), ...blocs.flatMap(enBloc)],
  };
  const document = new Document({
    title: nettoyer(titre),
    creator: 'Jalon',
    styles: { default: { document: { run: { font: 'Arial', size: 20, language: { value: 'fr-FR' } } } } },
    sections: [section],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** In twentieths of a point; the library swaps both for a landscape page. */
const A4 = { largeur: 11_906, hauteur: 16_838 } as const;
const MARGES = { top: 850, bottom: 850, left: 850, right: 850 } as const;
const LARGEUR_UTILE = A4.hauteur - MARGES.left - MARGES.right;

const NIVEAUX = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function enBloc(bloc: BlocAEcrire): (Paragraph | Table)[] {
  switch (bloc.type) {
    case 'titre':
      return [new Paragraph({ heading: NIVEAUX[bloc.niveau], children: enLignes(bloc.texte) })];
    case 'paragraphe':
      return [new Paragraph({ children: enLignes(bloc.texte), spacing: { after: 120 } })];
    case 'tableau':
      return enTableau(bloc.feuille);
  }
}

function enTableau({ titre, entetes, lignes, largeurs, notes = [] }: FeuilleAEcrire): (Paragraph | Table)[] {
  const poids = entetes.map((_, colonne) => largeurs?.[colonne] ?? 1);
  const total = poids.reduce((somme, valeur) => somme + valeur, 0);
  const columnWidths = poids.map((valeur) => Math.floor((LARGEUR_UTILE * valeur) / total));
  const tableau = new Table({
    width: { size: LARGEUR_UTILE, type: WidthType.DXA },
    columnWidths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: entetes.map((texte) => enCellule(texte, true)) }),
      ...lignes.map(
        (ligne) => new TableRow({ children: entetes.map((_, colonne) => enCellule(ligne[colonne] ?? null, false)) }),
      ),
    ],
  });
  return [
    ...(titre === undefined ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_2, children: enLignes(titre) })]),
    tableau,
    // Two tables which touch are one for Word.
    new Paragraph({ children: [] }),
    ...notes.map((note) => new Paragraph({ children: enLignes(note) })),
  ];
}

function enCellule(valeur: ValeurDeCellule, entete: boolean): TableCell {
  return new TableCell({
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    ...(entete ? { shading: { fill: 'E3E3FD' } } : {}),
    children: [new Paragraph({ children: enLignes(texteDeValeur(valeur), entete) })],
  });
}

function enLignes(texte: string, gras = false): TextRun[] {
  return nettoyer(texte)
    .split('\n')
    .map((ligne, rang) => new TextRun({ text: ligne, bold: gras, ...(rang > 0 ? { break: 1 } : {}) }));
}
