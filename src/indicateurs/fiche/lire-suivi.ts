import type { Base } from '#socle/base';
import type { Decimal, Jour } from '#socle/valeurs';
import { ensembleDe } from '../calcul/agregats.ts';
import { depuisLaRupture, lireSeries, type Series, traiter } from '../calcul/lecture-de-series.ts';
import { lireParametres } from '../calcul/lire-parametres.ts';
import { lireLesPoints, lireLesPointsConnus, type PorteeDePoints } from '../calcul/lire-points.ts';
import type { LirePoints, Parametres, Points } from '../calcul/modele.ts';
import { enfantsDe, estAgrege, territoiresSuivis } from '../calcul/portee.ts';
import { sansEcart, seriesDeLEnsemble, tauxDeLEnsemble, termeDe } from '../calcul/situer.ts';
import { type Avancement, avancement, type Suivi, type TauxVersCible } from '../regles/avancement.ts';
import { lireSignal, type Signal } from '../regles/signal.ts';
import type { EtatDeTaux } from '../regles/taux.ts';
import type { TauxAgrege } from '../regles/taux-agrege.ts';
import type { Regard } from './regard.ts';

/** Everything the rules say of an indicator in one territory: what its page draws and explains. */
export type SuiviLu = {
  readonly parametres: Parametres;
  readonly points: Points;
  readonly series: Series;
  readonly suivi: Suivi;
  readonly vu: Avancement;
  readonly annuel: TauxVersCible;
  readonly global: TauxVersCible;
  /** Of a whole: how it is made of its parts. */
  readonly ensemble: { readonly annuel: TauxAgrege; readonly global: TauxAgrege } | null;
  readonly signal: Signal;
};

/** Null when the indicator is not followed in this territory. */
export async function lireSuivi(
  base: Base,
  numero: number,
  territoire: string,
  regard: Regard,
): Promise<SuiviLu | null> {
  const parametres = (await lireParametres(base, [numero])).get(numero);
  if (!parametres) return null;
  const portees = porteesDuSuivi(parametres, territoire);
  const { jour, passe } = regard;
  const lire = await (passe ? lireLesPointsConnus(base, portees, jour) : lireLesPoints(base, portees));
  return suivre(parametres, lire, territoire, jour);
}

/** What `suivre` reads: the points of the territory and, for a whole, of its parts; no others. */
export function porteesDuSuivi(parametres: Parametres, territoire: string): readonly PorteeDePoints[] {
  const { numero, numerateur, denominateur } = parametres;
  const lus = [numero, numerateur, denominateur].filter((lu) => lu !== null);
  const parties = estAgrege(parametres) ? enfantsDe(parametres, territoire).map(({ code }) => code) : [];
  const territoires = new Set([territoire, ...parties]);
  return lus.map((indicateur) => ({ indicateur, territoires }));
}

/** An indicator in a territory, from its points; null where it is not followed. */
export function suivre(parametres: Parametres, lire: LirePoints, territoire: string, au: Jour): SuiviLu | null {
  if (!territoiresSuivis(parametres).some(({ code }) => code === territoire)) return null;
  return estAgrege(parametres) && enfantsDe(parametres, territoire).length > 0
    ? suivreEnsemble(parametres, lire, territoire, au)
    : suivreTerritoire(parametres, lire(parametres.numero, territoire), au);
}

function suivreTerritoire(parametres: Parametres, points: Points, au: Jour): SuiviLu {
  const series = lireSeries(parametres, points);
  const suivi: Suivi = { direction: parametres.sens, ...series };
  const vu = avancement(suivi, au);
  const { annuel, global } = vu;
  const signal = signalDe(parametres, series, global.cible?.valeur ?? null, au);
  return { parametres, points, series, suivi, vu, annuel, global, ensemble: null, signal };
}

function suivreEnsemble(parametres: Parametres, lire: LirePoints, territoire: string, au: Jour): SuiviLu {
  const points = lire(parametres.numero, territoire);
  const ensemble = ensembleDe(parametres, lire, territoire, { ...points, va: traiter(parametres, points.va) });
  const { series } = seriesDeLEnsemble(parametres, ensemble);
  const [annuel, global] = tauxDeLEnsemble(parametres, ensemble, au);
  const termes = termeDe(ensemble, au);
  const { actuelle, initiale } = global;
  const suivi: Suivi = {
    direction: parametres.sens,
    depart: initiale.valeur === null ? null : { valeur: initiale.valeur, date: initiale.date },
    cibles: series.cibles,
    valeurs: series.valeurs,
  };
  const complet = avancement({ ...suivi, depart: series.depart }, au);
  const vu: Avancement = {
    ...(global.etat === 'partiel' ? sansEcart(complet) : complet),
    actuelle:
      actuelle.valeur === null || actuelle.dateLaPlusRecente === null
        ? null
        : { valeur: actuelle.valeur, date: actuelle.dateLaPlusRecente },
  };
  const vers = (taux: TauxAgrege, terme: Jour | null): TauxVersCible => ({
    taux: taux.taux,
    brut: taux.brut,
    degeneree: taux.degeneree,
    etat: taux.etat as EtatDeTaux,
    cible: taux.cible.valeur === null || terme === null ? null : { valeur: taux.cible.valeur, date: terme },
  });
  const versLaDerniere = vers(global, termes.global);
  return {
    parametres,
    points,
    series,
    suivi,
    vu,
    annuel: vers(annuel, termes.annuel),
    global: versLaDerniere,
    ensemble: { annuel, global },
    signal: signalDe(parametres, series, versLaDerniere.cible?.valeur ?? null, au),
  };
}

function signalDe({ ruptures, sens, traitement }: Parametres, series: Series, cible: Decimal | null, au: Jour): Signal {
  // A target set on sums is not one of the values they are made of.
  return lireSignal(depuisLaRupture(series.collectees, ruptures, au), sens, traitement.calcul === null ? cible : null);
}
