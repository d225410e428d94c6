import type { Jour } from '#socle/valeurs';
import { ensembleDe } from './agregats.ts';
import { comparerEntreEux } from './comparer.ts';
import { lireSeries, traiter } from './lecture-de-series.ts';
import type { LigneAgregee, LigneDeSituation, LirePoints, Parametres } from './modele.ts';
import { enfantsDe, estAgrege, lignee, territoiresSuivis } from './portee.ts';
import { situer, situerEnsemble } from './situer.ts';

export type Calcul = {
  /** Every territory where the indicator is followed. */
  readonly situations: readonly LigneDeSituation[];
  /** The aggregates of the wholes that were computed again. */
  readonly agregees: readonly LigneAgregee[];
  readonly ensembles: readonly string[];
};

/**
 * The situations of one indicator. Only the territories `touches`, and the wholes they are part of, are computed again
 * from their points; the others keep the row of `connues`. With `touches` null, everything is. Either way the result is
 * the same: a test holds the two together.
 */
export function calculer(
  parametres: Parametres,
  lire: LirePoints,
  connues: ReadonlyMap<string, LigneDeSituation>,
  touches: ReadonlySet<string> | null,
  au: Jour,
): Calcul {
  const agregees: LigneAgregee[] = [];
  const ensembles: string[] = [];
  const aRefaire = touches === null ? null : aRecalculer(parametres, touches);
  const situations = territoiresSuivis(parametres).map(({ code }) => {
    const connue = connues.get(code);
    if (connue !== undefined && aRefaire !== null && !aRefaire.has(code)) return connue;
    const points = lire(parametres.numero, code);
    if (!estAgrege(parametres) || enfantsDe(parametres, code).length === 0) {
      return situer(parametres, code, lireSeries(parametres, points), au);
    }
    const saisies = { ...points, va: traiter(parametres, points.va) };
    const vu = situerEnsemble(parametres, code, ensembleDe(parametres, lire, code, saisies), au);
    agregees.push(...vu.agregees);
    ensembles.push(code);
    return vu.ligne;
  });
  return { situations: comparerEntreEux(parametres, situations, au), agregees, ensembles };
}

/** What a value changes: its territory, and the wholes above it when the indicator is aggregated. */
export function aRecalculer(parametres: Parametres, touches: ReadonlySet<string>): ReadonlySet<string> {
  return estAgrege(parametres) ? new Set([...touches].flatMap(lignee)) : touches;
}

/** The territories whose points `calculer` will read. */
export function territoiresLus(parametres: Parametres, touches: ReadonlySet<string> | null): ReadonlySet<string> {
  if (touches === null) return new Set(territoiresSuivis(parametres).flatMap(avecEnfants(parametres)));
  const codes = [...aRecalculer(parametres, touches)].map((code) => ({ code }));
  return new Set(codes.flatMap(avecEnfants(parametres)));
}

function avecEnfants(parametres: Parametres): (territoire: { code: string }) => readonly string[] {
  const agrege = estAgrege(parametres);
  return ({ code }) => [code, ...(agrege ? enfantsDe(parametres, code).map((enfant) => enfant.code) : [])];
}
