import { adresse } from '../adresses.ts';
import type { Cellule, DocumentLu, Tableau } from '../document.ts';
import { LIMITES } from '../limites.ts';
import { corrompu } from '../refus.ts';
import { BlocNotes } from './bloc-notes.ts';
import { CELLULE_VIDE, Grille } from './grille.ts';
import { lireCellule, StylesLus } from './ods-cellules.ts';
import { type Attributs, decoderXml, parcourirXml } from './xml.ts';
import type { Archive } from './zip.ts';

/** Reads an OpenDocument spreadsheet (ODF 1.3 part 3, § 9), header rows and groups of rows included. */
export function lireOds(archive: Archive): DocumentLu {
  const octets = archive.lire('content.xml');
  if (!octets) throw corrompu('le contenu du classeur manque');
  const lecteur = new LecteurDeContenu();
  parcourirXml(decoderXml(octets), {
    ouvre: (nom, attributs) => lecteur.ouvre(nom, attributs),
    ferme: (nom) => lecteur.ferme(nom),
    texte: (texte) => lecteur.texte(texte),
  });
  return { format: 'ods', blocs: lecteur.tableaux, remarques: lecteur.notes.toutes() };
}

/** Parts which are not what the cell says: comments, drawings, text deleted under revision, running heads. */
const HORS_CELLULE = new Set([
  'annotation',
  'shapes',
  'tracked-changes',
  'forms',
  'frame',
  'custom-shape',
  'ruby-text',
]);

class LecteurDeContenu {
  readonly tableaux: Tableau[] = [];
  readonly notes = new BlocNotes();
  readonly #styles = new StylesLus();
  #hors = 0;
  #profondeurDeTable = 0;
  #feuille: { nom: string; grille: Grille; masquee: boolean } | null = null;
  #ligne = 1;
  #repetitionDeLigne = 1;
  #ligneMasquee = false;
  #colonne = 0;
  #cellules: { colonne: number; repetition: number; cellule: Cellule }[] = [];
  #cellule: { attributs: Attributs; couverte: boolean; paragraphes: string[] } | null = null;
  #paragraphe: string | null = null;
  #finitParUnBlanc = false;

