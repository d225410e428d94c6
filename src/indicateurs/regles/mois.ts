import { dernierJourDuMois, type Jour, jour } from '#socle/valeurs';

/** A month of the calendar, `AAAA-MM`. Months compare as texts. */
export type Mois = string & { readonly __mois: unique symbol };

/** Reads `AAAA-MM`; null when it is anything else. */
export function lireMois(texte: string): Mois | null {
  const parties = /^(\d{4})-(\d{2})$/.exec(texte);
  const premier = parties && jour(Number(parties[1]), Number(parties[2]), 1);
  return premier && moisDuJour(premier);
}

export function moisDuJour(j: Jour): Mois {
  return j.slice(0, 7) as Mois;
}

export function ajouterMois(mois: Mois, nombre: number): Mois {
  return duRang(rang(mois) + nombre);
}

/** Number of months from `depuis` to `jusque`, negative when `jusque` comes first. */
export function moisEntre(depuis: Mois, jusque: Mois): number {
  return rang(jusque) - rang(depuis);
}

export function finDeMois(mois: Mois): Jour {
  return dernierJourDuMois(Math.floor(rang(mois) / 12), (rang(mois) % 12) + 1);
}

/** January of the same year. */
export function premierMoisDeLAnnee(mois: Mois): Mois {
  return duRang(rang(mois) - (rang(mois) % 12));
}

/** How often an indicator is measured, and the months one measure stands for. */
export const MOIS_PAR_PERIODE = { mensuelle: 1, trimestrielle: 3, semestrielle: 6, annuelle: 12 } as const;
export type Periodicite = keyof typeof MOIS_PAR_PERIODE;

/** Months since year 0. Millions of values ask for it: it is worked out once a month. */
function rang(mois: Mois): number {
  const connu = RANGS.get(mois);
  if (connu !== undefined) return connu;
  const n = Number(mois.slice(0, 4)) * 12 + Number(mois.slice(5, 7)) - 1;
  RANGS.set(mois, n);
  NOMS.set(n, mois);
  return n;
}

function duRang(n: number): Mois {
  const connu = NOMS.get(n);
  if (connu !== undefined) return connu;
  const mois = `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}` as Mois;
  NOMS.set(n, mois);
  return mois;
}

const RANGS = new Map<Mois, number>();
const NOMS = new Map<number, Mois>();
