import { anneeDe, type Decimal, type Jour } from '#socle/valeurs';
import { derniereAu, type PointDate, type Serie } from './series.ts';
import { calculerTaux, type Direction, type Taux } from './taux.ts';
import { attenduA, type Depart, ecartALaTrajectoire, ecartEnPoints } from './trajectoire.ts';

/** One indicator in one territory: where it started, its milestones, its measures. */
export type Suivi = {
  readonly direction: Direction;
  readonly depart: Depart | null;
  readonly cibles: Serie;
  readonly valeurs: Serie;
};

export type TauxVersCible = Taux & { readonly cible: PointDate | null };

/** Where this indicator stands, seen from a day. */
export type Avancement = {
  readonly au: Jour;
  /** The last measure known on that day. */
  readonly actuelle: PointDate | null;
  /** Towards the last target of the year one looks from. */
  readonly annuel: TauxVersCible;
  /** Towards the last target of all. */
  readonly global: TauxVersCible;
  /** What was expected on the day of the last measure; on the day one looks from when there is none. */
  readonly attendu: PointDate | null;
  /** VA − attendu in the unit of the indicator, positive when better. */
  readonly ecart: Decimal | null;
  /** The same in points of the global rate. */
  readonly ecartEnPoints: Decimal | null;
};

/**
 * Everything the rule says of an indicator on a day. A measure is compared with what was expected on the day it was
 * measured, not with today: the delay of publication is no lateness of the territory (docs/decisions/0021).
 */
export function avancement({ direction, depart, cibles, valeurs }: Suivi, au: Jour): Avancement {
  const actuelle = derniereAu(valeurs, au);
  const vers = (cible: PointDate | null): TauxVersCible => ({
    ...calculerTaux({ direction, initiale: depart?.valeur ?? null, cible, actuelle: actuelle?.valeur ?? null }, au),
    cible,
  });
  const finale = cibles.at(-1) ?? null;
  const jourCompare = actuelle?.date ?? au;
  const attendu = attenduA(depart, cibles, jourCompare);
  const ecart = actuelle && attendu ? ecartALaTrajectoire(direction, attendu, actuelle.valeur) : null;
  return {
    au,
    actuelle,
    annuel: vers(cibles.findLast(({ date }) => anneeDe(date) === anneeDe(au)) ?? null),
    global: vers(finale),
    attendu: attendu && { date: jourCompare, valeur: attendu },
    ecart,
    ecartEnPoints: ecart && depart && finale && ecartEnPoints(direction, depart.valeur, finale.valeur, ecart),
  };
}
