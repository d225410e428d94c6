import { anneeDe, type Jour, jour, moisDe, quantiemeDe } from '#socle/valeurs';
import type { Cellule } from '../document.ts';
import { CELLULE_VIDE } from './grille.ts';

/** What a number format of a workbook makes of a number, as far as reading is concerned. */
export type FormatDeNombre =
  | { readonly genre: 'nombre'; readonly entiers: number; readonly avant: string; readonly apres: string }
  | { readonly genre: 'pourcentage'; readonly decimales: number }
  | { readonly genre: 'date'; readonly precision: 'jour' | 'mois' | 'annee'; readonly heure: boolean }
  | { readonly genre: 'heure' };

export const FORMAT_GENERAL: FormatDeNombre = { genre: 'nombre', entiers: 1, avant: '', apres: '' };

/** Reads a format code of ECMA-376 (part 1, § 18.8.31), first section only: « 0.0% », « dd/mm/yyyy », « mmm-yy ». */
export function lireFormat(code: string): FormatDeNombre {
  const section = (code.split(';')[0] ?? '').replace(/\[[^\]]*\]/g, '').replace(/_.|\*./g, '');
  const signes = section.replace(/"[^"]*"|\\./g, '').toLowerCase();
  if (/[dyj]|mmm|^m|m[/-]/.test(signes) && !/[0#?]/.test(signes)) return formatDeDate(signes);
  if (/[hs]/.test(signes) && !/[0#?]/.test(signes.replace(/s\.0+/, ''))) return { genre: 'heure' };
  if (signes.includes('%')) return { genre: 'pourcentage', decimales: /\.(0+)/.exec(signes)?.[1]?.length ?? 0 };
  const chiffres = section.search(/[0#?]/);
  if (chiffres === -1) return FORMAT_GENERAL;
  const fin = section.length - [...section].reverse().findIndex((signe) => '0#?'.includes(signe));
  const partieEntiere = /^[0#?,\s]*/.exec(section.slice(chiffres))?.[0] ?? '';
  return {
    genre: 'nombre',
    entiers: [...partieEntiere].filter((signe) => signe === '0').length,
    avant: enClair(section.slice(0, chiffres)),
    apres: enClair(section.slice(fin)),
  };
}

/** Format codes which files refer to by number only (ECMA-376 part 1, § 18.8.30). */
export function formatPredefini(numero: number): FormatDeNombre {
  if (numero === 9) return { genre: 'pourcentage', decimales: 0 };
  if (numero === 10) return { genre: 'pourcentage', decimales: 2 };
  if (numero === 17) return { genre: 'date', precision: 'mois', heure: false };
  if (numero === 22) return { genre: 'date', precision: 'jour', heure: true };
  if ((numero >= 14 && numero <= 16) || (numero >= 27 && numero <= 31) || (numero >= 50 && numero <= 58)) {
    return { genre: 'date', precision: 'jour', heure: false };
  }
  if ((numero >= 18 && numero <= 21) || (numero >= 45 && numero <= 47)) return { genre: 'heure' };
  return FORMAT_GENERAL;
}

/**
 * The cell of a number. The true value is in `nombre`; `texte` is what the format shows of it, thousands not grouped.
 * A format which hides the day (« févr.-24 ») shows a month, and the first of the month the file holds is the work of
 * the spreadsheet, not of the person: `jour` is then null.
 */
export function celluleDeNombre(valeur: number, format: FormatDeNombre, depuis1904: boolean): Cellule {
  switch (format.genre) {
    case 'nombre':
      return {
        ...CELLULE_VIDE,
        nombre: valeur,
        texte: format.avant + completer(valeur, format.entiers) + format.apres,
      };
    case 'pourcentage':
      return {
        ...CELLULE_VIDE,
        nombre: valeur,
        pourcentage: true,
        texte: texteDePourcentage(valeur, format.decimales),
      };
    case 'heure':
      return { ...CELLULE_VIDE, texte: texteDHeure(valeur) };
    case 'date': {
      const lu = jourDeSerie(valeur, depuis1904);
      if (!lu) return { ...CELLULE_VIDE, nombre: valeur, texte: texteDeNombre(valeur) };
      const heure = format.heure && valeur % 1 !== 0 ? ` ${texteDHeure(valeur)}` : '';
      return celluleDeJour(lu, format.precision, heure);
    }
  }
}

export function celluleDeJour(j: Jour, precision: 'jour' | 'mois' | 'annee', heure = ''): Cellule {
  if (precision === 'annee') return { ...CELLULE_VIDE, texte: String(anneeDe(j)) };
  if (precision === 'mois') return { ...CELLULE_VIDE, texte: `${MOIS[moisDe(j) - 1] ?? ''} ${anneeDe(j)}` };
  const texte = `${String(quantiemeDe(j)).padStart(2, '0')}/${String(moisDe(j)).padStart(2, '0')}/${anneeDe(j)}${heure}`;
  return { ...CELLULE_VIDE, jour: j, texte };
}

/** « 75 % », « 33,3 % » (no-break space): the digits of `decimales`, more when the number is not a round one. */
export function texteDePourcentage(valeur: number, decimales: number): string {
  return `${texteDeNombre(Number((valeur * 100).toFixed(Math.min(decimales, 15))))}\u00a0%`;
}

/** « 0,75 »: French comma, fifteen significant digits as a spreadsheet keeps them. */
export function texteDeNombre(valeur: number): string {
  return String(Number(valeur.toPrecision(15))).replace('.', ',');
}

const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

const UN_JOUR_EN_MS = 86_400_000;
/** Serial 1 is 1 January 1900 and the calendar has a 29 February 1900 which never was: from March on, day 0 is 30 December 1899. */
const ORIGINE_1900 = Date.UTC(1899, 11, 30);
const ORIGINE_1904 = Date.UTC(1904, 0, 1);

function jourDeSerie(serie: number, depuis1904: boolean): Jour | null {
  if (!Number.isFinite(serie) || serie < 1 || serie > 200_000) return null;
  const origine = depuis1904 ? ORIGINE_1904 : ORIGINE_1900 + (serie < 60 ? UN_JOUR_EN_MS : 0);
  const date = new Date(origine + Math.floor(serie) * UN_JOUR_EN_MS);
  return jour(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function texteDHeure(serie: number): string {
  const minutes = Math.round((serie % 1) * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function formatDeDate(signes: string): FormatDeNombre {
  const avecJour = /[dj]/.test(signes);
  const avecMois = signes.replace(/h+:?m+|m+:?s+/g, '').includes('m');
  return { genre: 'date', precision: avecJour ? 'jour' : avecMois ? 'mois' : 'annee', heure: signes.includes('h') };
}

/** « 007 » under the format « 000 ». */
function completer(valeur: number, entiers: number): string {
  const texte = texteDeNombre(Math.abs(valeur));
  const virgule = texte.indexOf(',');
  const manque = entiers - (virgule === -1 ? texte.length : virgule);
  return `${valeur < 0 ? '-' : ''}${manque > 0 ? '0'.repeat(Math.min(manque, 30)) : ''}${texte}`;
}

function enClair(litteral: string): string {
  return litteral.replace(/"([^"]*)"|\\(.)/g, (_, guillemets = '', echappe = '') => guillemets + echappe);
}
