import { ajouterJours, anneeDe, type Decimal, ecrireDecimal, type Jour, jour as unJour } from '#socle/valeurs';
import { type Avancement, avancement } from '../regles/avancement.ts';
import { fraicheur } from '../regles/fraicheur.ts';
import { moisDuJour, moisEntre } from '../regles/mois.ts';
import type { PointDate, Serie } from '../regles/series.ts';
import { lireSignal } from '../regles/signal.ts';
import { type TauxAgrege, tauxAgrege } from '../regles/taux-agrege.ts';
import { type AgregatDate, agregatsDates, type Ensemble } from './agregats.ts';
import { depuisLaRupture, type Series, serieDe } from './lecture-de-series.ts';
import { type LigneAgregee, type LigneDeSituation, type Parametres, TYPES_DE_VALEUR } from './modele.ts';

/** Where an indicator stands in a territory where it is measured. */
export function situer(parametres: Parametres, territoire: string, series: Series, au: Jour): LigneDeSituation {
  const { depart, cibles, valeurs } = series;
  const vu = avancement({ direction: parametres.sens, depart, cibles, valeurs }, au);
  return {
    ...communs(parametres, territoire, series, vu, au),
    plus_ancienne: vu.actuelle?.date ?? null,
    mesures: null,
    applicables: null,
    partiel: false,
    taux_annuel: ecrire(vu.annuel.taux),
    brut_annuel: ecrire(vu.annuel.brut),
    etat_annuel: vu.annuel.etat,
    taux_global: ecrire(vu.global.taux),
    brut_global: ecrire(vu.global.brut),
    etat_global: vu.global.etat,
    degeneree: vu.global.degeneree,
  };
}

/** Where a whole stands, from the territories inside it; with the values it is made of, day by day. */
export function situerEnsemble(
  parametres: Parametres,
  territoire: string,
  ensemble: Ensemble,
  au: Jour,
): { readonly ligne: LigneDeSituation; readonly agregees: readonly LigneAgregee[] } {
  const { dates, series } = seriesDeLEnsemble(parametres, ensemble);
  const { sens } = parametres;
  const vu = avancement({ direction: sens, depart: series.depart, cibles: series.cibles, valeurs: series.valeurs }, au);
  const [annuel, global] = tauxDeLEnsemble(parametres, ensemble, au);
  const { actuelle } = global;
  return {
    ligne: {
      ...communs(parametres, territoire, series, global.etat === 'partiel' ? sansEcart(vu) : vu, au),
      valeur_initiale: ecrire(global.initiale.valeur),
      date_initiale: global.initiale.date,
      valeur: ecrire(actuelle.valeur),
      jour: actuelle.dateLaPlusRecente,
      plus_ancienne: actuelle.date,
      mesures: actuelle.couverture?.mesures ?? null,
      applicables: actuelle.couverture?.applicables ?? null,
      partiel: actuelle.partiel,
      ...cibleDe('annuelle', annuel.cible.valeur, termeDe(ensemble, au).annuel),
      ...cibleDe('globale', global.cible.valeur, termeDe(ensemble, au).global),
      taux_annuel: ecrire(annuel.taux),
      brut_annuel: ecrire(annuel.brut),
      etat_annuel: annuel.etat,
      taux_global: ecrire(global.taux),
      brut_global: ecrire(global.brut),
      etat_global: global.etat,
      degeneree: global.degeneree,
      attendue_le: fraicheur(actuelle.dateLaPlusRecente, parametres.cadence, au)?.attendueLe ?? null,
      revoir_le: revoirLe(
        au,
        ensemble.jours.vc,
        ensemble.jours.va,
        fraicheur(actuelle.dateLaPlusRecente, parametres.cadence, au)?.attendueLe ?? null,
      ),
    },
    agregees: TYPES_DE_VALEUR.filter((type) => parametres.agregation[type] !== 'saisie').flatMap((type) =>
      dates[type].map(({ jour, agregat }) => ({
        territoire,
        type,
        jour,
        valeur: ecrire(agregat.valeur),
        mesures: agregat.couverture?.mesures ?? 0,
        applicables: agregat.couverture?.applicables ?? 0,
        plus_ancienne: agregat.date,
      })),
    ),
  };
}

/** The values of a whole day by day, and its series: only the days on which nothing is missing. */
export function seriesDeLEnsemble(parametres: Parametres, ensemble: Ensemble) {
  const dates = Object.fromEntries(
    TYPES_DE_VALEUR.map((type) => [type, agregatsDates(ensemble, type, parametres.toleranceEnMois)]),
  ) as unknown as Readonly<Record<(typeof TYPES_DE_VALEUR)[number], readonly AgregatDate[]>>;
  const series: Series = {
    depart: complets(dates.vi).at(-1) ?? null,
    valeurs: complets(dates.va),
    cibles: complets(dates.vc),
    collectees: parametres.traitement.calcul === null ? complets(dates.va) : serieDe([]),
  };
  return { dates, series };
}

/** A figure as it is kept: 30 decimals at most, the same form for the same number. */
function ecrire(valeur: Decimal | null): string | null {
  return valeur === null ? null : ecrireDecimal(valeur);
}

