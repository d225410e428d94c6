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
    const vu = situerTerritoire(parametres, lire, code, au);
    if (vu.agregees !== null) {
      agregees.push(...vu.agregees);
      ensembles.push(code);
    }
    return vu.ligne;
  });
  return { situations: comparerEntreEux(parametres, situations, au), agregees, ensembles };
}

/** Where the indicator stands in one territory, from its points; the aggregates of a whole with it. */
export function situerTerritoire(
  parametres: Parametres,
  lire: LirePoints,
  code: string,
  au: Jour,
): { readonly ligne: LigneDeSituation; readonly agregees: readonly LigneAgregee[] | null } {
  const points = lire(parametres.numero, code);
  if (!estAgrege(parametres) || enfantsDe(parametres, code).length === 0) {
    return { ligne: situer(parametres, code, lireSeries(parametres, points), au), agregees: null };
  }
  const saisies = { ...points, va: traiter(parametres, points.va) };
  return situerEnsemble(parametres, code, ensembleDe(parametres, lire, code, saisies), au);
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

/** The territories whose points `situerTerritoire` reads for these. */
export function territoiresLusPour(parametres: Parametres, codes: readonly string[]): ReadonlySet<string> {
  return new Set(codes.map((code) => ({ code })).flatMap(avecEnfants(parametres)));
}

function avecEnfants(parametres: Parametres): (territoire: { code: string }) => readonly string[] {
  const agrege = estAgrege(parametres);
  return ({ code }) => [code, ...(agrege ? enfantsDe(parametres, code).map((enfant) => enfant.code) : [])];
}
