import type { DocumentLu, Paragraphe, Tableau } from '../document.ts';
import { corrompu } from '../refus.ts';
import { BlocNotes } from './bloc-notes.ts';
import { remarquerLeHorsTexte } from './docx-hors-texte.ts';
import { finirLaLigne, finirLesFusions, nouvelleTable, type TableOuverte } from './docx-tables.ts';
import { type Attributs, decoderXml, parcourirXml } from './xml.ts';
import type { Archive } from './zip.ts';

/** Reads a Word document (ECMA-376 part 1, § 17): paragraphs and tables in order, then the footnotes. */
export function lireDocx(archive: Archive): DocumentLu {
  const notes = new BlocNotes();
  const titres = lireStylesDeTitre(partie(archive, 'word/styles.xml') ?? '');
  const source = partie(archive, 'word/document.xml');
  if (source === null) throw corrompu('le texte du document manque');
  const corps = lirePartie(source, titres, notes);
  const renvois = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap((nom) =>
    lirePartie(partie(archive, nom) ?? '', titres, notes),
  );
  remarquerLeHorsTexte(archive, notes);
  return { format: 'docx', blocs: [...corps, ...renvois], remarques: notes.toutes() };
}

function partie(archive: Archive, chemin: string): string | null {
  const octets = archive.lire(chemin);
  return octets ? decoderXml(octets) : null;
}

/** Identifiers of the styles which make a title: « Titre », « heading n », or an outline level, by themselves or by inheritance. */
function lireStylesDeTitre(source: string): ReadonlySet<string> {
  const bases = new Map<string, string>();
  const titres = new Set<string>();
  let style = '';
  parcourirXml(source, {
    ouvre(nom, { styleId, val = '' }) {
      if (nom === 'style') style = styleId ?? '';
      else if (nom === 'basedOn') bases.set(style, val);
      else if (nom === 'name' && /^(heading \d|title|titre( \d)?)$/i.test(val)) titres.add(style);
      else if (nom === 'outlineLvl' && Number(val) < 9) titres.add(style);
    },
  });
  for (const depart of bases.keys()) {
    const lignee = [depart];
    for (let base = bases.get(depart); base !== undefined && !lignee.includes(base); base = bases.get(base))
      lignee.push(base);
    if (lignee.some((nom) => titres.has(nom))) titres.add(depart);
  }
  return titres;
}

function lirePartie(source: string, titres: ReadonlySet<string>, notes: BlocNotes): (Tableau | Paragraphe)[] {
  const lecteur = new LecteurDeTexte(titres, notes);
  parcourirXml(source, {
    ouvre: (nom, attributs) => lecteur.ouvre(nom, attributs),
    ferme: (nom) => lecteur.ferme(nom),
    texte: (texte) => lecteur.texte(texte),
  });
  return lecteur.blocs;
}

/** What a reader of the document does not see: deleted or moved text, field codes, the old form of a drawing. */
const INVISIBLES = new Set(['del', 'moveFrom', 'instrText', 'delInstrText', 'Fallback', 'sectPr', 'tblGrid', 'rt']);

type ParagrapheOuvert = { texte: string; titre: boolean };
class LecteurDeTexte {
  readonly blocs: (Tableau | Paragraphe)[] = [];
  readonly #titres: ReadonlySet<string>;
  readonly #notes: BlocNotes;
  readonly #tables: TableOuverte[] = [];
  /** A text box is a paragraph inside another. */
  readonly #paragraphes: ParagrapheOuvert[] = [];
  #invisible = 0;
  #dansTexte = false;

  constructor(titres: ReadonlySet<string>, notes: BlocNotes) {
    this.#titres = titres;
    this.#notes = notes;
  }