  ouvre(nom: string, attributs: Attributs): void {
    if (this.#hors > 0 || HORS_CELLULE.has(nom)) {
      this.#hors++;
      return;
    }
    this.#styles.ouvre(nom, attributs);
    switch (nom) {
      case 'table':
        if (this.#profondeurDeTable++ > 0) return;
        this.#feuille = {
          nom: attributs.name ?? '',
          grille: new Grille(),
          masquee: this.#styles.feuilleMasquee(attributs['style-name']),
        };
        this.#ligne = 1;
        return;
      case 'table-row':
        if (this.#profondeurDeTable > 1) return;
        this.#repetitionDeLigne = entier(attributs['number-rows-repeated']);
        this.#ligneMasquee = attributs.visibility === 'collapse' || attributs.visibility === 'filter';
        this.#colonne = 0;
        this.#cellules = [];
        return;
      case 'table-cell':
      case 'covered-table-cell':
        if (this.#profondeurDeTable > 1) return;
        this.#cellule = { attributs, couverte: nom === 'covered-table-cell', paragraphes: [] };
        return;
      case 'p':
        if (this.#cellule) this.#paragraphe = '';
        return;
      case 's':
        this.#ajouter(' '.repeat(Math.min(entier(attributs.c), LIMITES.octets)));
        return;
      case 'tab':
        this.#ajouter('\t');
        return;
      case 'line-break':
        this.#ajouter('\n');
    }
  }

  texte(texte: string): void {
    if (this.#hors > 0 || this.#paragraphe === null) return;
    // ODF 1.3 part 3, § 6.1.2: blanks of the source are one space, none at the start of a paragraph.
    const reduit = texte.replace(/[ \t\r\n]+/g, ' ');
    this.#ajouter(this.#paragraphe === '' || this.#finitParUnBlanc ? reduit.replace(/^ /, '') : reduit);
    this.#finitParUnBlanc = reduit.endsWith(' ');
  }

  ferme(nom: string): void {
    if (this.#hors > 0) {
      this.#hors--;
      return;
    }
    this.#styles.ferme(nom);
    if (nom === 'p' && this.#cellule && this.#paragraphe !== null) {
      this.#cellule.paragraphes.push(this.#paragraphe);
      this.#paragraphe = null;
    } else if (nom === 'table') {
      if (--this.#profondeurDeTable === 0) this.#finirLaFeuille();
    } else if (this.#profondeurDeTable === 1) {
      if (nom === 'table-cell' || nom === 'covered-table-cell') this.#finirLaCellule();
      else if (nom === 'table-row') this.#finirLaLigne();
    }
  }

  #ajouter(texte: string): void {
    if (this.#paragraphe === null) return;
    this.#paragraphe += texte;
    this.#finitParUnBlanc = false;
  }

  #finirLaCellule(): void {
    const lue = this.#cellule;
    this.#cellule = null;
    if (!lue) return;
    const repetition = entier(lue.attributs['number-columns-repeated']);
    const colonne = this.#colonne;
    this.#colonne += repetition;
    if (lue.couverte) return;
    const cellule = lireCellule(lue.attributs, lue.paragraphes.join('\n'), this.#styles);
    if (cellule !== CELLULE_VIDE) this.#cellules.push({ colonne, repetition, cellule });
    const largeur = entier(lue.attributs['number-columns-spanned']);
    const hauteur = entier(lue.attributs['number-rows-spanned']);
    this.#feuille?.grille.fusionner({
      ligne: this.#ligne,
      colonne,
      derniereLigne: this.#ligne + hauteur - 1,
      derniereColonne: colonne + largeur - 1,
    });
  }

  #finirLaLigne(): void {
    const premiere = this.#ligne;
    this.#ligne += this.#repetitionDeLigne;
    const feuille = this.#feuille;
    if (!feuille || this.#cellules.length === 0) return;
    for (let numero = premiere; numero < this.#ligne; numero++) {
      for (const { colonne, repetition, cellule } of this.#cellules) {
        for (let rang = 0; rang < repetition; rang++) feuille.grille.poser(numero, colonne + rang, cellule);
      }
    }
    for (const { colonne, cellule } of this.#cellules)
      if (cellule.formule) this.#remarquerFormule(feuille.nom, premiere, colonne, cellule);
    if (this.#ligneMasquee) {
      this.notes.compter(
        `${feuille.nom}/masquee`,
        'avertissement',
        premiere,
        null,
        () =>
          `La feuille « ${feuille.nom} » a des lignes masquées ou filtrées, la première étant la ligne ${premiere} : elles sont lues comme les autres.`,
      );
    }
  }

  #remarquerFormule(feuille: string, ligne: number, colonne: number, { texte }: Cellule): void {
    const place = `feuille « ${feuille} », la première en ${adresse(ligne, colonne)}`;
    if (texte === '') {
      this.notes.compter(
        `${feuille}/sans-valeur`,
        'avertissement',
        ligne,
        colonne,
        (nombre) =>
          `${nombre} formule(s) sans valeur calculée (${place}) : la cellule est lue comme vide. Ouvrez le fichier dans votre tableur et enregistrez-le pour que la valeur y soit.`,
      );
      return;
    }
    this.notes.compter(
      `${feuille}/formule`,
      'information',
      ligne,
      colonne,
      (nombre) => `${nombre} cellule(s) contiennent une formule (${place}) : leur dernière valeur calculée est lue.`,
    );
  }

  #finirLaFeuille(): void {
    const feuille = this.#feuille;
    this.#feuille = null;
    const tableau = feuille?.grille.enTableau(feuille.nom);
    if (!feuille || !tableau) return;
    this.tableaux.push(tableau);
    if (feuille.masquee) {
      this.notes.noter(`La feuille « ${feuille.nom} » est masquée : elle est lue comme les autres.`, 'avertissement');
    }
  }
}

function entier(attribut: string | undefined): number {
  const lu = Number(attribut ?? 1);
  return Number.isInteger(lu) && lu >= 1 ? Math.min(lu, 1_048_576) : 1;
}
