import type { Cellule, Ligne, Tableau } from '#tableur';
import { cellulesPropres, suiteHorizontale, suiteVerticale, texteOuRien } from './cellules.ts';
import { cleDEntete, devinerEntete, reconnaitreEntete, type Sens } from './entetes.ts';
import { lireEnteteDatee } from './entetes-datees.ts';

export type Entete = {
  /** Rank of the (first) heading row among the rows of the table. */
  readonly indice: number;
  /** Rows the headings take: 2 when a merged heading (« Taux de réalisation ») stands above its own columns. */
  readonly hauteur: 1 | 2;
  /** One heading a column, '' when the column has none. */
  readonly textes: readonly string[];
};

/** Headings that may name the action itself. */
export const DIT_UNE_ACTION: ReadonlySet<Sens> = new Set([
  'intitule',
  'action',
  'mesure',
  'recommandation',
  'mission',
  'tache',
]);

/** How far down a heading row is looked for: a letterhead and an introduction may stand above it. */
const PROFONDEUR = 80;

/** The heading row: the one that says the most known headings. Null when no row says at least two. */
export function trouverEntete(tableau: Tableau): Entete | null {
  let meilleure: { indice: number; note: number } | null = null;
  for (const [indice, ligne] of tableau.lignes.slice(0, PROFONDEUR).entries()) {
    const note = noter(ligne);
    if (note > (meilleure?.note ?? 0)) meilleure = { indice, note };
  }
  const indice = meilleure?.indice ?? entetesPauvres(tableau);
  return indice === null ? null : lireEntetes(tableau, indice);
}

/** « Action | Budget »: one known heading among short ones, in the first rows, is enough when it names the action. */
function entetesPauvres(tableau: Tableau): number | null {
  const rang = tableau.lignes.slice(0, 5).findIndex((ligne) => {
    const propres = cellulesPropres(ligne);
    const courtes = propres.every(({ cellule }) => cellule.texte.length <= 40 && cellule.nombre === null);
    const dites = propres.map(({ cellule }) => reconnaitreEntete(cellule.texte));
    const complete = propres.length > 1 || ligne.cellules.length === 1;
    // « Action | … » above « Pilote | … » is a fiche, whose headings go down the first column.
    const dessous = tableau.lignes[tableau.lignes.indexOf(ligne) + 1]?.cellules[0]?.texte ?? '';
    if (reconnaitreEntete(dessous)?.sur) return false;
    return complete && courtes && dites.some((dit) => dit?.sur && DIT_UNE_ACTION.has(dit.sens));
  });
  return rang === -1 ? null : rang;
}

/** The headings of this row, those of a second row underneath included. */
export function lireEntetes(tableau: Tableau, indice: number): Entete {
  const ligne = tableau.lignes[indice];
  const dessous = tableau.lignes[indice + 1];
  if (!ligne) return { indice, hauteur: 1, textes: [] };
  const simples = ligne.cellules.map((cellule, colonne) => (suiteHorizontale(cellule, colonne) ? '' : titre(cellule)));
  if (!dessous || !estUneSecondeLigne(ligne, dessous)) return { indice, hauteur: 1, textes: simples };
  return {
    indice,
    hauteur: 2,
    textes: ligne.cellules.map((cellule, colonne) => doubleTitre(cellule, dessous.cellules[colonne], dessous.numero)),
  };
}

/** The heading row written again further down (on each page of a PDF, above each section of a workbook). */
export function estUnEnteteRepete(ligne: Ligne, entete: Entete): boolean {
  const remplies = cellulesPropres(ligne);
  if (remplies.length < 2) return false;
  const connues = entete.textes.map(cleDEntete);
  return remplies.every(({ colonne, cellule }) => {
    const cle = cleDEntete(cellule.texte);
    return cle === connues[colonne];
  });
}

function noter(ligne: Ligne): number {
  const sens = new Set<Sens>();
  let note = 0;
  for (const { cellule } of cellulesPropres(ligne)) {
    const connu = reconnaitreEntete(cellule.texte);
    if (connu) {
      if (!sens.has(connu.sens)) note += connu.sur ? 2 : 1;
      sens.add(connu.sens);
    } else if (lireEnteteDatee(cellule.texte)) {
      note += 0.5;
    } else if (devinerEntete(cellule.texte)) {
      note += 0.5;
    }
  }
  const suffit = note >= 3 && (sens.size >= 2 || note >= 3.5);
  return suffit && [...sens].some((s) => !SANS_PORTEE.has(s)) ? note : 0;
}

/** Words that alone do not make a plan of actions: « échéance | 11 mai | 1er juin » is a trajectory, not a heading row. */
const SANS_PORTEE: ReadonlySet<Sens> = new Set(['echeance', 'taux', 'realise', 'numero', 'debut', 'fin', 'etat']);

function estUneSecondeLigne(ligne: Ligne, dessous: Ligne): boolean {
  const groupes = ligne.cellules.some((cellule, colonne) => suiteHorizontale(cellule, colonne));
  if (!groupes) return false;
  return dessous.cellules.every((cellule, colonne) => {
    const chapeau = ligne.cellules[colonne];
    if (!chapeau) return false;
    const voisine = ligne.cellules[colonne + 1];
    const dansUnGroupe = suiteHorizontale(chapeau, colonne) || voisine?.fusion?.colonne === colonne;
    if (dansUnGroupe) return texteOuRien(cellule.texte) !== null && cellule.texte.length <= 60;
    return texteOuRien(cellule.texte) === null || suiteVerticale(cellule, dessous.numero);
  });
}

function doubleTitre(chapeau: Cellule, sous: Cellule | undefined, numero: number): string {
  if (!sous || suiteVerticale(sous, numero)) return titre(chapeau);
  const dessus = titre(chapeau);
  const dessous = titre(sous);
  if (dessous === '') return dessus;
  if (dessus === '') return dessous;
  return reconnaitreEntete(dessous)?.sur ? dessous : `${dessus}\n${dessous}`;
}

/** A true date shown in a way nobody could read back (« juin-20 ») is written in full. */
function titre(cellule: Cellule): string {
  const texte = texteOuRien(cellule.texte) ?? '';
  return cellule.jour && !lireEnteteDatee(texte) ? cellule.jour.split('-').reverse().join('/') : texte;
}
