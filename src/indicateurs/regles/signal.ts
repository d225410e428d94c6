import {
  additionner,
  comparerDecimaux,
  type Decimal,
  diviser,
  entier,
  fraction,
  type Jour,
  multiplier,
  signe,
  sommer,
  soustraire,
  valeurAbsolue,
} from '#socle/valeurs';
import type { Serie } from './series.ts';
import { type Direction, progres } from './taux.ts';

/** Below this many points a chart says nothing of a process. */
export const POINTS_POUR_UN_SIGNAL = 12;
/** So many points in a row make a run. */
const SUITE = 7;
/** 3 / 1.128: three standard deviations, told from the mean moving range of two points (Shewhart, XmR chart). */
const FACTEUR_XMR = fraction(266, 100);

export type GenreDeSignal = 'hors_limite' | 'suite_d_un_cote' | 'suite_monotone';

/** One thing the chart sees, from one date to another. */
export type SignalVu = {
  readonly genre: GenreDeSignal;
  /** Above the mean or rising; below it or falling. */
  readonly sens: 'haut' | 'bas';
  readonly debut: Jour;
  readonly fin: Jour;
};

export type VerdictDeSignal = 'amelioration_significative' | 'degradation_significative' | 'variation_ordinaire';
export type VerdictDeCible = 'regulierement' | 'parfois' | 'jamais';

export type Signal =
  | { readonly suffisant: false; readonly points: number }
  | {
      readonly suffisant: true;
      readonly points: number;
      /** Mean of the points. */
      readonly centre: Decimal;
      readonly limiteBasse: Decimal;
      readonly limiteHaute: Decimal;
      /** Everything seen along the series, oldest first. */
      readonly vus: readonly SignalVu[];
      /** Of today: only what reaches the last point counts. */
      readonly verdict: VerdictDeSignal;
      /** Whether the process as it is meets the target; null without one. */
      readonly cible: VerdictDeCible | null;
    };

/**
 * XmR chart of a series: centre = mean, limits = mean ± 2.66 × mean moving range. The verdict reads what reaches the
 * last point, in the order of the rules: beyond a limit, then seven on one side of the mean, then seven rising or
 * falling. A break in the series (new method) starts a new series: it is for the caller to cut it.
 */
export function lireSignal(serie: Serie, direction: Direction, cible: Decimal | null = null): Signal {
  const points = serie.length;
  if (points < POINTS_POUR_UN_SIGNAL) return { suffisant: false, points };
  const valeurs = serie.map(({ valeur }) => valeur);
  const pas = valeurs.slice(1).map((valeur, i) => soustraire(valeur, valeurs[i] ?? valeur));
  const centre = moyenne(valeurs);
  const demiLargeur = multiplier(FACTEUR_XMR, moyenne(pas.map(valeurAbsolue)));
  const [limiteBasse, limiteHaute] = [soustraire(centre, demiLargeur), additionner(centre, demiLargeur)];
  const dehors = valeurs.map((valeur) =>
    comparerDecimaux(valeur, limiteHaute) > 0 ? 1 : comparerDecimaux(valeur, limiteBasse) < 0 ? -1 : 0,
  );
  const cotes = valeurs.map((valeur) => comparerDecimaux(valeur, centre));
  const vus = [
    ...suites('hors_limite', dehors, 1, serie),
    ...suites('suite_d_un_cote', cotes, SUITE, serie),
    // Seven points in a row make six steps.
    ...suites('suite_monotone', pas.map(signe), SUITE - 1, serie, 1),
  ];
  return {
    suffisant: true,
    points,
    centre,
    limiteBasse,
    limiteHaute,
    vus: vus.toSorted((a, b) => (a.fin < b.fin ? -1 : a.fin > b.fin ? 1 : 0)),
    verdict: verdictDe(vus.find(({ fin }) => fin === serie.at(-1)?.date) ?? null, direction),
    cible: cible && verdictDeCible(direction, cible, limiteBasse, limiteHaute),
  };
}

/** « amélioration significative », « historique trop court (8 valeurs sur 12) ». */
export function enonceDuSignal(signal: Signal): string {
  if (!signal.suffisant) {
    const valeurs = signal.points < 2 ? 'valeur' : 'valeurs';
    return `historique trop court (${signal.points}\u00a0${valeurs} sur ${POINTS_POUR_UN_SIGNAL})`;
  }
  return ENONCES[signal.verdict];
}

export const ENONCES_DE_CIBLE: Readonly<Record<VerdictDeCible, string>> = {
  regulierement: 'cible atteinte régulièrement',
  parfois: 'cible atteinte parfois',
  jamais: 'cible jamais atteinte avec le processus actuel',
};

const ENONCES: Readonly<Record<VerdictDeSignal, string>> = {
  amelioration_significative: 'amélioration significative',
  degradation_significative: 'dégradation significative',
  variation_ordinaire: 'variation ordinaire',
};

/**
 * The longest runs of the same sign, when they are long enough. `signes[i]` speaks of point i, or of the step that ends
 * at point i + 1 when `decalage` is 1: a run of steps begins one point earlier.
 */
function suites(
  genre: GenreDeSignal,
  signes: readonly (-1 | 0 | 1)[],
  longueur: number,
  serie: Serie,
  decalage: 0 | 1 = 0,
): readonly SignalVu[] {
  const vues: SignalVu[] = [];
  let depart = 0;
  for (let i = 1; i <= signes.length; i++) {
    if (i < signes.length && signes[i] === signes[depart]) continue;
    const [debut, fin] = [serie[depart]?.date, serie[i - 1 + decalage]?.date];
    if (signes[depart] !== 0 && i - depart >= longueur && debut && fin) {
      vues.push({ genre, sens: signes[depart] === 1 ? 'haut' : 'bas', debut, fin });
    }
    depart = i;
  }
  return vues;
}

function verdictDe(vu: SignalVu | null, direction: Direction): VerdictDeSignal {
  if (vu === null) return 'variation_ordinaire';
  const bon = direction === 'hausse' ? 'haut' : 'bas';
  return vu.sens === bon ? 'amelioration_significative' : 'degradation_significative';
}

/** Met whatever the ordinary variation, met only in its better part, or out of its reach. */
function verdictDeCible(direction: Direction, cible: Decimal, basse: Decimal, haute: Decimal): VerdictDeCible {
  const [pire, meilleure] = direction === 'hausse' ? [basse, haute] : [haute, basse];
  if (signe(progres(direction, cible, pire)) >= 0) return 'regulierement';
  return signe(progres(direction, cible, meilleure)) < 0 ? 'jamais' : 'parfois';
}

function moyenne(valeurs: readonly Decimal[]): Decimal {
  return diviser(sommer(valeurs), entier(valeurs.length));
}
