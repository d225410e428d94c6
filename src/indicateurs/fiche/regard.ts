import { type Jour, lireJour } from '#socle/valeurs';
import { direJour } from '../regles/phrases.ts';

/** The day one looks from; a past one is seen with what was known then. */
export type Regard = { readonly jour: Jour; readonly passe: boolean };

/** `dateEcartee`: why the date of the address was passed over, in a sentence. */
export type RegardDeLAdresse = Regard & { readonly dateEcartee: string | null };

/** `?au=AAAA-MM-JJ` when it is past, else today; a date to come or that makes no sense is said. */
export function regardDeLAdresse(parametres: URLSearchParams, aujourdhui: Jour): RegardDeLAdresse {
  const ecrit = parametres.get('au')?.trim() ?? '';
  const au = lireJour(ecrit);
  if (au !== null && au < aujourdhui) return { jour: au, passe: true, dateEcartee: null };
  return { jour: aujourdhui, passe: false, dateEcartee: ecrit === '' ? null : direDateEcartee(au, aujourdhui) };
}

function direDateEcartee(au: Jour | null, aujourdhui: Jour): string | null {
  if (au === aujourdhui) return null;
  return au === null
    ? 'La date demandée ne se lit pas : voici la situation d’aujourd’hui. Choisissez un jour passé dans « Situation au ».'
    : `Le ${direJour(au)} n’est pas encore venu : voici la situation d’aujourd’hui. Choisissez un jour passé dans « Situation au ».`;
}

/** The address without a date that is not looked at: what links go on with. */
export function sansDateEcartee(parametres: URLSearchParams, { passe }: Regard): URLSearchParams {
  const gardes = new URLSearchParams(parametres);
  if (!passe) gardes.delete('au');
  return gardes;
}
