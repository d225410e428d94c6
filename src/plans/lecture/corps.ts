import { cleDeTexte } from '#socle/valeurs';
import type { Ligne } from '#tableur';
import type { ColonneLue } from '../regles/lecture.ts';
import { cellulesPropres, ligneEnTexte, suiteHorizontale, suiteVerticale, texteOuRien } from './cellules.ts';
import { type Entete, estUnEnteteRepete } from './structure.ts';

/** What a row under the headings is. Every row is one of these: nothing falls between. */
export type Rangee =
  | { readonly genre: 'action'; readonly ligne: Ligne }
  /** The wording of the action above is one merged cell that covers this row too. */
  | { readonly genre: 'suite'; readonly ligne: Ligne }
  | { readonly genre: 'section'; readonly ligne: Ligne; readonly titre: string }
  | { readonly genre: 'note'; readonly ligne: Ligne; readonly texte: string }
  | { readonly genre: 'entete'; readonly ligne: Ligne };

export type Facon = {
  /** One of our own exports: each row with a wording is an action, whatever it says. */
  readonly regulier: boolean;
  /** In a csv, rows are numbered by line of text: a cell of three lines moves the next row by two. */
  readonly csv: boolean;
};

/** Sorts the rows under the headings. */
export function classerRangees(
  lignes: readonly Ligne[],
  entete: Entete,
  colonnes: readonly ColonneLue[],
  { regulier, csv }: Facon,
): Rangee[] {
  if (regulier) return classerExport(lignes, colonnes);
  const intitule = colonnes.find(({ champ }) => champ === 'intitule')?.position ?? null;
  const premieres = lignes.map((ligne) => premierAvis(ligne, entete, intitule, colonnes));
  const sansNotes = notesDuBas(premieres, intitule, csv);
  const derniere = sansNotes.findLastIndex(({ genre }) => genre === 'action' || genre === 'suite');
  return sansNotes.map((rangee, rang) =>
    rang > derniere && rangee.genre === 'section' ? enNote(rangee.ligne) : rangee,
  );
}

/** In an export every row has a wording; a row with nothing but its first cell is one of the notes below. */
function classerExport(lignes: readonly Ligne[], colonnes: readonly ColonneLue[]): Rangee[] {
  const intitule = colonnes.find(({ champ }) => champ === 'intitule')?.position ?? 0;
  return lignes.map((ligne) => {
    const [premiere, ...autres] = cellulesPropres(ligne);
    const note = premiere?.colonne === 0 && autres.length === 0 && intitule !== 0;
    return note ? enNote(ligne) : { genre: 'action', ligne };
  });
}

function premierAvis(ligne: Ligne, entete: Entete, intitule: number | null, colonnes: readonly ColonneLue[]): Rangee {
  if (estUnEnteteRepete(ligne, entete)) return { genre: 'entete', ligne };
  const propres = cellulesPropres(ligne);
  const neuves = propres.filter(({ cellule }) => !suiteVerticale(cellule, ligne.numero));
  if (estUnTotal(ligne)) return enNote(ligne);
  const seule = propres.length === 1 ? propres[0] : undefined;
  if (seule && ligne.cellules.length >= 2) {
    const fusionnee = ligne.cellules.some(
      (cellule, colonne) => suiteHorizontale(cellule, colonne) && cellule.fusion?.colonne === seule.colonne,
    );
    const titre = seule.cellule.texte.trim();
    const ailleurs = seule.colonne === 0 && intitule !== 0;
    const annonce = TITRE_DE_SECTION.test(cleDeTexte(titre)) || toutEnCapitales(titre);
    const dansUnAxe = colonnes[seule.colonne]?.champ === 'axe';
    if (fusionnee || annonce || ailleurs || dansUnAxe) return { genre: 'section', ligne, titre };
  }
  return continueLAction(ligne, intitule, colonnes, neuves.length)
    ? { genre: 'suite', ligne }
    : { genre: 'action', ligne };
}

/** « Axe 2 : … », « II. Ressources humaines », « A - … », « Objectif n° 3 ». */
const TITRE_DE_SECTION =
  /^(?:(?:axe|objectif|theme|thematique|chantier|volet|partie|domaine|orientation|irritant|pilier|priorite)\b ?(?:n° ?)?(?:[0-9]|[ivx]+\b|[a-z]\b|:|-)|[ivx]{1,4} ?[.)-]|[a-h] ?[.)-] )/;

function toutEnCapitales(titre: string): boolean {
  return /\p{Lu}{4}/u.test(titre) && titre === titre.toLocaleUpperCase('fr');
}

function estUnTotal(ligne: Ligne): boolean {
  const [premiere, ...autres] = cellulesPropres(ligne);
  if (!premiere || !/^(?:sous-?)?(?:total|totaux|moyenne|ensemble|somme)\b/.test(cleDeTexte(premiere.cellule.texte)))
    return false;
  if (premiere.cellule.texte.trim().length > 60) return false;
  return autres.every(({ cellule }) => /^[\d\s.,%/-]*$/u.test(cellule.texte));
}

/** The wording (and the code, when there is one) of this row is the merged cell of the row above. */
function continueLAction(
  ligne: Ligne,
  intitule: number | null,
  colonnes: readonly ColonneLue[],
  neuves: number,
): boolean {
  const cellule = intitule === null ? undefined : ligne.cellules[intitule];
  if (!cellule || !suiteVerticale(cellule, ligne.numero) || neuves === 0) return false;
  const code = colonnes.find(({ champ }) => champ === 'code');
  const sienne = code ? ligne.cellules[code.position] : undefined;
  return !sienne || texteOuRien(sienne.texte) === null || suiteVerticale(sienne, ligne.numero);
}

/** At the bottom, rows with a single text in the first column or in that of the wording: notes after a gap, or when written so. */
function notesDuBas(rangees: readonly Rangee[], intitule: number | null, csv: boolean): Rangee[] {
  const derniere = rangees.findLastIndex(
    (rangee) => (rangee.genre === 'action' || rangee.genre === 'suite') && !estMaigre(rangee.ligne, intitule),
  );
  if (derniere === -1) return [...rangees];
  let apresUnVide = false;
  return rangees.map((rangee, rang) => {
    if (rang <= derniere) return rangee;
    const precedente = rangees[rang - 1]?.ligne;
    if (precedente && rangee.ligne.numero > precedente.numero + hauteur(precedente, csv)) apresUnVide = true;
    const note = apresUnVide || NOTE.test(ligneEnTexte(rangee.ligne));
    return rangee.genre === 'action' && note ? enNote(rangee.ligne) : rangee;
  });
}

function hauteur(ligne: Ligne, csv: boolean): number {
  return csv ? ligne.cellules.reduce((lignes, { texte }) => lignes + texte.split('\n').length - 1, 1) : 1;
}

function estMaigre(ligne: Ligne, intitule: number | null): boolean {
  const propres = cellulesPropres(ligne);
  return propres.length <= 1 && (propres[0]?.colonne === intitule || propres[0]?.colonne === 0);
}

/** « * hors outre-mer », « (1) … », « NB : … », « Source : … », « CGET : Commissariat… ». */
const NOTE = /^(?:\*|\(\d\)|\[\d\]|¹|²|nb\b|n\.b\.|nota\b|notes?\b|source|légende|[A-Z]{2,8}\d? ?: )/i;

function enNote(ligne: Ligne): Rangee {
  return { genre: 'note', ligne, texte: ligneEnTexte(ligne) };
}
