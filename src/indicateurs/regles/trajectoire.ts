import {
  additionner,
  CENT,
  type Decimal,
  diviser,
  fraction,
  type Jour,
  joursEntre,
  multiplier,
  signe,
  soustraire,
} from '#socle/valeurs';
import type { PointDate, Serie } from './series.ts';
import { type Direction, progres } from './taux.ts';

/** Where a territory started. The day may be unknown: nothing is then expected before the first milestone. */
export type Depart = { readonly valeur: Decimal; readonly date: Jour | null };

/**
 * What was expected on a day, in the unit of the indicator: a straight line, day by day, from the initial value through
 * each milestone, flat after the last one. Milestones dated before the start are set aside, unless they are all there is.
 * Null when nothing says what to expect: no milestone, or a day before the line begins.
 */
export function attenduA(depart: Depart | null, jalons: Serie, date: Jour): Decimal | null {
  const dernier = jalons.at(-1);
  if (dernier === undefined) return null;
  const points = ligne(depart, jalons);
  const apres = points.find((point) => point.date >= date);
  if (apres === undefined) return dernier.valeur;
  if (apres.date === date) return apres.valeur;
  const avant = points.findLast((point) => point.date < date);
  return avant === undefined ? null : entre(avant, apres, date);
}

/** VA − attendu, counted positive when it is better than expected. */
export function ecartALaTrajectoire(direction: Direction, attendu: Decimal, actuelle: Decimal): Decimal {
  return progres(direction, attendu, actuelle);
}

/**
 * The same gap in points of the rate towards this target, so that indicators of any unit compare. Null for a degenerate
 * target: there is no way to measure along.
 */
export function ecartEnPoints(direction: Direction, initiale: Decimal, cible: Decimal, ecart: Decimal): Decimal | null {
  const chemin = progres(direction, initiale, cible);
  return signe(chemin) <= 0 ? null : diviser(multiplier(CENT, ecart), chemin);
}

function ligne(depart: Depart | null, jalons: Serie): readonly PointDate[] {
  if (depart === null || depart.date === null) return jalons;
  const debut = depart.date;
  const suivants = jalons.filter(({ date }) => date > debut);
  return suivants.length === 0 ? [] : [{ date: debut, valeur: depart.valeur }, ...suivants];
}

function entre(avant: PointDate, apres: PointDate, date: Jour): Decimal {
  const part = fraction(joursEntre(avant.date, date), joursEntre(avant.date, apres.date));
  return additionner(avant.valeur, multiplier(part, soustraire(apres.valeur, avant.valeur)));
}
