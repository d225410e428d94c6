import type { Jour } from '#socle/valeurs';
import { lireJour } from '#socle/valeurs';
import type { Echeance, NatureEcheance, Reperes } from '../echeance.ts';
import { lireEcheances } from '../lecture.ts';

/** A line of a table of readings: words, nature, first day, last day. */
export type Ligne = readonly [texte: string, nature: NatureEcheance, debut: string | null, fin: string | null];

export function le(texte: string): Jour {
  const jour = lireJour(texte);
  if (!jour) throw new Error(`jour attendu : ${texte}`);
  return jour;
}

export function planDu(texte: string): Reperes {
  return { reference: le(texte) };
}

export const SANS_REPERE: Reperes = { reference: null };

/** The only deadline of a cell; the test fails when it holds several. */
export function lireSeule(texte: string, reperes: Reperes): Echeance {
  const { echeances } = lireEcheances(texte, reperes);
  const [seule] = echeances;
  if (!seule || echeances.length !== 1)
    throw new Error(`une seule échéance attendue dans « ${texte} » : ${JSON.stringify(echeances)}`);
  return seule;
}