type Communs = Omit<
  LigneDeSituation,
  | 'plus_ancienne'
  | 'mesures'
  | 'applicables'
  | 'partiel'
  | 'taux_annuel'
  | 'brut_annuel'
  | 'etat_annuel'
  | 'taux_global'
  | 'brut_global'
  | 'etat_global'
  | 'degeneree'
>;

function communs(
  { cadence, ruptures, sens, traitement }: Parametres,
  territoire: string,
  { depart, cibles, valeurs, collectees }: Series,
  vu: Avancement,
  au: Jour,
): Communs {
  // A target set on sums is not one of the values they are made of.
  const cible = traitement.calcul === null ? (vu.global.cible?.valeur ?? null) : null;
  const signal = lireSignal(depuisLaRupture(collectees, ruptures, au), sens, cible);
  const attendueLe = fraicheur(vu.actuelle?.date ?? null, cadence, au)?.attendueLe ?? null;
  return {
    territoire,
    valeur_initiale: ecrire(depart?.valeur ?? null),
    date_initiale: depart?.date ?? null,
    valeur: ecrire(vu.actuelle?.valeur ?? null),
    jour: vu.actuelle?.date ?? null,
    ...cibleDe('annuelle', vu.annuel.cible?.valeur ?? null, vu.annuel.cible?.date ?? null),
    ...cibleDe('globale', vu.global.cible?.valeur ?? null, vu.global.cible?.date ?? null),
    // Without a measure what is expected is that of today: it is told when it is read.
    attendu: vu.actuelle ? ecrire(vu.attendu?.valeur ?? null) : null,
    ecart: ecrire(vu.ecart),
    ecart_points: ecrire(vu.ecartEnPoints),
    signal: signal.suffisant ? signal.verdict : null,
    signal_cible: signal.suffisant ? signal.cible : null,
    points: signal.points,
    attendue_le: attendueLe,
    mediane: null,
    ecart_mediane: null,
    alertes: [],
    revoir_le: revoirLe(au, jours(cibles), jours(valeurs), attendueLe),
  };
}

/**
 * The first day on which the calendar alone would change the row: a target falls due or has just passed, a value becomes
 * late, another year has other targets, a value dated later than today comes to count.
 */
function revoirLe(au: Jour, cibles: readonly Jour[], valeurs: readonly Jour[], attendueLe: Jour | null): Jour | null {
  const janvier = unJour(anneeDe(au) + 1, 1, 1);
  const jours = [
    ...cibles.flatMap((jour) => [jour, ajouterJours(jour, 1)]),
    ...(cibles.length > 0 && janvier !== null ? [janvier] : []),
    ...valeurs,
    ...(attendueLe === null ? [] : [ajouterJours(attendueLe, 1)]),
  ];
  return jours.filter((jour) => jour > au).sort()[0] ?? null;
}

/** The rates of a whole, towards the last target of the year and the last of all. */
export function tauxDeLEnsemble(
  parametres: Parametres,
  ensemble: Ensemble,
  au: Jour,
): readonly [TauxAgrege, TauxAgrege] {
  const { sens, toleranceEnMois } = parametres;
  const derniere = ensemble.jours.va.findLast((jour) => jour <= au) ?? au;
  // The tolerance counts from the most recent measure of the whole: its age is for the freshness to say.
  const fenetre = { au, toleranceEnMois: toleranceEnMois + moisEntre(moisDuJour(derniere), moisDuJour(au)) };
  const initiale = ensemble.agregation('vi', ensemble.jours.vi.at(-1) ?? au);
  const actuelle = ensemble.agregation('va', au);
  const vers = (terme: Jour | null) => {
    const cible = terme === null ? SANS_CIBLE : ensemble.agregation('vc', terme);
    return tauxAgrege(sens, { initiale, actuelle, cible }, terme ?? au, fenetre);
  };
  const { annuel, global } = termeDe(ensemble, au);
  return [vers(annuel), vers(global)];
}

const SANS_CIBLE = { methode: 'saisie', saisie: null } as const;

export function termeDe({ jours: { vc } }: Ensemble, au: Jour): { annuel: Jour | null; global: Jour | null } {
  return { annuel: vc.findLast((jour) => anneeDe(jour) === anneeDe(au)) ?? null, global: vc.at(-1) ?? null };
}

function complets(dates: readonly AgregatDate[]): Serie {
  return serieDe(
    dates.flatMap(({ jour, agregat: { valeur, partiel } }): PointDate[] =>
      valeur === null || partiel ? [] : [{ date: jour, valeur }],
    ),
  );
}

/** Part of a whole is not compared with what is expected of the whole. */
export function sansEcart(vu: Avancement): Avancement {
  return { ...vu, attendu: null, ecart: null, ecartEnPoints: null };
}

function cibleDe<N extends 'annuelle' | 'globale'>(nom: N, valeur: Decimal | null, date: Jour | null) {
  const connue = valeur !== null && date !== null;
  return {
    [`cible_${nom}`]: connue ? ecrire(valeur) : null,
    [`date_cible_${nom}`]: connue ? date : null,
  } as Readonly<Record<`cible_${N}`, string | null> & Record<`date_cible_${N}`, Jour | null>>;
}

function jours(serie: Serie): readonly Jour[] {
  return serie.map(({ date }) => date);
}
