import { ecrireDecimal, type Jour, lireDecimal, soustraire } from '#socle/valeurs';

/** A rate expected at a day; without a day when its words gave no year. Rates are decimal texts, in percent. */
export type PointAttendu = { readonly jour: Jour | null; readonly taux: string };
export type PointDeclare = { readonly jour: Jour; readonly taux: string };

export type PointDeTrajectoire = {
  readonly jour: Jour;
  /** Expected that day: the rate of the last date reached, until the next one. Null before the first. */
  readonly attendu: string | null;
  /** Declared that day; the last one when there were several. */
  readonly declare: string | null;
  /** Declared less expected, in points. */
  readonly ecart: string | null;
};

/** The dates of a trajectory and of what was declared, in order, each with its gap. `declares` is in the order it was said. */
export function pointsDeTrajectoire(
  attendus: readonly PointAttendu[],
  declares: readonly PointDeclare[],
): PointDeTrajectoire[] {
  const parJour = new Map(declares.map(({ jour, taux }) => [jour, taux]));
  const jours = new Set([...attendus.flatMap(({ jour }) => jour ?? []), ...parJour.keys()]);
  return [...jours].sort().map((jour) => {
    const attendu = attenduAu(attendus, jour)?.taux ?? null;
    const declare = parJour.get(jour) ?? null;
    return { jour, attendu, declare, ecart: ecartEnPoints(declare, attendu) };
  });
}

/** What was expected on a day: the rate of the last date reached, which holds until the next one. */
export function attenduAu(
  attendus: readonly PointAttendu[],
  jour: Jour,
): { readonly depuis: Jour; readonly taux: string } | null {
  return attendus.reduce<{ depuis: Jour; taux: string } | null>(
    (dernier, { jour: date, taux }) =>
      date !== null && date <= jour && (dernier === null || date >= dernier.depuis) ? { depuis: date, taux } : dernier,
    null,
  );
}

/** Null when either is not measured: not measured is never zero. */
export function ecartEnPoints(declare: string | null, attendu: string | null): string | null {
  const [dit, promis] = [lireDecimal(declare ?? ''), lireDecimal(attendu ?? '')];
  return dit === null || promis === null ? null : ecrireDecimal(soustraire(dit, promis));
}
