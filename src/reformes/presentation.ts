import { type Alerte, alertes as alertesDe, estEnRetrait, type GenreDAlerte, type Position } from '#indicateurs/regles';
import {
  compter,
  formaterDuree,
  formaterEcart,
  formaterJour,
  formaterNombre,
  formaterTaux,
  pluriel,
  type Ton,
} from '#interface';
import { arrondirEcrit, type Decimal, type Jour, joursEntre, lireDecimal } from '#socle/valeurs';
import type { Suivi } from './lectures/suivis.ts';
import { LIBELLES_DE_METEO, type Meteo } from './regles/meteo.ts';

/**
 * A reform in a territory as every screen, map, export and API gives it: the figures are worked out here and nowhere else,
 * so that they are the same to the digit.
 */
export type SuiviPresente = {
  readonly reforme: string;
  readonly nom: string;
  readonly theme: string;
  readonly ministere: string | null;
  readonly territoire: string;
  readonly demonstration: boolean;
  readonly position: Position;
  /** « 77 % », « recul de 12 points », « non mesuré ». `valeur`: decimal text with two decimals at most, for sorting and files. */
  readonly taux: Chiffre & { readonly etat: string };
  /** The rate before it is kept between 0 and 100: it orders those in recul. */
  readonly brut: string | null;
  /** Towards the last target of the year. */
  readonly tauxAnnuel: Chiffre;
  /** Gap to the trajectory, « −3 points »; `retrait`: more than 10 points behind. */
  readonly ecart: Chiffre & { readonly retrait: boolean };
  readonly mediane: Chiffre & { readonly retrait: boolean };
  readonly signal: { readonly code: string; readonly texte: string; readonly ton: Ton } | null;
  readonly meteo: MeteoPresentee | null;
  /** Days since the last value that counts. */
  readonly silence: number | null;
  readonly jour: Jour | null;
  readonly plusAncienne: Jour | null;
  /** « 1 indicateur sur 2 mesuré », when some are missing. */
  readonly couverture: string | null;
  /** Indicators in recul that the mean hides. */
  readonly reculs: number;
  readonly alertes: readonly { readonly code: GenreDAlerte; readonly texte: string }[];
};

export type Chiffre = { readonly valeur: string | null; readonly texte: string };

export type MeteoPresentee = {
  readonly code: Meteo;
  readonly nom: string;
  readonly sens: string;
  readonly phrase: string;
  readonly jour: Jour;
  readonly auteur: string | null;
  readonly age: number;
  /** Older than the cadence of the reform. */
  readonly ancienne: boolean;
  /** Says otherwise than the indicators. */
  readonly divergente: boolean;
  /** Both judgements in one sentence, when they differ. */
  readonly divergence: string | null;
};

export function presenterSuivi(suivi: Suivi, au: Jour): SuiviPresente {
  const { reforme, situation, territoire } = suivi;
  const deMeteo = alertesDeMeteo(suivi, au);
  return {
    reforme: reforme.id,
    nom: reforme.nom,
    theme: reforme.theme,
    ministere: reforme.ministereNom,
    territoire,
    demonstration: reforme.demonstration,
    position: (situation?.position ?? 'sans_objet') as Position,
    taux: {
      ...chiffre(situation?.taux_global, formaterTaux),
      texte: direTauxDeReforme(situation),
      etat: situation?.etat ?? 'sans_objet',
    },
    brut: chiffre(situation?.brut_global, formaterTaux).valeur,
    tauxAnnuel: chiffre(situation?.taux_annuel, formaterTaux),
    ecart: presenterPoints(situation?.ecart_points),
    mediane: presenterPoints(situation?.ecart_mediane),
    signal: situation?.signal ? (SIGNAUX[situation.signal] ?? null) : null,
    meteo: presenterMeteo(suivi, deMeteo, au),
    silence: situation?.jour ? joursEntre(situation.jour, au) : null,
    jour: situation?.jour ?? null,
    plusAncienne: situation?.plus_ancienne ?? null,
    couverture: situation && situation.mesures < situation.attendus ? direCouverture(situation) : null,
    reculs: situation?.reculs ?? 0,
    alertes: [...((situation?.alertes ?? []) as GenreDAlerte[]), ...deMeteo.map(({ alerte }) => alerte)].map(
      (code) => ({
        code,
        texte: LIBELLES_D_ALERTE[code],
      }),
    ),
  };
}

function presenterMeteo({ meteo }: Suivi, deMeteo: readonly Alerte[], au: Jour): MeteoPresentee | null {
  if (meteo === null) return null;
  const divergence = deMeteo.find(({ alerte }) => alerte === 'meteo_divergente')?.phrase ?? null;
  return {
    code: meteo.meteo,
    ...LIBELLES_DE_METEO[meteo.meteo],
    phrase: meteo.phrase,
    jour: meteo.jour,
    auteur: meteo.auteur,
    age: joursEntre(meteo.jour, au),
    ancienne: deMeteo.some(({ alerte }) => alerte === 'meteo_ancienne'),
    divergente: divergence !== null,
    divergence,
  };
}

