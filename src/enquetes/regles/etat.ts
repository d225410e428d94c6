import type { Jour } from '#socle/valeurs';

/** What is kept of a remontée; the calendar says the rest. */
export type EtatEcrit = 'brouillon' | 'envoyee' | 'abandonnee';

export type Etat = 'brouillon' | 'a_venir' | 'ouverte' | 'fermee' | 'abandonnee';

export const LIBELLES_D_ETAT: Readonly<Record<Etat, string>> = {
  brouillon: 'en préparation',
  a_venir: 'à venir',
  ouverte: 'ouverte',
  fermee: 'fermée',
  abandonnee: 'abandonnée',
};

/** Where a remontée stands on this day: it is answered from its opening to the evening of its last day. */
export function etatAu(
  { etat, ouvreLe, fermeLe }: { readonly etat: EtatEcrit; readonly ouvreLe: Jour; readonly fermeLe: Jour },
  au: Jour,
): Etat {
  if (etat !== 'envoyee') return etat;
  return au < ouvreLe ? 'a_venir' : au <= fermeLe ? 'ouverte' : 'fermee';
}

/** Why these days cannot be those of a remontée, by field; null when they can. */
export function fautesDeJours(ouvreLe: Jour, fermeLe: Jour, au: Jour): Readonly<Record<string, string>> | null {
  if (fermeLe < ouvreLe) return { fermeLe: 'La fermeture vient avant l’ouverture : choisissez un jour plus tardif.' };
  if (fermeLe < au) return { fermeLe: 'Ce jour est passé : choisissez aujourd’hui ou un jour à venir.' };
  return null;
}
