import {
  additionner,
  comparerDecimaux,
  type Decimal,
  diviser,
  entier,
  estEntier,
  type Jour,
  multiplier,
  plusGrand,
  signe,
  soustraire,
  valeurAbsolue,
} from '#socle/valeurs';
import { type Habitudes, habitudesDe, TOLERANCE_MINIMALE } from './habitudes.ts';
import { mediane } from './mediane.ts';
import type { PointDate, Serie } from './series.ts';

/**
 * The gate before an import: each series is compared with its own history, and asks for a reason when it does not look
 * like itself. It stops faults of a whole file (a column in thousands, a percentage in fractions, a column for another),
 * and lets ordinary statistical revision through. Method (docs/decisions/0022):
 *
 * - A value is judged by its *factor* to what was expected: the value it replaces, or the value before it times a usual
 *   step of this series (the median of its steps when three in four go the same way, else to stay; or the median of its
 *   steps in the same month of other years), whichever it is closer to.
 * - The tolerated factor is 1 + 5 × the usual spread of those steps (the median of their factors to the usual one, a MAD
 *   in factors), never under 2; 3 while there are fewer than 4 steps to learn from. A revision has nothing to do with steps: 2.
 * - Whole numbers are counts: a difference within three standard deviations of two Poisson counts is never a jump.
 * - Where a factor says nothing (a zero, a change of sign), the size of the history judges.
 */
export type GenreDeSoupcon = 'revision' | 'saut' | 'tombe_a_zero' | 'hors_echelle';

export type Soupcon = {
  readonly genre: GenreDeSoupcon;
  readonly proposee: PointDate;
  /** The value it replaces, or the one it comes after. */
  readonly reference: PointDate;
  /** Times what was expected, over 1 or under; null where a factor says nothing. */
  readonly facteur: Decimal | null;
};

export type Plausibilite = {
  /** `sans_historique`: nothing to compare with, accepted and said. */
  readonly verdict: 'plausible' | 'a_confirmer' | 'sans_historique';
  readonly soupcons: readonly Soupcon[];
  /** Median factor of the values it changes, null when it changes none: what `jugerFichier` compares between series. */
  readonly facteurDesRevisions: Decimal | null;
  /** Factor of the first value it adds, null when it adds none. */
  readonly facteurDeLaSuite: Decimal | null;
  /** The factor this series tolerates from one value to the next. */
  readonly tolerance: Decimal;
};

export function jugerSerie(connue: Serie, proposee: Serie): Plausibilite {
  const habitudes = habitudesDe(connue);
  const jugements = (connue.length === 0 ? [] : comparaisons(connue, proposee)).map((comparaison) =>
    juger(comparaison, habitudes),
  );
  const facteurs = (genre: Comparaison['genre']) =>
    jugements.filter((jugement) => jugement.genre === genre).map(({ facteur }) => facteur);
  const soupcons = jugements.flatMap(({ soupcon }) => (soupcon === null ? [] : [soupcon]));
  return {
    verdict: connue.length === 0 ? 'sans_historique' : soupcons.length > 0 ? 'a_confirmer' : 'plausible',
    soupcons,
    facteurDesRevisions: mediane(facteurs('revision')),
    facteurDeLaSuite: facteurs('saut')[0] ?? null,
    tolerance: habitudes.tolerance,
  };
}

export type PlausibiliteDeFichier = {
  readonly verdict: 'plausible' | 'a_confirmer';
  readonly aConfirmer: number;
  readonly series: number;
  /** The factor most series share, when it is not believable of a whole file. */
  readonly facteurCommun: Decimal | null;
};

/** A file moves many series at once: what each could do by itself, they do not all do together. */
const FACTEUR_DE_FICHIER = entier(2);
const SERIES_POUR_UN_FICHIER = 5;

export function jugerFichier(series: readonly Plausibilite[]): PlausibiliteDeFichier {
  const communs = [
    facteurPartage(series.map(({ facteurDesRevisions }) => facteurDesRevisions)),
    facteurPartage(series.map(({ facteurDeLaSuite }) => facteurDeLaSuite)),
  ];
  const facteurCommun =
    communs.find((facteur) => facteur !== null && comparerDecimaux(eloignement(facteur), FACTEUR_DE_FICHIER) >= 0) ??
    null;
  const aConfirmer = series.filter(({ verdict }) => verdict === 'a_confirmer').length;
  return {
    verdict: facteurCommun !== null || aConfirmer > 0 ? 'a_confirmer' : 'plausible',
    aConfirmer,
    series: series.length,
    facteurCommun,
  };
}

