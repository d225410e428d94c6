import { type Decimal, type Jour, lireDecimal } from '#socle/valeurs';
import { depuisLaRupture, lireSeries, type Series, serieDe } from '../calcul/lecture-de-series.ts';
import type { LigneDeSituation, Parametres, Points, TypeDeValeur } from '../calcul/modele.ts';
import { enfantsDe, estAgrege } from '../calcul/portee.ts';
import type { Absent } from '../regles/agregation.ts';
import type { Avancement, TauxVersCible } from '../regles/avancement.ts';
import { type Explication, expliquer } from '../regles/explication.ts';
import { expliquerTaux, expliquerTrajectoire } from '../regles/expliquer-avancement.ts';
import { expliquerAgregat, expliquerFraicheur, expliquerSignal } from '../regles/expliquer-calculs.ts';
import { fraicheur } from '../regles/fraicheur.ts';
import { moisDuJour, moisEntre } from '../regles/mois.ts';
import type { PointDate } from '../regles/series.ts';
import { lireSignal, type Signal } from '../regles/signal.ts';
import type { EtatDeTaux } from '../regles/taux.ts';
import { attenduA } from '../regles/trajectoire.ts';

/** A territory inside a whole, and the day of its last value. */
export type ValeurDEnfant = { readonly nom: string; readonly applicable: boolean; readonly jour: Jour | null };

type Lus = {
  readonly points: Points;
  /** Values of the whole, by kind; null where nothing is aggregated. */
  readonly agregees: Readonly<Record<TypeDeValeur, Series['valeurs']>> | null;
  readonly situation: LigneDeSituation | null;
  readonly enfants: readonly ValeurDEnfant[];
};

export type IndicateurLu = {
  readonly sens: Parametres['sens'];
  readonly ruptures: readonly Jour[];
  /** As it is kept; null where the indicator is not followed. */
  readonly situation: LigneDeSituation | null;
  readonly series: Series;
  /** What was expected on the day of each measure of the series. */
  readonly attendus: readonly (Decimal | null)[];
  readonly signal: Signal;
  /** From the first day to the last that the signal reads; null when it says nothing. */
  readonly lu: { readonly du: Jour; readonly au: Jour } | null;
  readonly explications: {
    readonly annuel: Explication;
    readonly global: Explication;
    readonly trajectoire: Explication;
    readonly signal: Explication;
    readonly fraicheur: Explication;
    /** Where the value of a whole comes from; null for a value measured there. */
    readonly agregat: Explication | null;
  };
};

/** One indicator in one territory, from its row and its points: the figures are those of the row, the words say how they came. */
export function lireDansLeTerritoire(parametres: Parametres, territoire: string, au: Jour, lus: Lus): IndicateurLu {
  const { sens, cadence, ruptures, traitement } = parametres;
  const series = seriesDe(parametres, territoire, lus);
  const vu = avancementGarde(lus.situation, au);
  const suivi = { direction: sens, depart: series.depart, cibles: series.cibles, valeurs: series.valeurs };
  const lue = depuisLaRupture(series.collectees, ruptures, au);
  const cible = traitement.calcul === null ? (vu.global.cible?.valeur ?? null) : null;
  const signal = lireSignal(lue, sens, cible);
  const [premier, dernier] = [lue[0], lue.at(-1)];
  const taux = (lu: TauxVersCible, etat: string | undefined) =>
    etat === 'partiel' ? PARTIEL : expliquerTaux(suivi, vu, lu);
  return {
    sens,
    ruptures,
    situation: lus.situation,
    series,
    attendus: series.valeurs.map(({ date }) => attenduA(series.depart, series.cibles, date)),
    signal,
    lu: signal.suffisant && premier && dernier ? { du: premier.date, au: dernier.date } : null,
    explications: {
      annuel: taux(vu.annuel, lus.situation?.etat_annuel),
      global: taux(vu.global, lus.situation?.etat_global),
      trajectoire: expliquerTrajectoire(suivi, vu),
      signal: expliquerSignal(signal),
      fraicheur: expliquerFraicheur(
        vu.actuelle?.date ?? null,
        fraicheur(vu.actuelle?.date ?? null, cadence, au),
        cadence,
      ),
      agregat: estUnEnsemble(parametres, territoire) ? expliquerEnsemble(parametres, lus, au) : null,
    },
  };
}

