import {
  CENT,
  comparerDecimaux,
  type Decimal,
  diviser,
  type Jour,
  multiplier,
  opposer,
  plusGrand,
  plusPetit,
  signe,
  soustraire,
  ZERO,
} from '#socle/valeurs';
import { direPoints, direTaux } from './phrases.ts';
import type { PointDate } from './series.ts';

/** Which way is better. */
export type Direction = 'hausse' | 'baisse';

export type EtatDeTaux =
  /** No actual value: « non mesuré », never 0 %. */
  | 'non_mesure'
  | 'sans_cible'
  | 'sans_valeur_initiale'
  /** Worse than at the start. */
  | 'recul'
  | 'en_cours'
  | 'atteinte'
  /** Reached before the target's date: should it be raised? */
  | 'depassee_avant_terme';

/**
 * How far from the initial value to the target. A rate never travels without its state: `taux` is null exactly for the
 * first three states, and 0 is always a measured 0.
 */
export type Taux = {
  /** Percent, within 0 and 100. Not rounded. */
  readonly taux: Decimal | null;
  /** The same before it is bounded: negative behind the start, over 100 beyond the target. */
  readonly brut: Decimal | null;
  readonly etat: EtatDeTaux;
  /** The target is not on the good side of the start: the rate is all (100) or nothing (0), and says so. */
  readonly degeneree: boolean;
};

export type ElementsDeTaux = {
  readonly direction: Direction;
  readonly initiale: Decimal | null;
  readonly cible: PointDate | null;
  readonly actuelle: Decimal | null;
};

/**
 * `brut = 100 × (VA − VI) / (VC − VI)`, on exact numbers. `au` is the day one looks from: it tells a target reached from
 * a target reached early.
 */
export function calculerTaux({ direction, initiale, cible, actuelle }: ElementsDeTaux, au: Jour): Taux {
  if (actuelle === null) return sansTaux('non_mesure');
  if (cible === null) return sansTaux('sans_cible');
  if (initiale === null) return sansTaux('sans_valeur_initiale');
  const degeneree = estDegeneree(direction, initiale, cible.valeur);
  const brut = degeneree
    ? toutOuRien(direction, actuelle, cible.valeur)
    : diviser(multiplier(CENT, soustraire(actuelle, initiale)), soustraire(cible.valeur, initiale));
  return { taux: plusGrand(ZERO, plusPetit(CENT, brut)), brut, etat: etatDe(brut, cible.date, au), degeneree };
}

/** The target asks for nothing better than the initial value. */
export function estDegeneree(direction: Direction, initiale: Decimal, cible: Decimal): boolean {
  return signe(progres(direction, initiale, cible)) <= 0;
}

/** From one value to another, counted positive when it is better: `fin − debut` upwards, `debut − fin` downwards. */
export function progres(direction: Direction, debut: Decimal, fin: Decimal): Decimal {
  const ecart = soustraire(fin, debut);
  return direction === 'hausse' ? ecart : opposer(ecart);
}

/** What the screen says of a rate: « 77 % », « recul de 12 points », « non mesuré ». */
export function enonceDuTaux({ taux, brut, etat }: Taux): string {
  switch (etat) {
    case 'non_mesure':
      return 'non mesuré';
    case 'sans_cible':
      return 'sans cible';
    case 'sans_valeur_initiale':
      return 'sans valeur initiale';
    case 'recul':
      return `recul de ${direPoints(opposer(brut ?? ZERO))}`;
    case 'en_cours':
      return direTaux(taux ?? ZERO);
    case 'atteinte':
      return 'cible atteinte';
    case 'depassee_avant_terme':
      return 'cible déjà atteinte\u00a0: à rehausser\u202f?';
  }
}

function sansTaux(etat: EtatDeTaux): Taux {
  return { taux: null, brut: null, etat, degeneree: false };
}

function toutOuRien(direction: Direction, actuelle: Decimal, cible: Decimal): Decimal {
  return signe(progres(direction, cible, actuelle)) >= 0 ? CENT : ZERO;
}

function etatDe(brut: Decimal, terme: Jour, au: Jour): EtatDeTaux {
  if (signe(brut) < 0) return 'recul';
  if (comparerDecimaux(brut, CENT) < 0) return 'en_cours';
  return au >= terme ? 'atteinte' : 'depassee_avant_terme';
}
