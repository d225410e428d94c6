import { anneeDe, type Jour, jour, moisDe, quantiemeDe } from '#socle/valeurs';

/** From a day to another, both included. */
export type Duree = { readonly debut: Jour; readonly fin: Jour };

/** No right is given for ever: it is looked at again at least this often. */
export const ANNEES_D_HABILITATION = 3;
export const ANNEES_DE_SUPPLEANCE = 1;

/** The same day some years later; the eve when the calendar has none (29 February). */
export function dansAnnees(j: Jour, annees: number): Jour {
  const cible = anneeDe(j) + annees;
  return jour(cible, moisDe(j), quantiemeDe(j)) ?? jour(cible, moisDe(j), quantiemeDe(j) - 1) ?? j;
}

/** What is wrong with this period, field by field; null when it can be given today. */
export function fautesDeDuree(
  { debut, fin }: Duree,
  aujourdhui: Jour,
  annees: number,
): Readonly<Record<string, string>> | null {
  if (debut < aujourdhui) return { debut: 'Le premier jour est passé. Choisissez aujourd’hui ou un jour à venir.' };
  if (fin < debut) return { fin: 'Le dernier jour précède le premier. Choisissez un jour plus tardif.' };
  if (fin > dansAnnees(debut, annees)) {
    const duree = annees === 1 ? 'un an' : `${annees} ans`;
    return { fin: `Un accès se donne pour ${duree} au plus, puis se renouvelle. Choisissez un jour plus proche.` };
  }
  return null;
}

/** Where this period stands on this day. */
export function etatDeLaDuree(
  { debut, fin, retiree }: Duree & { readonly retiree: boolean },
  aujourdhui: Jour,
): 'en_cours' | 'a_venir' | 'expiree' | 'retiree' {
  if (retiree) return 'retiree';
  if (fin < aujourdhui) return 'expiree';
  return debut > aujourdhui ? 'a_venir' : 'en_cours';
}
