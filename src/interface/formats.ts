import { anneeDe, avecMemoire, jourAParis, lireJour, moisDe, quantiemeDe } from '#socle/valeurs';

/** No-break space: before « : », between a number and its unit. */
export const INSECABLE = '\u00A0';
/** Narrow no-break space: thousands, and before « ; », « ? », « ! ». */
export const FINE = '\u202F';
const MOINS = '\u2212';

const MOIS = [
  ['janvier', 'janv.'],
  ['février', 'févr.'],
  ['mars', 'mars'],
  ['avril', 'avril'],
  ['mai', 'mai'],
  ['juin', 'juin'],
  ['juillet', 'juil.'],
  ['août', 'août'],
  ['septembre', 'sept.'],
  ['octobre', 'oct.'],
  ['novembre', 'nov.'],
  ['décembre', 'déc.'],
] as const;

/** `2022-02-15` → « 15 février 2022 », `2022-03-01` → « 1er mars 2022 ». A text that is not a day comes back as it is. */
export function formaterJour(jour: string): string {
  return ecrireJour(jour, 'long');
}

/** `2022-02-15` → « 15 févr. 2022 », for tables and axes. */
export function formaterJourCourt(jour: string): string {
  return ecrireJour(jour, 'court');
}

/** Name of a month, 1 to 12: « février », or « févr. ». */
export function formaterMois(mois: number, forme: 'long' | 'court' = 'long'): string {
  return MOIS[mois - 1]?.[forme === 'long' ? 0 : 1] ?? '';
}

/** The instant as read on a clock in Paris: « 15 février 2022 à 14 h 05 ». Takes a Date or an ISO 8601 text. */
export function formaterInstant(instant: Date | string): string {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  if (Number.isNaN(date.getTime())) return String(instant);
  const [heures, minutes] = HEURE_A_PARIS.format(date).split(':');
  return `${formaterJour(jourAParis(date))} à ${Number(heures)}${INSECABLE}h${INSECABLE}${minutes}`;
}

/**
 * `2671` → « 2 671 », `'33.3'` → « 33,3 ». Official figures come as decimal texts and are never turned into floats.
 * `decimales` fixes the number of decimals; without it, those written. A text that is not a number comes back as it is.
 */
export function formaterNombre(valeur: number | string, decimales?: number): string {
  if (typeof valeur === 'string' && !estDecimal(valeur)) return valeur;
  return decimales === undefined ? TELS_QUELS(String(valeur)) : ecrireNombre(valeur, decimales);
}

/** Pages write the same few figures thousands of times. */
const TELS_QUELS = avecMemoire((valeur) => ecrireNombre(valeur as Intl.StringNumericLiteral, undefined));

function ecrireNombre(valeur: number | Intl.StringNumericLiteral, decimales: number | undefined): string {
  return ecrivain(decimales)
    .format(valeur)
    .replaceAll('-', MOINS)
    .replaceAll(/[\u00A0\u0020]/g, FINE);
}

const ECRIVAINS = new Map<number | undefined, Intl.NumberFormat>();

/** Making one costs more than a hundred numbers written with it: they are kept. */
function ecrivain(decimales: number | undefined): Intl.NumberFormat {
  const connu = ECRIVAINS.get(decimales);
  if (connu !== undefined) return connu;
  const bornes =
    decimales === undefined
      ? { maximumFractionDigits: 12 }
      : { minimumFractionDigits: decimales, maximumFractionDigits: decimales };
  const nouveau = new Intl.NumberFormat('fr-FR', bornes);
  ECRIVAINS.set(decimales, nouveau);
  return nouveau;
}

/** A rate already in percent (0 to 100): `'93'` → « 93 % ». Nothing measured is said, never 0. */
export function formaterTaux(taux: number | string | null, decimales?: number): string {
  return taux === null ? 'non mesuré' : `${formaterNombre(taux, decimales)}${INSECABLE}%`;
}

/** A gap between two rates, signed: « +4 points », « −31 points », « 0 point ». */
export function formaterEcart(points: number | string): string {
  const signe = Number(points) > 0 ? '+' : '';
  return `${signe}${formaterNombre(points)}${INSECABLE}${pluriel(Number(points), 'point', 'points')}`;
}

/** « 46 jours », « 1 jour ». */
export function formaterDuree(jours: number): string {
  return `${formaterNombre(jours)}${INSECABLE}${pluriel(jours, 'jour', 'jours')}`;
}

/** The noun that goes with the count: in French the plural starts at 2 (0 action, 1,5 action, 2 actions). */
export function pluriel(nombre: number, singulier: string, plurielDuNom: string): string {
  return Math.abs(nombre) < 2 ? singulier : plurielDuNom;
}

/** The count and its noun: « 29 actions », « 1 action ». */
export function compter(nombre: number, singulier: string, plurielDuNom: string): string {
  return `${formaterNombre(nombre)}${INSECABLE}${pluriel(nombre, singulier, plurielDuNom)}`;
}

/** Days since something: 0 → « aujourd’hui », 1 → « hier », 38 → « il y a 38 jours »; to come when negative: « dans 3 jours ». */
export function ilYA(jours: number): string {
  if (jours === 0) return 'aujourd’hui';
  if (jours === 1) return 'hier';
  if (jours === -1) return 'demain';
  return jours > 0 ? `il y a ${formaterDuree(jours)}` : `dans ${formaterDuree(-jours)}`;
}

/** The weight of a file: « 12 ko », « 3,2 Mo ». */
export function formaterPoids(octets: number): string {
  const ko = octets / 1024;
  if (ko < 1) return `${formaterNombre(octets)}${INSECABLE}octets`;
  return ko < 1024
    ? `${formaterNombre(Math.round(ko))}${INSECABLE}ko`
    : `${formaterNombre(Math.round((ko / 1024) * 10) / 10)}${INSECABLE}Mo`;
}

/** « a », « a et b », « a, b et c ». */
export function enumerer(elements: readonly string[]): string {
  if (elements.length < 2) return elements.join('');
  return `${elements.slice(0, -1).join(', ')} et ${elements.at(-1)}`;
}

const HEURE_A_PARIS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function ecrireJour(texte: string, forme: 'long' | 'court'): string {
  const jour = lireJour(texte);
  if (jour === null) return texte;
  const quantieme = quantiemeDe(jour);
  return `${quantieme === 1 ? '1er' : quantieme}${INSECABLE}${formaterMois(moisDe(jour), forme)} ${anneeDe(jour)}`;
}

function estDecimal(texte: string): texte is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(texte);
}