  ouvre(nom: string, attributs: Attributs): void {
    if (this.#invisible > 0 || INVISIBLES.has(nom)) {
      if (this.#invisible === 0 && nom === 'del') this.#remarquerSuppression();
      this.#invisible++;
      return;
    }
    const table = this.#tables.at(-1);
    const paragraphe = this.#paragraphes.at(-1);
    switch (nom) {
      case 'tbl':
        this.#tables.push(nouvelleTable());
        return;
      case 'tr':
        if (table)
          Object.assign(table, { numero: table.numero + 1, colonne: 0, ligneSupprimee: false, cellulesDeLaLigne: [] });
        return;
      case 'gridBefore':
        if (table) table.colonne += entier(attributs.val, 0);
        return;
      case 'tc':
        if (table) table.cellule = { paragraphes: [], colonne: table.colonne, largeur: 1, vertical: null };
        return;
      case 'gridSpan':
        if (table?.cellule) table.cellule.largeur = entier(attributs.val, 1);
        return;
      case 'vMerge':
        if (table?.cellule) table.cellule.vertical = attributs.val === 'restart' ? 'debut' : 'suite';
        return;
      case 'p':
        this.#paragraphes.push({ texte: '', titre: false });
        return;
      case 'pStyle':
        if (paragraphe && this.#titres.has(attributs.val ?? '')) paragraphe.titre = true;
        return;
      case 'outlineLvl':
        if (paragraphe && Number(attributs.val ?? 9) < 9) paragraphe.titre = true;
        return;
      case 't':
        this.#dansTexte = true;
        return;
      case 'tab':
        // Inside `tabs` it places a tab stop, and has a position.
        if (attributs.pos === undefined) this.#ajouter('\t');
        return;
      case 'br':
      case 'cr':
        if (attributs.type !== 'page' && attributs.type !== 'column') this.#ajouter('\n');
        return;
      case 'noBreakHyphen':
        this.#ajouter('\u2011');
        return;
      case 'sym':
        this.#ajouter(symbole(attributs.char));
    }
  }

  texte(texte: string): void {
    if (this.#invisible === 0 && this.#dansTexte) this.#ajouter(texte);
  }

  ferme(nom: string): void {
    if (this.#invisible > 0) {
      this.#invisible--;
      return;
    }
    const table = this.#tables.at(-1);
    if (nom === 't') this.#dansTexte = false;
    else if (nom === 'p') this.#finirLeParagraphe();
    else if (nom === 'tc' && table?.cellule) {
      table.colonne += table.cellule.largeur;
      table.cellulesDeLaLigne.push(table.cellule);
      table.cellule = null;
    } else if (nom === 'tr' && table) finirLaLigne(table);
    else if (nom === 'tbl') this.#finirLaTable();
  }

  #ajouter(texte: string): void {
    const paragraphe = this.#paragraphes.at(-1);
    if (paragraphe) paragraphe.texte += texte;
  }

  #finirLeParagraphe(): void {
    const paragraphe = this.#paragraphes.pop();
    if (!paragraphe) return;
    const cellule = this.#tables.at(-1)?.cellule;
    if (cellule) cellule.paragraphes.push(paragraphe.texte);
    else if (paragraphe.texte.trim() !== '') this.blocs.push({ type: 'paragraphe', ...paragraphe });
  }

  #finirLaTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    finirLesFusions(table);
    const dehors = this.#tables.at(-1)?.cellule;
    if (!dehors) {
      const tableau = table.grille.enTableau(null);
      if (tableau) this.blocs.push(tableau);
      return;
    }
    dehors.paragraphes.push(...table.lignesTexte);
    const ligne = this.#tables.at(-1)?.numero ?? null;
    this.#notes.compter(
      'imbrique',
      'avertissement',
      ligne,
      dehors.colonne,
      (nombre) =>
        `${nombre} tableau(x) à l’intérieur d’une cellule, le premier à la ligne ${ligne} : leur texte est lu comme celui de la cellule.`,
    );
  }

  #remarquerSuppression(): void {
    this.#notes.compter(
      'suppression',
      'information',
      null,
      null,
      (nombre) =>
        `Le document porte des modifications suivies : ${nombre} passage(s) supprimé(s) ne sont pas lus, les ajouts le sont.`,
    );
    // A deleted row is marked in its properties, where there is no paragraph.
    const table = this.#tables.at(-1);
    if (table && !table.cellule && this.#paragraphes.length === 0) table.ligneSupprimee = true;
  }
}

/** Symbol fonts put their signs in the private zone F0xx; the usual ones have a Unicode twin. */
function symbole(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16);
  if (Number.isNaN(point)) return '';
  return SYMBOLES[point & 0xff] && point >= 0xf000 ? (SYMBOLES[point & 0xff] ?? '') : String.fromCodePoint(point);
}

const SYMBOLES: Readonly<Record<number, string>> = {
  183: '•',
  167: '▪',
  216: '➢',
  224: '→',
  252: '✓',
  254: '☑',
  168: '☐',
};

function entier(attribut: string | undefined, defaut: number): number {
  const lu = Number(attribut ?? defaut);
  return Number.isInteger(lu) && lu >= 0 ? Math.min(lu, 1_000) : defaut;
}
