import { type Jour, lireDecimal } from '#socle/valeurs';
import { depuisLaRupture, lireSeries, type Series, serieDe } from '../calcul/lecture-de-series.ts';
import type { LigneDeSituation, Parametres, Points, TypeDeValeur } from '../calcul/modele.ts';
import { enfantsDe, estAgrege } from '../calcul/portee.ts';
import { type Absent, type Agregat, agreger } from '../regles/agregation.ts';
import type { Avancement, TauxVersCible } from '../regles/avancement.ts';
import { moisDuJour, moisEntre } from '../regles/mois.ts';
import type { PointDate } from '../regles/series.ts';
import { lireSignal } from '../regles/signal.ts';
import type { EtatDeTaux } from '../regles/taux.ts';
import type { TauxAgrege } from '../regles/taux-agrege.ts';
import type { SuiviLu } from './lire-suivi.ts';

/** A territory inside a whole, and the day of its last value. */
export type ValeurDEnfant = { readonly code: string; readonly applicable: boolean; readonly jour: Jour | null };

export type Gardes = {
  readonly points: Points;
  /** Values of the whole, by kind; null where nothing is aggregated. */
  readonly agregees: Readonly<Record<TypeDeValeur, Series['valeurs']>> | null;
  readonly situation: LigneDeSituation;
  readonly enfants: readonly ValeurDEnfant[];
};

/**
 * An indicator in a territory as `lireSuivi` gives it, from what is kept instead of the points of every territory inside:
 * a page that shows several indicators of the whole country reads as little as that of a département.
 */
export function suiviGarde(parametres: Parametres, territoire: string, au: Jour, gardes: Gardes): SuiviLu {
  const { sens, ruptures, traitement } = parametres;
  const { situation, points } = gardes;
  const ensemble = estAgrege(parametres) && enfantsDe(parametres, territoire).length > 0;
  const series = ensemble ? seriesDeLEnsemble(parametres, gardes) : lireSeries(parametres, points);
  const vu = avancementGarde(situation, au);
  const cible = traitement.calcul === null ? (vu.global.cible?.valeur ?? null) : null;
  const depart = decimal(situation.valeur_initiale);
  const agregat = ensemble ? agregatGarde(parametres, gardes, au) : null;
  return {
    parametres,
    points,
    series,
    suivi: {
      direction: sens,
      depart: depart && { valeur: depart, date: situation.date_initiale },
      cibles: series.cibles,
      valeurs: series.valeurs,
    },
    vu,
    annuel: vu.annuel,
    global: vu.global,
    ensemble: agregat && {
      annuel: tauxGarde(vu.annuel, situation.etat_annuel, agregat),
      global: tauxGarde(vu.global, situation.etat_global, agregat),
    },
    signal: lireSignal(depuisLaRupture(series.collectees, ruptures, au), sens, cible),
  };
}

function seriesDeLEnsemble(parametres: Parametres, { points, agregees }: Gardes): Series {
  const saisies = lireSeries(parametres, points);
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
function avancementGarde(ligne: LigneDeSituation, au: Jour): Avancement {
  return {
    au,
    actuelle: point(ligne.jour, ligne.valeur),
    annuel: {
      taux: decimal(ligne.taux_annuel),
      brut: decimal(ligne.brut_annuel),
      etat: ligne.etat_annuel as EtatDeTaux,
      degeneree: ligne.degeneree,
      cible: point(ligne.date_cible_annuelle, ligne.cible_annuelle),
    },
    global: {
      taux: decimal(ligne.taux_global),
      brut: decimal(ligne.brut_global),
      etat: ligne.etat_global as EtatDeTaux,
      degeneree: ligne.degeneree,
      cible: point(ligne.date_cible_globale, ligne.cible_globale),
    },
    attendu: point(ligne.jour, ligne.attendu),
    ecart: decimal(ligne.ecart),
    ecartEnPoints: decimal(ligne.ecart_points),
  };
}

/** The value of the whole with what is missing from it, by the days of the territories inside. */
function agregatGarde({ agregation, toleranceEnMois }: Parametres, { situation, enfants }: Gardes, au: Jour): Agregat {
  const connus = enfants.flatMap(({ jour }) => (jour !== null && jour <= au ? [jour] : []));
  const derniere = connus.sort().at(-1) ?? null;
  const tropAncien = (jour: Jour) =>
    derniere !== null && moisEntre(moisDuJour(jour), moisDuJour(derniere)) > toleranceEnMois;
  const absents = enfants
    .filter(({ applicable }) => applicable)
    .flatMap(({ code, jour }): readonly Absent[] => {
      if (jour === null) return [{ territoire: code, raison: 'non_mesure' }];
      return tropAncien(jour) ? [{ territoire: code, raison: 'trop_ancien' }] : [];
    });
  const { mesures, applicables } = situation;
  return {
    methode: agregation.va,
    valeur: decimal(situation.valeur),
    date: situation.plus_ancienne,
    dateLaPlusRecente: situation.jour,
    couverture: mesures === null || applicables === null ? null : { mesures, applicables },
    partiel: situation.partiel,
    absents: agregation.va === 'saisie' ? [] : absents,
  };
}

/** What is missing from starts and targets is for the page of the indicator to say. */
function tauxGarde(taux: TauxVersCible, etat: string, actuelle: Agregat): TauxAgrege {
  const rien = agreger({ methode: 'aucune' }, null);
  return { ...taux, etat: etat as TauxAgrege['etat'], initiale: rien, actuelle, cible: rien, surLesMesures: null };
}

function point(date: Jour | null, valeur: string | null): PointDate | null {
  const lue = decimal(valeur);
  return date === null || lue === null ? null : { date, valeur: lue };
}

function decimal(texte: string | null) {
  return texte === null ? null : lireDecimal(texte);
}
