import {
  ajouterJours,
  anneeDe,
  dernierJourDuMois,
  type Jour,
  jour,
  joursEntre,
  lireJour,
  moisDe,
} from '#socle/valeurs';
import { formaterMois } from '../formats.ts';

/** A span of days drawn from left to right; positions are percentages of its width, so that a drawing needs no measuring. */
export type Echelle = {
  readonly debut: Jour;
  readonly fin: Jour;
  /** Where a day starts, 0 to 100; days outside are brought back to the edge. */
  readonly position: (j: Jour) => number;
  readonly graduations: readonly Graduation[];
};

export type Graduation = {
  readonly x: number;
  readonly texte: string;
  /** A year (or several): the others stand between. */
  readonly majeure: boolean;
};

/**
 * The scale that holds all these days (`AAAA-MM-JJ`), opened to whole months, quarters or years according to its length;
 * what is not a day is left out. Null when there is none.
 */
export function creerEchelle(jours: readonly (string | null)[]): Echelle | null {
  const connus = jours.flatMap((texte) => lireJour(texte ?? '') ?? []).sort();
  const premier = connus[0];
  const dernier = connus.at(-1);
  if (premier === undefined || dernier === undefined) return null;
  const pas = pasPour(joursEntre(premier, dernier));
  const debut = debutDePas(premier, pas);
  const fin = finDePas(dernier, pas);
  const etendue = joursEntre(debut, fin) + 1;
  const position = (j: Jour) => arrondir(Math.min(100, Math.max(0, (joursEntre(debut, j) / etendue) * 100)));
  return { debut, fin, position, graduations: graduer(debut, fin, pas, position) };
}

/** A first mark that the year after it leaves no room to write on a phone. */
export function estSerree({ x, majeure }: Graduation, { graduations }: Echelle): boolean {
  const suivante = graduations.find((autre) => autre.majeure && autre.x > x);
  return majeure && x === 0 && suivante !== undefined && suivante.x < 20;
}

/** Months between two marks. */
type Pas = 1 | 3 | 12 | 60;

function pasPour(etendueEnJours: number): Pas {
  if (etendueEnJours <= 300) return 1;
  if (etendueEnJours <= 4 * 366) return 3;
  return etendueEnJours <= 15 * 366 ? 12 : 60;
}

function debutDePas(j: Jour, pas: Pas): Jour {
  if (pas === 60) return premierDuMois(Math.floor(anneeDe(j) / 5) * 5, 1, j);
  return premierDuMois(anneeDe(j), Math.floor((moisDe(j) - 1) / pas) * pas + 1, j);
}

function finDePas(j: Jour, pas: Pas): Jour {
  const debut = debutDePas(j, pas);
  return dernierJourDuMois(anneeDe(debut), moisDe(debut) + pas - 1);
}

function graduer(debut: Jour, fin: Jour, pas: Pas, position: Echelle['position']): readonly Graduation[] {
  const graduations: Graduation[] = [];
  for (let mois = debut; mois <= fin; mois = suivant(mois, pas)) {
    const majeure = moisDe(mois) === 1 || mois === debut;
    graduations.push({ x: position(mois), texte: majeure ? titreMajeur(mois, pas) : titreMineur(mois, pas), majeure });
  }
  return graduations;
}

function titreMajeur(mois: Jour, pas: Pas): string {
  const annee = String(anneeDe(mois));
  if (moisDe(mois) === 1) return annee;
  return pas === 3 ? `T${trimestreDe(mois)} ${annee}` : `${formaterMois(moisDe(mois), 'court')} ${annee}`;
}

function titreMineur(mois: Jour, pas: Pas): string {
  return pas === 3 ? `T${trimestreDe(mois)}` : formaterMois(moisDe(mois), 'court');
}

function trimestreDe(mois: Jour): number {
  return Math.floor((moisDe(mois) - 1) / 3) + 1;
}

function suivant(mois: Jour, pas: Pas): Jour {
  return ajouterJours(dernierJourDuMois(anneeDe(mois), moisDe(mois) + pas - 1), 1);
}

/** The calendar always has a first of the month; outside the years it knows, the day itself stands in. */
function premierDuMois(annee: number, mois: number, secours: Jour): Jour {
  return jour(annee, mois, 1) ?? secours;
}

function arrondir(pourcent: number): number {
  return Math.round(pourcent * 1000) / 1000;
}
