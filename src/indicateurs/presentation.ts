import { type Decimal, lireDecimal } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import type { TypeDeValeur } from './calcul/modele.ts';
import { type EtatDeTaux, enonceDuTaux } from './regles/taux.ts';

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

/** « 77 % », « recul de 12 points », « non mesuré », « partiel »: a rate never goes without its state. */
export function direTauxGarde(taux: string | null, brut: string | null, etat: string): string {
  if (etat === 'partiel') return 'partiel\u00a0: des territoires manquent';
  return enonceDuTaux({ taux: lire(taux), brut: lire(brut), etat: etat as EtatDeTaux, degeneree: false });
}

function lire(texte: string | null): Decimal | null {
  return texte === null ? null : lireDecimal(texte);
}