const PARTIEL = expliquer({
  resultat: 'partiel : des territoires manquent',
  formule: 'un taux n’est donné que lorsque tous les territoires de l’ensemble ont une valeur',
  manques: ['Une partie n’est pas comparée à la cible de l’ensemble : le taux n’est pas donné.'],
});

function estUnEnsemble(parametres: Parametres, territoire: string): boolean {
  return estAgrege(parametres) && enfantsDe(parametres, territoire).length > 0;
}

function seriesDe(parametres: Parametres, territoire: string, { points, agregees }: Lus): Series {
  const saisies = lireSeries(parametres, points);
  if (!estUnEnsemble(parametres, territoire)) return saisies;
  const calculee = (type: TypeDeValeur) => parametres.agregation[type] !== 'saisie';
  const valeurs = calculee('va') ? (agregees?.va ?? serieDe([])) : saisies.valeurs;
  return {
    depart: calculee('vi') ? (agregees?.vi.at(-1) ?? null) : saisies.depart,
    cibles: calculee('vc') ? (agregees?.vc ?? serieDe([])) : saisies.cibles,
    valeurs,
    collectees: calculee('va') ? (parametres.traitement.calcul === null ? valeurs : serieDe([])) : saisies.collectees,
  };
}

/** The row as the rules speak of it, so that what is explained is what is shown. */
function avancementGarde(ligne: LigneDeSituation | null, au: Jour): Avancement {
  const actuelle = point(ligne?.jour, ligne?.valeur);
  return {
    au,
    actuelle,
    annuel: {
      taux: decimal(ligne?.taux_annuel),
      brut: decimal(ligne?.brut_annuel),
      etat: etatDe(ligne?.etat_annuel),
      degeneree: ligne?.degeneree ?? false,
      cible: point(ligne?.date_cible_annuelle, ligne?.cible_annuelle),
    },
    global: {
      taux: decimal(ligne?.taux_global),
      brut: decimal(ligne?.brut_global),
      etat: etatDe(ligne?.etat_global),
      degeneree: ligne?.degeneree ?? false,
      cible: point(ligne?.date_cible_globale, ligne?.cible_globale),
    },
    attendu: point(ligne?.jour, ligne?.attendu),
    ecart: decimal(ligne?.ecart),
    ecartEnPoints: decimal(ligne?.ecart_points),
  };
}

function expliquerEnsemble({ agregation, toleranceEnMois }: Parametres, { situation, enfants }: Lus, au: Jour) {
  const derniere =
    enfants
      .flatMap(({ jour }) => (jour !== null && jour <= au ? [jour] : []))
      .sort()
      .at(-1) ?? null;
  const tropAncien = (jour: Jour) =>
    derniere !== null && moisEntre(moisDuJour(jour), moisDuJour(derniere)) > toleranceEnMois;
  const absents = enfants
    .filter(({ applicable }) => applicable)
    .flatMap(({ nom, jour }): readonly Absent[] =>
      jour === null
        ? [{ territoire: nom, raison: 'non_mesure' }]
        : tropAncien(jour)
          ? [{ territoire: nom, raison: 'trop_ancien' }]
          : [],
    );
  const { mesures = null, applicables = null } = situation ?? {};
  return expliquerAgregat(
    {
      methode: agregation.va,
      valeur: decimal(situation?.valeur),
      date: situation?.plus_ancienne ?? null,
      dateLaPlusRecente: situation?.jour ?? null,
      couverture: mesures === null || applicables === null ? null : { mesures, applicables },
      partiel: situation?.partiel ?? false,
      absents: agregation.va === 'saisie' ? [] : absents,
    },
    (nom) => nom,
  );
}

function etatDe(etat: string | undefined): EtatDeTaux {
  // A partial rate is told apart before it gets here.
  return etat === undefined || etat === 'partiel' ? 'non_mesure' : (etat as EtatDeTaux);
}

function point(date: Jour | null | undefined, valeur: string | null | undefined): PointDate | null {
  const lue = decimal(valeur);
  return date === null || date === undefined || lue === null ? null : { date, valeur: lue };
}

function decimal(texte: string | null | undefined) {
  return texte === null || texte === undefined ? null : lireDecimal(texte);
}
