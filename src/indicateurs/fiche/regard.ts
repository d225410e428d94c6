import { type Jour, lireJour } from '#socle/valeurs';

/** The day one looks from; a past one is seen with what was known then. */
export type Regard = { readonly jour: Jour; readonly passe: boolean };

/** `?au=AAAA-MM-JJ` when it is past, else today. */
export function regardDeLAdresse(parametres: URLSearchParams, aujourdhui: Jour): Regard {
  const au = lireJour(parametres.get('au') ?? '');
  return au !== null && au < aujourdhui ? { jour: au, passe: true } : { jour: aujourdhui, passe: false };
}
