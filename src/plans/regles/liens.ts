import { ajouterJours, type Jour } from '#socle/valeurs';

/** The longest a personal link opens: whoever still needs it is given another. */
const JOURS_AU_PLUS = 365;
export const JOURS_PAR_DEFAUT = 90;
/** Links in force on one plan at once: beyond, accounts are what is needed. */
export const LIENS_AU_PLUS = 100;

export type EtatDeLien = 'ouvert' | 'expire' | 'revoque';

/** A link opens until the end of its last day in Paris, unless it is revoked. */
export function etatDuLien(
  { expire, revoque }: { readonly expire: Date; readonly revoque: Date | null },
  maintenant: Date,
): EtatDeLien {
  if (revoque !== null) return 'revoque';
  return expire <= maintenant ? 'expire' : 'ouvert';
}

export function dernierJourDeLien(aujourdhui: Jour): Jour {
  return ajouterJours(aujourdhui, JOURS_AU_PLUS);
}
