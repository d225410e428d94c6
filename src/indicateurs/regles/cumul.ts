import {
  type Decimal,
  diviser,
  echec,
  entier,
  type Jour,
  type Resultat,
  reussite,
  sommer,
  soustraire,
} from '#socle/valeurs';
import {
  ajouterMois,
  MOIS_PAR_PERIODE,
  type Mois,
  moisDuJour,
  moisEntre,
  type Periodicite,
  premierMoisDeLAnnee,
} from './mois.ts';
import { direMois, typographier } from './phrases.ts';
import type { Serie } from './series.ts';

/** Over which months values are added or averaged: since January, or the last 3 or 12 months. */
export type Fenetre = 'annee_civile' | 3 | 12;

/**
 * What turns the values as they are collected into those that are followed: first taken apart when they are collected
 * added up since January, then added or averaged over a window.
 */
export type Traitement = {
  readonly decumuler: boolean;
  readonly calcul: { readonly operation: 'somme' | 'moyenne'; readonly fenetre: Fenetre } | null;
};

export type PointTraite = {
  readonly mois: Mois;
  readonly date: Jour;
  /** Null when the months that would make it cannot be told apart. */
  readonly valeur: Decimal | null;
  /** The months this value stands for, as far as they are known. */
  readonly couverts: readonly Mois[];
  /** Months that should be there and are not. They are counted as nothing, and said. */
  readonly manquants: readonly Mois[];
};

/** Reads a treatment as it is configured; refused when the window or the operation is not one of those above. */
export function configurerTraitement(choix: {
  readonly decumuler: boolean;
  readonly operation: string | null;
  readonly fenetre: string | number | null;
}): Resultat<Traitement> {
  const { decumuler, operation } = choix;
  if (operation === null && choix.fenetre === null) return reussite({ decumuler, calcul: null });
  const fenetre = FENETRES.find((connue) => String(connue) === String(choix.fenetre));
  if (operation !== 'somme' && operation !== 'moyenne') {
    return refuser('operation', `${nonPrevue('L’opération', operation)} : choisissez la somme ou la moyenne.`);
  }
  if (fenetre === undefined) {
    const possibles = 'depuis janvier, 3 mois glissants ou 12 mois glissants';
    return refuser('fenetre', `${nonPrevue('La fenêtre', choix.fenetre)} : choisissez ${possibles}.`);
  }
  return reussite({ decumuler, calcul: { operation, fenetre } });
}

/**
 * Applies a treatment, one value for each value collected. Refused when one month has two values: which of them stands
 * for the month is not for a rule to say.
 */
export function appliquerTraitement(
  serie: Serie,
  { decumuler, calcul }: Traitement,
  periodicite: Periodicite = 'mensuelle',
): Resultat<readonly PointTraite[]> {
  const bruts = serie.map(({ date, valeur }) => ({ mois: moisDuJour(date), date, valeur }));
  const double = bruts.find(({ mois }, i) => bruts[i + 1]?.mois === mois);
  if (double && (decumuler || calcul)) {
    return refuser(
      'mois_en_double',
      `Deux valeurs en ${direMois(double.mois)} : gardez-en une, ce calcul en attend une par période.`,
    );
  }
  const pas = MOIS_PAR_PERIODE[periodicite];
  const collectes = bruts.map((point) => ({ ...point, couverts: [point.mois], manquants: [] }));
  const points = decumuler ? decumulerDansLAnnee(collectes, pas) : collectes;
  return reussite(calcul === null ? points : points.map((_, i) => surLaFenetre(points, i, calcul, pas)));
}

const FENETRES: readonly Fenetre[] = ['annee_civile', 3, 12];

type PointSur = PointTraite & { readonly valeur: Decimal };

/**
 * Each value less the one before it in the same year. When a month is missing in between, the difference stands for
 * both months together: it is not shared out between them.
 */
function decumulerDansLAnnee(points: readonly PointSur[], pas: number): readonly PointSur[] {
  return points.map((point, i) => {
    const janvier = premierMoisDeLAnnee(point.mois);
    const avant = points[i - 1];
    const suite = avant !== undefined && avant.mois >= janvier ? avant : null;
    const couverts = periodes(suite ? ajouterMois(suite.mois, 1) : janvier, point.mois, pas);
    return {
      ...point,
      valeur: suite ? soustraire(point.valeur, suite.valeur) : point.valeur,
      couverts,
      manquants: couverts.slice(0, -1),
    };
  });
}

function surLaFenetre(
  points: readonly PointSur[],
  i: number,
  { operation, fenetre }: NonNullable<Traitement['calcul']>,
  pas: number,
): PointTraite {
  const { mois, date } = points[i] as PointSur;
  const debut = fenetre === 'annee_civile' ? premierMoisDeLAnnee(mois) : ajouterMois(mois, 1 - fenetre);
  let premier = i;
  while ((points[premier - 1]?.mois ?? '') >= debut) premier--;
  const dedans = points.slice(premier, i + 1);
  const couverts = dedans.flatMap((point) => point.couverts);
  const connus = new Set(couverts);
  const manquants = periodes(debut, mois, pas).filter((attendu) => !connus.has(attendu));
  // A difference that stands for months on both sides of the window cannot be cut.
  const aCheval = couverts.some((couvert) => couvert < debut);
  const somme = sommer(dedans.map(({ valeur }) => valeur));
  const valeur = operation === 'somme' ? somme : diviser(somme, entier(couverts.length));
  return {
    mois,
    date,
    valeur: aCheval ? null : valeur,
    couverts: couverts.filter((couvert) => couvert >= debut),
    manquants,
  };
}

/** The months a measure is expected in, from `debut` to `fin`, counted back from `fin`: always `fin` itself. */
function periodes(debut: Mois, fin: Mois, pas: number): readonly Mois[] {
  const nombre = Math.floor(Math.max(0, moisEntre(debut, fin)) / pas) + 1;
  return Array.from({ length: nombre }, (_, i) => ajouterMois(fin, (i + 1 - nombre) * pas));
}

function nonPrevue(quoi: string, saisie: string | number | null): string {
  return saisie === null ? `${quoi} n’est pas dite` : `${quoi} « ${saisie} » n’est pas prévue`;
}

function refuser(quoi: string, message: string) {
  return echec({ nature: 'invalide' as const, regle: `indicateur.traitement.${quoi}`, message: typographier(message) });
}
