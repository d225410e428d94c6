import { TERRITOIRES } from '#territoires';
import type { TypeDeValeur } from './calcul/modele.ts';

/** How the kinds of values are called on the screen. */
export const NOMS_DE_TYPE: Readonly<Record<TypeDeValeur, string>> = {
  vi: 'valeur initiale',
  va: 'valeur',
  vc: 'cible',
};

export function nomDeType(type: string): string {
  return type in NOMS_DE_TYPE ? NOMS_DE_TYPE[type as TypeDeValeur] : type;
}

const NOMS: ReadonlyMap<string, string> = new Map(TERRITOIRES.map(({ code, nom }) => [code, nom]));

/** « Finistère » for `D29`; the code itself when it names nothing. */
export function nomDuTerritoire(code: string): string {
  return NOMS.get(code) ?? code;
}
