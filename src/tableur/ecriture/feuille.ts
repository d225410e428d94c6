import type { Jour } from '#socle/valeurs';
import { anneeDe, moisDe, quantiemeDe } from '#socle/valeurs';

/** `pourcentage` is in points: `{ pourcentage: 75 }` is written 75 %. */
export type ValeurDeCellule = string | number | { readonly pourcentage: number } | { readonly jour: Jour } | null;

/** One sheet to write. Every row has as many values as there are headings. */
export type FeuilleAEcrire = {
  readonly nom: string;
  /** Written above the headings, over the whole width (not in a csv). */
  readonly titre?: string;
  readonly entetes: readonly string[];
  readonly lignes: readonly (readonly ValeurDeCellule[])[];
  /** Widths of the columns, in characters; by default from the heading and the texts. */
  readonly largeurs?: readonly number[];
  /** Column by column, the only values a person may choose, or null when all are allowed. */
  readonly listes?: readonly (readonly string[] | null)[];
  /** Written under the table (not in a csv). */
  readonly notes?: readonly string[];
};

/** Rows of a sheet as laid out, the same in every format: title, headings, data, an empty row, notes. */
export type Disposition = {
  /** Row of the headings, from 0. */
  readonly entete: number;
  /** First row after the data, from 0. */
  readonly finDesDonnees: number;
  readonly largeurs: readonly number[];
};

export function disposer({ titre, entetes, lignes, largeurs }: FeuilleAEcrire): Disposition {
  const entete = titre === undefined ? 0 : 1;
  return {
    entete,
    finDesDonnees: entete + 1 + lignes.length,
    largeurs: entetes.map((texte, colonne) => largeurs?.[colonne] ?? largeurDe(texte, lignes, colonne)),
  };
}

/** The value as a person reads it, where a file holds only text. */
export function texteDeValeur(valeur: ValeurDeCellule): string {
  if (valeur === null) return '';
  if (typeof valeur === 'string') return nettoyer(valeur);
  if (typeof valeur === 'number') return enFrancais(valeur);
  if ('pourcentage' in valeur) return `${enFrancais(valeur.pourcentage)}\u00a0%`;
  const { jour } = valeur;
  return `${String(quantiemeDe(jour)).padStart(2, '0')}/${String(moisDe(jour)).padStart(2, '0')}/${anneeDe(jour)}`;
}

/** What a file can hold: line breaks are `\n`, and the few characters XML forbids (controls, half pairs) are left out. */
export function nettoyer(texte: string): string {
  return texte.replace(/\r\n?/g, '\n').replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** Number of decimals a percentage needs, two at most. */
export function decimalesDe(pourcentage: number): number {
  return [0, 1].find((decimales) => Math.abs(pourcentage - Number(pourcentage.toFixed(decimales))) < 1e-9) ?? 2;
}

function enFrancais(nombre: number): string {
  return String(Number(nombre.toPrecision(15))).replace('.', ',');
}

/** Between 10 and 60 characters, by the longest line of the first rows. */
function largeurDe(entete: string, lignes: FeuilleAEcrire['lignes'], colonne: number): number {
  const textes = [entete, ...lignes.slice(0, 200).map((ligne) => texteDeValeur(ligne[colonne] ?? null))];
  const longueurs = textes.flatMap((texte) => texte.split('\n')).map(({ length }) => length);
  return Math.min(60, Math.max(10, ...longueurs) + 2);
}
