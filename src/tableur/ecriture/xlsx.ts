import { type Cell, type CellStyle, type CellValue, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { lettres } from '../adresses.ts';
import { decimalesDe, disposer, type FeuilleAEcrire, nettoyer, type ValeurDeCellule } from './feuille.ts';
import { FEUILLE_DES_LISTES, nomsDeFeuilles } from './noms.ts';

/** The bytes of an Excel workbook. A text is always a text, even « =1+1 »: no formula is ever written. */
export async function ecrireXlsx(feuilles: readonly FeuilleAEcrire[]): Promise<Uint8Array> {
  const noms = nomsDeFeuilles(feuilles.map(({ nom }) => nom));
  const listes = new ListesALonguesValeurs();
  const sheets = feuilles.map((feuille, rang) => enFeuille(feuille, noms[rang] ?? '', listes));
  return writeXlsx({ sheets: [...sheets, ...listes.enFeuille()] });
}

const ENTETE: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '000091' } },
  alignment: { wrapText: true, vertical: 'center' },
};
const TITRE: CellStyle = { font: { bold: true, size: 14 }, alignment: { vertical: 'center' } };
const CORPS: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
const NOTE: CellStyle = { font: { italic: true } };

function enFeuille(feuille: FeuilleAEcrire, nom: string, listes: ListesALonguesValeurs): WriteSheet {
  const { entete, finDesDonnees, largeurs } = disposer(feuille);
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  const poser = (valeurs: readonly ValeurDeCellule[], style: CellStyle) => {
    valeurs.forEach((valeur, colonne) => {
      cells.set(`${rows.length},${colonne}`, { style: { ...style, ...formatDe(valeur) } });
    });
    rows.push(valeurs.map(enValeur));
  };
  if (feuille.titre !== undefined) poser([feuille.titre], TITRE);
  poser(feuille.entetes, ENTETE);
  for (const ligne of feuille.lignes) poser(ligne, CORPS);
  const notes = feuille.notes ?? [];
  if (notes.length > 0) rows.push([]);
  for (const note of notes) poser([note], NOTE);

  const derniere = feuille.entetes.length - 1;
  return {
    name: nom,
    rows,
    cells,
    columns: largeurs.map((width) => ({ width })),
    merges:
      feuille.titre === undefined || derniere < 1 ? [] : [{ startRow: 0, startCol: 0, endRow: 0, endCol: derniere }],
    freezePane: { rows: entete + 1 },
    autoFilter: { range: `A${entete + 1}:${lettres(Math.max(0, derniere))}${Math.max(finDesDonnees, entete + 2)}` },
    dataValidations: validations(feuille, entete, finDesDonnees, listes),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${entete + 1}:$${entete + 1}`,
    },
  };
}

/** Rows a person will add under the last one are validated as well. */
const LIGNES_A_VENIR = 500;

function validations(
  feuille: FeuilleAEcrire,
  entete: number,
  fin: number,
  listes: ListesALonguesValeurs,
): DataValidation[] {
  return (feuille.listes ?? []).flatMap((valeurs, colonne): DataValidation[] => {
    if (!valeurs || valeurs.length === 0) return [];
    const lettre = lettres(colonne);
    return [
      {
        type: 'list',
        range: `${lettre}${entete + 2}:${lettre}${fin + LIGNES_A_VENIR}`,
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: 'Valeur inconnue',
        errorMessage: 'Choisissez une valeur de la liste.',
        formula1: listes.formule(valeurs.map(nettoyer)),
      },
    ];
  });
}

/** A list stands in its validation when it is short and has no comma (ECMA-376 part 1, § 18.3.1.32); else in a hidden sheet. */
class ListesALonguesValeurs {
  readonly #colonnes: (readonly string[])[] = [];

  formule(valeurs: readonly string[]): string {
    const enClair = valeurs.join(',');
    if (enClair.length <= 250 && !valeurs.some((valeur) => /[,"\n]/.test(valeur))) return `"${enClair}"`;
    this.#colonnes.push(valeurs);
    const lettre = lettres(this.#colonnes.length - 1);
    return `${FEUILLE_DES_LISTES}!$${lettre}$1:$${lettre}$${valeurs.length}`;
  }

  enFeuille(): WriteSheet[] {
    if (this.#colonnes.length === 0) return [];
    const hauteur = Math.max(...this.#colonnes.map(({ length }) => length));
    const rows = Array.from({ length: hauteur }, (_, rang) => this.#colonnes.map((valeurs) => valeurs[rang] ?? null));
    return [{ name: FEUILLE_DES_LISTES, rows: rows.map((ligne) => ligne.map(enValeur)), hidden: true }];
  }
}

function enValeur(valeur: ValeurDeCellule): CellValue {
  if (valeur === null || typeof valeur === 'number') return valeur;
  if (typeof valeur === 'string') return proteger(nettoyer(valeur));
  if ('pourcentage' in valeur) return Number((valeur.pourcentage / 100).toPrecision(15));
  return new Date(`${valeur.jour}T00:00:00Z`);
}

function formatDe(valeur: ValeurDeCellule): CellStyle {
  if (valeur === null || typeof valeur !== 'object') return {};
  if ('jour' in valeur) return { numFmt: 'dd/mm/yyyy' };
  const decimales = decimalesDe(valeur.pourcentage);
  return { numFmt: decimales === 0 ? '0%' : `0.${'0'.repeat(decimales)}%` };
}

/** A text such as « _x000D_ » would be read as the character it names (ECMA-376 part 1, § 22.9.2.19). */
function proteger(texte: string): string {
  return texte.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
