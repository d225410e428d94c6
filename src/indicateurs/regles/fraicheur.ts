import { type Jour, joursEntre } from '#socle/valeurs';
import { ajouterMois, finDeMois, MOIS_PAR_PERIODE, type Mois, moisDuJour, type Periodicite } from './mois.ts';

/** How an indicator is fed: how often it is measured, and how many months it then takes to be known. */
export type Cadence = { readonly periodicite: Periodicite; readonly delaiEnMois: number };

export type Fraicheur = {
  /** The month of the next value: period of the last one, plus the periodicity. */
  readonly prochaineValeur: Mois;
  /** The day by which it should be here: that month plus the delay, at its end. */
  readonly attendueLe: Jour;
  /** Days past that day; 0 when it is not late. */
  readonly retardEnJours: number;
};

/** When the next value is due, from the last one of this territory. Null when there was never any: nothing to count from. */
export function fraicheur(derniere: Jour | null, { periodicite, delaiEnMois }: Cadence, au: Jour): Fraicheur | null {
  if (derniere === null) return null;
  const prochaineValeur = ajouterMois(moisDuJour(derniere), MOIS_PAR_PERIODE[periodicite]);
  const attendueLe = finDeMois(ajouterMois(prochaineValeur, delaiEnMois));
  return { prochaineValeur, attendueLe, retardEnJours: Math.max(0, joursEntre(attendueLe, au)) };
}

/** Days since anything was last said: a value, a météo, an analysis. Null when nothing ever was. */
export function silenceEnJours(nouvelles: readonly (Jour | null)[], au: Jour): number | null {
  const connues = nouvelles.filter((jour) => jour !== null && jour <= au).sort();
  const derniere = connues.at(-1);
  return derniere ? joursEntre(derniere, au) : null;
}
