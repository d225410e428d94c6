/** A calendar day in Europe/Paris, `AAAA-MM-JJ`. Days compare as texts. */
export type Jour = string & { readonly __jour: unique symbol };

const FORME = /^(\d{4})-(\d{2})-(\d{2})$/;
const UN_JOUR_EN_MS = 86_400_000;

/** The day of these numbers, or null when the calendar has none (31/02). Years 1900 to 2199. */
export function jour(annee: number, mois: number, quantieme: number): Jour | null {
  if (!Number.isInteger(annee) || annee < 1900 || annee > 2199) return null;
  const date = new Date(Date.UTC(annee, mois - 1, quantieme));
  const existe = date.getUTCFullYear() === annee && date.getUTCMonth() === mois - 1 && date.getUTCDate() === quantieme;
  return existe ? versJour(date) : null;
}

/** Reads `AAAA-MM-JJ`; null when it is anything else or a day that does not exist. */
export function lireJour(texte: string): Jour | null {
  const parties = FORME.exec(texte);
  return parties ? jour(Number(parties[1]), Number(parties[2]), Number(parties[3])) : null;
}

/** The day it is in Paris at this instant. */
export function jourAParis(instant: Date): Jour {
  return PARIS.format(instant) as Jour;
}

export function anneeDe(j: Jour): number {
  return Number(j.slice(0, 4));
}

export function moisDe(j: Jour): number {
  return Number(j.slice(5, 7));
}

export function quantiemeDe(j: Jour): number {
  return Number(j.slice(8, 10));
}

export function ajouterJours(j: Jour, jours: number): Jour {
  return versJour(new Date(versMs(j) + jours * UN_JOUR_EN_MS));
}

/** Number of days from `depuis` to `jusque`, negative when `jusque` comes first. */
export function joursEntre(depuis: Jour, jusque: Jour): number {
  return Math.round((versMs(jusque) - versMs(depuis)) / UN_JOUR_EN_MS);
}

export function dernierJourDuMois(annee: number, mois: number): Jour {
  return versJour(new Date(Date.UTC(annee, mois, 0)));
}

const PARIS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Lists count days by thousands: digits are read where they are, without cutting texts. */
function versMs(j: Jour): number {
  const chiffre = (rang: number) => j.charCodeAt(rang) - ZERO;
  const annee = chiffre(0) * 1000 + chiffre(1) * 100 + chiffre(2) * 10 + chiffre(3);
  return Date.UTC(annee, chiffre(5) * 10 + chiffre(6) - 1, chiffre(8) * 10 + chiffre(9));
}

const ZERO = '0'.charCodeAt(0);

function versJour(date: Date): Jour {
  return date.toISOString().slice(0, 10) as Jour;
}
