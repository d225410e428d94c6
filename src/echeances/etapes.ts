import { lireExpression } from './bornes.ts';
import { lireOrdinal } from './lexique.ts';
import type { Mot } from './mots.ts';
import { estMot, nombreA } from './mots.ts';

/** A labelled part of a cell: its label from `i` to `finEtiquette`, its words from `contenu` to `fin` (both excluded ends). */
export type Etape = {
  readonly i: number;
  readonly finEtiquette: number;
  readonly contenu: number;
  readonly fin: number;
};

/** « 1ère étape : … Etape 2 : … », « Phase 1 (cadrage) : … », « 1) … 2) … », « Livrable A : … ; livrable B : … ». */
export function lireEtapes(mots: readonly Mot[]): readonly Etape[] {
  const debuts: Omit<Etape, 'fin'>[] = [];
  let numero = 0;
  for (let i = 0; i < mots.length; i += 1) {
    const nommee = lireEtiquette(mots, i);
    const comptee = nommee ? null : lireNumero(mots, i, numero + 1, i === 0 || debuts.length > 0);
    if (comptee) numero += 1;
    const etiquette = nommee ?? comptee;
    if (!etiquette) continue;
    debuts.push({ i, ...etiquette });
    i = etiquette.contenu - 1;
  }
  return debuts.map((etape, k) => ({ ...etape, fin: debuts[k + 1]?.i ?? mots.length }));
}

type Etiquette = { readonly finEtiquette: number; readonly contenu: number };

function lireEtiquette(mots: readonly Mot[], i: number): Etiquette | null {
  const rang = lireOrdinal(mots, i) ?? (estMot(mots, i, 'derniere', 'dernier') ? { valeur: 0, suite: i + 1 } : null);
  if (rang && estUneEtape(mots, rang.suite)) return fermer(mots, i, rang.suite + 1);
  if (!estUneEtape(mots, i)) return null;
  const numero = i + (estMot(mots, i + 1, 'n', 'no', '°', 'numero') ? (estMot(mots, i + 2, '°') ? 3 : 2) : 1);
  const apres = lireOrdinal(mots, numero)?.suite ?? (/^[a-h]$/.test(mots[numero]?.forme ?? '') ? numero + 1 : null);
  return apres === null ? null : fermer(mots, i, apres);
}

/** After « Phase 1 »: « : », « (cadrage) : », « cadrage : », or straight to the deadline. */
function fermer(mots: readonly Mot[], debut: number, i: number): Etiquette | null {
  if (estMot(mots, i, ')') && estMot(mots, debut - 1, '(')) return null;
  if (estMot(mots, i, ':', ')', '-', ',', '.', '→', '>', '=')) {
    const contenu = estMot(mots, i + 1, ':', '-', '>') ? i + 2 : i + 1;
    return { finEtiquette: i, contenu };
  }
  for (let k = i; k < Math.min(i + 12, mots.length); k += 1) {
    if (estMot(mots, k, ':')) return { finEtiquette: k, contenu: k + 1 };
    if (estMot(mots, k, ';', ',') || nombreA(mots, k)?.chiffres === 4) break;
  }
  return lireExpression(mots, i) || i >= mots.length ? { finEtiquette: i, contenu: i } : null;
}

/** « 1) », « (1) », « 1. » before words, « a) »: only in sequence from the first, so that « 2) » of a sentence stays there. */
function lireNumero(mots: readonly Mot[], i: number, attendu: number, permis: boolean): Etiquette | null {
  if (!permis) return null;
  const ouvrante = estMot(mots, i, '(') ? i + 1 : i;
  const nombre = nombreA(mots, ouvrante);
  const lettre = mots[ouvrante]?.forme === 'abcdefgh'[attendu - 1];
  if (!lettre && (nombre?.valeur !== attendu || nombre.chiffres > 2)) return null;
  const signe = ouvrante + 1;
  if (estMot(mots, signe, ')')) return { finEtiquette: signe, contenu: signe + 1 };
  const point = !lettre && ouvrante === i && estMot(mots, signe, '.', '°') && mots[signe + 1]?.genre === 'mot';
  return point && !estMot(mots, signe + 1, ...UNITES) ? { finEtiquette: signe, contenu: signe + 1 } : null;
}

function estUneEtape(mots: readonly Mot[], i: number): boolean {
  return ETAPES.has(mots[i]?.forme ?? '');
}

const UNITES = ['trimestre', 'semestre', 'quadrimestre', 'quinzaine', 'moitie', 'semaine', 'trim', 'sem', 't', 's'];

const ETAPES: ReadonlySet<string> = new Set([
  'etape',
  'phase',
  'temps',
  'volet',
  'lot',
  'jalon',
  'vague',
  'tranche',
  'livrable',
  'palier',
  'action',
  'mesure',
  'objectif',
  'partie',
  'point',
]);
