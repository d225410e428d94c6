import { type Jour, reussite } from '#socle/valeurs';
import { appliquerTraitement } from '../regles/cumul.ts';
import { moisDuJour } from '../regles/mois.ts';
import { derniereAu, enSerie, type PointDate, type Serie } from '../regles/series.ts';
import { AUCUN_POINT, type LirePoints, type Parametres, type Points, type TypeDeValeur } from './modele.ts';

/** The series of one indicator in one territory, measures treated as its parameters say. */
export type Series = {
  readonly depart: PointDate | null;
  readonly valeurs: Serie;
  readonly cibles: Serie;
  /** What the signal reads: measures by themselves, since sums over months move together whatever happens. */
  readonly collectees: Serie;
};

/** Points kept by the database: one a day. */
export function serieDe(points: readonly PointDate[]): Serie {
  const lue = enSerie(points);
  if (!lue.ok) throw new Error(`Plusieurs valeurs le même jour : ${lue.refus.map(({ date }) => date).join(', ')}.`);
  return lue.valeur;
}

export function lireSeries(parametres: Parametres, points: Points): Series {
  const { traitement } = parametres;
  const valeurs = traiter(parametres, points.va);
  return {
    depart: points.vi.at(-1) ?? null,
    valeurs,
    cibles: serieDe(points.vc),
    collectees:
      traitement.calcul === null
        ? valeurs
        : traiter({ ...parametres, traitement: { ...traitement, calcul: null } }, points.va),
  };
}

/**
 * Measures as they are followed: taken apart, added up or averaged when the indicator asks for it. A treatment reads one
 * value a month: the last day of each month stands for it.
 */
export function traiter({ traitement, cadence }: Parametres, points: readonly PointDate[]): Serie {
  const brute = serieDe(points);
  if (!traitement.decumuler && traitement.calcul === null) return brute;
  const parMois = new Map(brute.map((point) => [moisDuJour(point.date), point]));
  const traitee = appliquerTraitement(serieDe([...parMois.values()]), traitement, cadence.periodicite);
  const { valeur: lus } = traitee.ok ? traitee : reussite([]);
  return serieDe(lus.flatMap(({ date, valeur }) => (valeur === null ? [] : [{ date, valeur }])));
}

/** What the method before the last break measured is another series. */
export function depuisLaRupture(serie: Serie, ruptures: readonly Jour[], au: Jour): Serie {
  const derniere = ruptures.findLast((rupture) => rupture <= au);
  const entiere = (derniere ?? '') <= (serie[0]?.date ?? '') && (serie.at(-1)?.date ?? '') <= au;
  if (entiere) return serie;
  return serieDe(serie.filter(({ date }) => date <= au && (derniere === undefined || date >= derniere)));
}

/** The weight of a territory on a day: the last value of the denominator by then, else the first it ever had. */
export function poidsAu(lire: LirePoints, denominateur: number | null, territoire: string, date: Jour) {
  if (denominateur === null) return null;
  const serie = serieDe(lire(denominateur, territoire).va);
  return (derniereAu(serie, date) ?? serie[0])?.valeur ?? null;
}

/** The numerator of a ratio, by kind of value. */
export function pointsDuNumerateur(
  lire: LirePoints,
  { numerateur }: Parametres,
  territoire: string,
  type: TypeDeValeur,
) {
  return (numerateur === null ? AUCUN_POINT : lire(numerateur, territoire))[type];
}
