import { ajouterJours, type Jour, joursEntre } from '#socle/valeurs';
import type { Choix } from './genres.ts';
import { dimancheDe, prochainOuvre } from './jours-ouvres.ts';
import type { Reglage } from './reglage.ts';

/** An open action, or what is declined of it in one territory, as its reminder needs it. */
export type ActionSuivie = {
  /** Last day of its last commitment that has one. */
  readonly terme: Jour | null;
  /** Days without news when that is longer than its plan allows; null otherwise. */
  readonly silence: number | null;
  readonly derniereNouvelle: Jour | null;
};

/** What one person was already told of one action, or of one declination. */
export type Memoire = {
  /** Last day they were written to about it, for whatever reason. */
  readonly derniere: Jour | null;
  /** Deadlines that were announced to them as near. */
  readonly annoncees: readonly Jour[];
};

export const RIEN_DIT: Memoire = { derniere: null, annoncees: [] };

/** What is to be said of an action today, and the day it is about. */
export type Rappel = { readonly genre: 'avant' | 'apres' | 'silence'; readonly echeance: Jour | null };

/**
 * What this person is to be reminded of about this action today; null: nothing. One thing at a time, the most pressing:
 * past its deadline, near it, silent. What could not be said on a week-end or a holiday is said the working day before
 * (a deadline that comes) or after (one that passed).
 */
export function rappelDAction(
  { terme, silence, derniereNouvelle }: ActionSuivie,
  reglage: Reglage,
  memoire: Memoire,
  coupes: ReadonlySet<Choix>,
  jour: Jour,
): Rappel | null {
  const { derniere, annoncees } = memoire;
  if (reglage.apres !== null && !coupes.has('apres') && terme !== null && terme < jour) {
    const dejaDit = derniere !== null && derniere > terme;
    const duDepuis = dejaDit ? ajouterJours(derniere, reglage.apres.puis) : ajouterJours(terme, reglage.apres.premier);
    if (duDepuis <= jour) return { genre: 'apres', echeance: terme };
  }
  if (reglage.avant !== null && !coupes.has('avant') && terme !== null && !annoncees.includes(terme))
    if (estAnnonce(terme, reglage.avant, jour)) return { genre: 'avant', echeance: terme };
  if (reglage.silence !== null && !coupes.has('silence') && silence !== null) {
    const dejaDit = derniere !== null && (derniereNouvelle === null || derniere > derniereNouvelle);
    if (!dejaDit || joursEntre(derniere, jour) >= reglage.silence) return { genre: 'silence', echeance: null };
  }
  return null;
}

/** Whether a day to come is to be announced today, `avant` days ahead, or the working day before when that is not one. */
export function estAnnonce(venir: Jour, avant: number, jour: Jour): boolean {
  return venir >= jour && ajouterJours(venir, -avant) < prochainOuvre(jour);
}

/** A piece of news is fresh enough for a committee when it is no older than this. */
const JOURS_FRAIS = 14;

/** Whether a committee wants news of this action: nothing was said of it for two weeks. */
export function comiteLAttend({ derniereNouvelle }: ActionSuivie, jour: Jour): boolean {
  return derniereNouvelle === null || joursEntre(derniereNouvelle, jour) > JOURS_FRAIS;
}

/** Whether an action belongs to what awaits a person this week: late, due before Sunday evening, or silent. */
export function estDeLaSemaine({ terme, silence }: ActionSuivie, jour: Jour): boolean {
  return (terme !== null && terme <= dimancheDe(jour)) || silence !== null;
}