function facteurPartage(facteurs: readonly (Decimal | null)[]): Decimal | null {
  return facteurs.filter((facteur) => facteur !== null).length < SERIES_POUR_UN_FICHIER ? null : mediane(facteurs);
}

type Comparaison = {
  readonly genre: 'revision' | 'saut';
  readonly proposee: PointDate;
  readonly reference: PointDate;
};

/** Each value that changes against the one it replaces, each new one against the one before it (after it, at the head). */
function comparaisons(connue: Serie, proposee: Serie): readonly Comparaison[] {
  const connues = new Map<Jour, PointDate>(connue.map((point) => [point.date, point]));
  const fusion = [...new Map([...connue, ...proposee].map((point) => [point.date, point])).values()].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  return fusion.flatMap((point, i): Comparaison[] => {
    const ancienne = connues.get(point.date);
    if (ancienne === point) return [];
    if (ancienne) {
      const inchangee = comparerDecimaux(ancienne.valeur, point.valeur) === 0;
      return inchangee ? [] : [{ genre: 'revision', proposee: point, reference: ancienne }];
    }
    const reference = fusion[i - 1] ?? connue[0];
    return reference ? [{ genre: 'saut', proposee: point, reference }] : [];
  });
}

type Jugement = {
  readonly genre: Comparaison['genre'];
  readonly facteur: Decimal | null;
  readonly soupcon: Soupcon | null;
};

function juger({ genre, proposee, reference }: Comparaison, habitudes: Habitudes): Jugement {
  const brut = rapport(reference.valeur, proposee.valeur);
  if (brut === null) {
    const soupcon = jugerSansFacteur(proposee.valeur, habitudes);
    return { genre, facteur: null, soupcon: soupcon && { genre: soupcon, proposee, reference, facteur: null } };
  }
  const attendus = genre === 'saut' ? habitudes.pasAttendus(reference.date, proposee.date) : [entier(1)];
  const [facteur = brut] = attendus
    .map((attendu) => diviser(brut, attendu))
    .sort((a, b) => comparerDecimaux(eloignement(a), eloignement(b)));
  const tolerance = genre === 'revision' ? TOLERANCE_MINIMALE : habitudes.tolerance;
  const loin = comparerDecimaux(eloignement(facteur), tolerance) >= 0;
  const ordinaire = habitudes.comptages && entreDeuxComptages(reference.valeur, proposee.valeur);
  return { genre, facteur, soupcon: loin && !ordinaire ? { genre, proposee, reference, facteur } : null };
}

/** A zero or a change of sign: there is no factor, only the size of what was known. */
function jugerSansFacteur(valeur: Decimal, { plusGrande, typique }: Habitudes): GenreDeSoupcon | null {
  if (signe(valeur) === 0) return comparerDecimaux(typique, entier(10)) >= 0 ? 'tombe_a_zero' : null;
  const seuil = multiplier(entier(3), plusGrande);
  return signe(plusGrande) > 0 && comparerDecimaux(valeurAbsolue(valeur), seuil) >= 0 ? 'hors_echelle' : null;
}

/** `apres / avant` when both are on the same side of 0. */
function rapport(avant: Decimal, apres: Decimal): Decimal | null {
  return signe(avant) !== 0 && signe(avant) === signe(apres) ? diviser(apres, avant) : null;
}

/** A third and three times are as far: always 1 or more. */
function eloignement(facteur: Decimal): Decimal {
  return plusGrand(facteur, diviser(entier(1), facteur));
}

/** (a − b)² ≤ 9 (a + b): three standard deviations of the difference of two Poisson counts. */
function entreDeuxComptages(a: Decimal, b: Decimal): boolean {
  if (!estEntier(a) || !estEntier(b)) return false;
  const ecart = soustraire(a, b);
  const variance = additionner(valeurAbsolue(a), valeurAbsolue(b));
  return comparerDecimaux(multiplier(ecart, ecart), multiplier(entier(9), variance)) <= 0;
}
