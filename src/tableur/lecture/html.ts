import type { DocumentLu, Paragraphe, Tableau } from '../document.ts';
import { celluleDeTexte, Grille } from './grille.ts';
import { parcourirHtml } from './html-balises.ts';

/** Reads HTML: tables (a table inside a cell is a table of its own) and the text around them. */
export function lireHtml(source: string): DocumentLu {
  const lecteur = new LecteurHtml();
  // What Windows puts on the clipboard starts with a few lines of positions.
  parcourirHtml(source.slice(Math.max(0, source.indexOf('<'))), {
    ouvre: (nom, attributs) => lecteur.ouvre(nom, attributs),
    ferme: (nom) => lecteur.ferme(nom),
    texte: (texte) => lecteur.texte(texte),
  });
  return { format: 'html', blocs: lecteur.finir(), remarques: [] };
}

const TITRES = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const BLOCS = new Set([
  ...TITRES,
  ...[
    'p',
    'div',
    'li',
    'ul',
    'ol',
    'dl',
    'dt',
    'dd',
    'section',
    'article',
    'header',
    'footer',
    'blockquote',
    'pre',
    'caption',
    'body',
    'html',
    'form',
    'fieldset',
    'hr',
  ],
]);

type Place = { readonly ligne: number; readonly colonne: number; readonly hauteur: number; readonly largeur: number };
type TableOuverte = {
  readonly grille: Grille;
  /** Where the table stands among the blocks: before those its cells hold. */
  readonly rang: number;
  ligne: number;
  /** Last row already taken, column by column: by a cell of the row, or by the `rowspan` of one above. */
  readonly occupees: number[];
  cellule: (Place & { readonly texte: TexteEnCours }) | null;
};

const PORTEE_MAX = 1_000;

class LecteurHtml {
  readonly #blocs: (Tableau | Paragraphe | null)[] = [];
  readonly #tables: TableOuverte[] = [];
  #dehors = new TexteEnCours();
  #titre = false;

  ouvre(nom: string, attributs: Readonly<Record<string, string>>): void {
    const table = this.#tables.at(-1);
    if (nom === 'br') this.#courant().couper(true);
    else if (nom === 'table') this.#ouvrirTable();
    else if (nom === 'tr' && table) {
      this.#finirLaCellule(table);
      table.ligne++;
    } else if ((nom === 'td' || nom === 'th') && table) this.#ouvrirCellule(table, attributs);
    else if (BLOCS.has(nom)) this.#changerDeBloc(TITRES.has(nom));
  }

  ferme(nom: string): void {
    const table = this.#tables.at(-1);
    if (nom === 'table') this.#fermerTable();
    else if ((nom === 'td' || nom === 'th' || nom === 'tr') && table) this.#finirLaCellule(table);
    else if (BLOCS.has(nom)) this.#changerDeBloc(false);
  }

  texte(texte: string): void {
    const table = this.#tables.at(-1);
    // Between the cells of a table there is only the layout of the source.
    if (!table || table.cellule || texte.trim() !== '') this.#courant().ajouter(texte);
  }

  finir(): (Tableau | Paragraphe)[] {
    while (this.#tables.length > 0) this.#fermerTable();
    this.#finirLeParagraphe();
    return this.#blocs.filter((bloc) => bloc !== null);
  }

  #courant(): TexteEnCours {
    return this.#tables.at(-1)?.cellule?.texte ?? this.#dehors;
  }

  #changerDeBloc(titre: boolean): void {
    const cellule = this.#tables.at(-1)?.cellule;
    if (cellule) {
      cellule.texte.couper(false);
      return;
    }
    this.#finirLeParagraphe();
    this.#titre = titre;
  }

  #finirLeParagraphe(): void {
    const texte = this.#dehors.lire();
    this.#dehors = new TexteEnCours();
    if (texte.trim() !== '') this.#blocs.push({ type: 'paragraphe', texte, titre: this.#titre });
    this.#titre = false;
  }

  #ouvrirTable(): void {
    if (this.#tables.length === 0) this.#finirLeParagraphe();
    this.#blocs.push(null);
    this.#tables.push({ grille: new Grille(), rang: this.#blocs.length - 1, ligne: 0, occupees: [], cellule: null });
  }

  #fermerTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    this.#finirLaCellule(table);
    this.#blocs[table.rang] = table.grille.enTableau(null);
  }

  #ouvrirCellule(table: TableOuverte, attributs: Readonly<Record<string, string>>): void {
    this.#finirLaCellule(table);
    if (table.ligne === 0) table.ligne = 1;
    let colonne = 0;
    while ((table.occupees[colonne] ?? 0) >= table.ligne) colonne++;
    const largeur = portee(attributs.colspan);
    const hauteur = portee(attributs.rowspan);
    for (let i = colonne; i < colonne + largeur; i++) table.occupees[i] = table.ligne + hauteur - 1;
    table.cellule = { ligne: table.ligne, colonne, hauteur, largeur, texte: new TexteEnCours() };
  }

  #finirLaCellule(table: TableOuverte): void {
    const { cellule } = table;
    if (!cellule) return;
    table.cellule = null;
    const { ligne, colonne, hauteur, largeur, texte } = cellule;
    table.grille.poser(ligne, colonne, celluleDeTexte(texte.lire()));
    table.grille.fusionner({
      ligne,
      colonne,
      derniereLigne: ligne + hauteur - 1,
      derniereColonne: colonne + largeur - 1,
    });
  }
}

function portee(attribut: string | undefined): number {
  const lue = Number.parseInt(attribut ?? '1', 10);
  return lue >= 1 ? Math.min(lue, PORTEE_MAX) : 1;
}

/** Text as a browser shows it: blanks of the source are one space, blocks and `<br>` are line breaks. */
class TexteEnCours {
  #texte = '';

  ajouter(texte: string): void {
    const reduit = texte.replace(/[ \t\n\r\f]+/g, ' ');
    this.#texte += this.#texte === '' || /[ \n]$/.test(this.#texte) ? reduit.replace(/^ /, '') : reduit;
  }

  /** `toujours`: for a `<br>`, even after another; a block breaks the line only when something is on it. */
  couper(toujours: boolean): void {
    this.#texte = this.#texte.replace(/ $/, '');
    if (toujours || (this.#texte !== '' && !this.#texte.endsWith('\n'))) this.#texte += '\n';
  }

  lire(): string {
    return this.#texte.replace(/^\n+|[ \n]+$/g, '');
  }
}
