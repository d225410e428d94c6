import { anneeDe, dernierJourDuMois, type Jour, jour, moisDe, quantiemeDe } from '#socle/valeurs';

/** « Donne au préfet un mandat pour trois ans » (guide du préfet, L204). */
export const ANNEES_DU_MANDAT = 3;

/**
 * The last day of the mandate: three years after the signature, to the day. When that day does not exist (signed on a
 * 29 February), the last day of the month, as for any period counted in years.
 */
export function finDuMandat(signature: Jour): Jour {
  const annee = anneeDe(signature) + ANNEES_DU_MANDAT;
  const mois = moisDe(signature);
  return jour(annee, mois, quantiemeDe(signature)) ?? dernierJourDuMois(annee, mois);
}

export type EtatDeFeuille = 'en_preparation' | 'en_vigueur' | 'echue' | 'close';

export type DatesDeFeuille = {
  readonly signeeLe: Jour | null;
  readonly fin: Jour | null;
  readonly closeLe: Jour | null;
};

/** Computed, never typed: the day it is closed it is no longer in force; its last day, it still is. */
export function etatDeFeuille({ signeeLe, fin, closeLe }: DatesDeFeuille, au: Jour): EtatDeFeuille {
  if (signeeLe === null || fin === null || au < signeeLe) return 'en_preparation';
  if (closeLe !== null && au >= closeLe) return 'close';
  return au > fin ? 'echue' : 'en_vigueur';
}

/** Whether two signed mandates of one territory are both in force on some day. */
export function seChevauchent(a: DatesDeFeuille, b: DatesDeFeuille): boolean {
  if (a.signeeLe === null || a.fin === null || b.signeeLe === null || b.fin === null) return false;
  return enVigueurLe(a, b.signeeLe) || enVigueurLe(b, a.signeeLe);
}

function enVigueurLe(feuille: DatesDeFeuille, au: Jour): boolean {
  return etatDeFeuille(feuille, au) === 'en_vigueur';
}

export const LIBELLES_D_ETAT: Readonly<Record<EtatDeFeuille, string>> = {
  en_preparation: 'En préparation',
  en_vigueur: 'En vigueur',
  echue: 'Échue',
  close: 'Close',
};
