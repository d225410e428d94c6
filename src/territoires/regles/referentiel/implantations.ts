import { DEPARTEMENTS } from './territoires.ts';

/**
 * Which département has which direction départementale interministérielle, as of 2023. A starting state: a merger or a
 * new name is corrected by the administrators on screen, not here.
 *
 * Sources: decree 2009-1484 of 3 December 2009 (DDI, the DDTM of the coast, the Eure with its estuary), decree
 * 2020-1545 of 9 December 2020 (DDETS and DDETSPP since 1 April 2021), decree 2021-1140 of 1 September 2021 (the sea
 * left the two Corsican DDTM for the DMLC). There is no DDI overseas, and only the DDPP in Paris and around it.
 */
const LITTORAL = mots('06 11 13 14 17 22 27 29 30 33 34 35 40 44 50 56 59 62 64 66 76 80 83 85');
const DDETSPP = mots(
  '03 04 05 07 08 09 10 11 12 15 16 18 19 23 24 25 28 2A 2B 32 36 39 40 41 43 46 47 48 51 52 53 55 58 61 65 68 70 73 79 81 82 87 88 89 90',
);
export const PETITE_COURONNE = mots('75 92 93 94');

/** Départements where the région's own finance directorate (DRFiP) works, in place of a DDFiP. */
export const SIEGES_DE_DRFIP = mots('2A 13 21 31 33 35 44 45 59 67 69 75 76');

export function estOutreMer(insee: string): boolean {
  return insee.length === 3;
}

export function aUneDdtm(insee: string): boolean {
  return LITTORAL.has(insee);
}

export function aUneDdt(insee: string): boolean {
  return enMetropoleHorsPetiteCouronne(insee) && !aUneDdtm(insee);
}

export function aUneDdetspp(insee: string): boolean {
  return DDETSPP.has(insee);
}

export function aUneDdets(insee: string): boolean {
  return enMetropoleHorsPetiteCouronne(insee) && !aUneDdetspp(insee);
}

/** Where the protection of the populations was not merged with the social services. */
export function aUneDdpp(insee: string): boolean {
  return aUneDdets(insee) || PETITE_COURONNE.has(insee);
}

function enMetropoleHorsPetiteCouronne(insee: string): boolean {
  return !estOutreMer(insee) && !PETITE_COURONNE.has(insee) && DEPARTEMENTS.some(([code]) => code === insee);
}

function mots(texte: string): ReadonlySet<string> {
  return new Set(texte.split(' '));
}