/** What only the declarations can tell, by the rules of the indicators' room. None is asked where nothing is followed. */
function alertesDeMeteo({ reforme, situation, meteo }: Suivi, au: Jour): readonly Alerte[] {
  if (reforme.etat !== 'active' || situation === null) return [];
  return alertesDe({
    au,
    taux: { taux: null, etat: etatPourLaMeteo(situation.etat) },
    cibleAttendue: false,
    derniereCible: null,
    ecartALaMediane: null,
    ecartALaTrajectoire: presDuSeuil(situation.ecart_points),
    signal: null,
    meteo: {
      declaree: meteo && { meteo: meteo.meteo, date: meteo.jour },
      cadenceEnJours: reforme.meteoJours,
    },
    fraicheur: null,
    departements: null,
  }).filter(({ alerte }) => alerte.startsWith('meteo_'));
}

/** All that matters beside a météo: is the target reached? */
function etatPourLaMeteo(etat: string): 'atteinte' | 'en_cours' {
  return etat === 'atteinte' || etat === 'depassee_avant_terme' ? 'atteinte' : 'en_cours';
}

/** Names of the alerts, as filters and lists give them; their sentence says more, on the page of the reform. */
export const LIBELLES_D_ALERTE: Readonly<Record<GenreDAlerte, string>> = {
  taux_non_calculable: 'Taux non calculable',
  aucun_taux_departemental: 'Aucun taux départemental',
  retrait_sur_la_mediane: 'Plus de 10 points sous la médiane',
  degradation_significative: 'Dégradation significative',
  meteo_absente: 'Météo jamais déclarée',
  meteo_ancienne: 'Météo à renouveler',
  meteo_divergente: 'Météo divergente de l’indicateur',
  valeur_en_retard: 'Valeur en retard',
  cible_deja_atteinte: 'Cible déjà atteinte',
  cible_echue: 'Cible échue',
};

const SIGNAUX: Readonly<Record<string, { code: string; texte: string; ton: Ton }>> = {
  amelioration_significative: { code: 'amelioration_significative', texte: 'amélioration', ton: 'succes' },
  degradation_significative: { code: 'degradation_significative', texte: 'dégradation', ton: 'alerte' },
  variation_ordinaire: { code: 'variation_ordinaire', texte: 'variation ordinaire', ton: 'neutre' },
};

const ETATS_SANS_TAUX: Readonly<Record<string, string>> = {
  non_mesure: 'non mesuré',
  sans_cible: 'sans cible',
  sans_valeur_initiale: 'sans valeur initiale',
  partiel: 'partiel',
  incomplet: 'incomplet',
  sans_objet: 'sans objet',
};

/** The rate of a reform with its state, always together. */
function direTauxDeReforme(situation: Suivi['situation']): string {
  if (situation === null) return 'non suivi ici';
  const { taux_global: taux, brut_global: brut } = situation;
  if (taux === null) {
    const mot = ETATS_SANS_TAUX[situation.etat] ?? situation.etat;
    return situation.etat === 'incomplet' ? direCouverture(situation) : mot;
  }
  if (situation.etat === 'recul' && brut !== null) {
    const points = arrondi(brut).replace('-', '');
    return `recul de ${formaterNombre(points)}\u00a0${pluriel(Number(points), 'point', 'points')}`;
  }
  return formaterTaux(arrondi(taux));
}

function direCouverture({ mesures, attendus }: { readonly mesures: number; readonly attendus: number }): string {
  return `${compter(mesures, 'indicateur', 'indicateurs')} sur ${formaterNombre(attendus)} ${mesures < 2 ? 'mesuré' : 'mesurés'}`;
}

function chiffre(texte: string | null | undefined, dire: (valeur: string) => string): Chiffre {
  if (texte === null || texte === undefined) return { valeur: null, texte: '–' };
  const valeur = arrondi(texte);
  return { valeur, texte: dire(valeur) };
}

/** A rate worked out from several: a median, a quartile. */
export function presenterTaux(taux: string | null): Chiffre {
  return chiffre(taux, formaterTaux);
}

/** A gap in points, signed; `retrait` by the same exact test everywhere. */
export function presenterPoints(points: string | null | undefined): Chiffre & { readonly retrait: boolean } {
  if (points === null || points === undefined) return { valeur: null, texte: '–', retrait: false };
  const valeur = arrondi(points);
  return { valeur, texte: formaterEcart(valeur), retrait: estEnRetrait(presDuSeuil(points)) };
}

/** Two decimals at most, half away from zero, only here. */
function arrondi(valeur: string): string {
  return arrondirEcrit(valeur, 2);
}

/** The exact gap where the threshold may be passed; null where it is far from it: reading thousands of them has a cost. */
function presDuSeuil(points: string | null): Decimal | null {
  return points === null || Number(points) > -9 ? null : lireDecimal(points);
}

/** « mesuré le 30 septembre 2022, il y a 38 jours ». */
export function direFraicheur({ jour, silence }: Pick<SuiviPresente, 'jour' | 'silence'>): string {
  if (jour === null || silence === null) return 'jamais mesuré';
  return `mesuré le ${formaterJour(jour)}, il y a ${formaterDuree(silence)}`;
}
