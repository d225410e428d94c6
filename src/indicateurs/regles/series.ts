import { type Decimal, echec, type Jour, type Resultat, reussite } from '#socle/valeurs';

/** A value at a date: a measure, or a target. */
export type PointDate = { readonly date: Jour; readonly valeur: Decimal };

/** A line as it comes. Without a value (it carries something else, a target for instance) it is no point of the series. */
export type LigneDatee = { readonly date: Jour; readonly valeur: Decimal | null };

/**
 * Points in the order of their dates, one a date: whatever reads a series owes nothing to the order things arrived in.
 * Made by `enSerie` only.
 */
export type Serie = readonly PointDate[] & { readonly __serie: unique symbol };

/** One date, several values: which is right is not for a rule to say. */
export type Doublon = { readonly date: Jour; readonly valeurs: readonly Decimal[] };

/** Sorts the points, drops the lines without a value, merges repetitions. Refused when one date has two values. */
export function enSerie(lignes: readonly LigneDatee[]): Resultat<Serie, readonly Doublon[]> {
  if (dejaEnSerie(lignes)) return reussite(lignes);
  const parDate = new Map<Jour, Decimal[]>();
  for (const { date, valeur } of lignes) {
    if (valeur === null) continue;
    const deja = parDate.get(date);
    if (deja === undefined) parDate.set(date, [valeur]);
    else if (!deja.some((connue) => memeNombre(connue, valeur))) deja.push(valeur);
  }
  const doublons: Doublon[] = [];
  const points: PointDate[] = [];
  for (const [date, [valeur, ...autres]] of [...parDate].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (valeur === undefined) continue;
    if (autres.length > 0) doublons.push({ date, valeurs: [valeur, ...autres] });
    points.push({ date, valeur });
  }
  return doublons.length > 0 ? echec(doublons) : reussite(points as readonly PointDate[] as Serie);
}

/** Nothing to sort, drop nor merge: so come the points of the database, by the million. */
function dejaEnSerie(lignes: readonly LigneDatee[]): lignes is Serie {
  return lignes.every(({ date, valeur }, i) => valeur !== null && (i === 0 || (lignes[i - 1]?.date ?? '') < date));
}

/** The last point known on this day; null when nothing was measured yet. */
export function derniereAu(serie: Serie, au: Jour): PointDate | null {
  let [debut, fin] = [0, serie.length];
  while (debut < fin) {
    const milieu = (debut + fin) >> 1;
    if ((serie[milieu]?.date ?? '') <= au) debut = milieu + 1;
    else fin = milieu;
  }
  return serie[debut - 1] ?? null;
}

/** Equal numbers have equal fields (`Decimal`). */
function memeNombre(a: Decimal, b: Decimal): boolean {
  return a.numerateur === b.numerateur && a.denominateur === b.denominateur;
}
