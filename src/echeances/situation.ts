import type { Jour } from '#socle/valeurs';
import { joursEntre } from '#socle/valeurs';
import type { Echeance } from './echeance.ts';

/** Where a deadline stands on a given day. `jours` are whole days, never negative. */
export type SituationDEcheance =
  /** Done, and its term has passed. */
  | { readonly situation: 'echue_tenue' }
  /** Done ahead of its term, or without one. */
  | { readonly situation: 'terminee' }
  | { readonly situation: 'en_retard'; readonly jours: number }
  | { readonly situation: 'proche'; readonly jours: number }
  | { readonly situation: 'a_venir'; readonly jours: number }
  /** A commitment without an end: from a date on, continuous, immediate. It can be silent, never late. */
  | { readonly situation: 'sans_terme' }
  /** Nothing one could be held to: to be defined, not understood, its date missing. */
  | { readonly situation: 'sans_echeance' };

/** Nobody is late before the last day has passed; only a date, a period or a « au plus tard » makes one late. */
export function situationDEcheance(
  echeance: Pick<Echeance, 'nature' | 'fin'>,
  statutTermine: boolean,
  aujourdhui: Jour,
  joursDeProximite = 30,
): SituationDEcheance {
  const terme = termeDe(echeance);
  if (statutTermine) return { situation: terme !== null && terme < aujourdhui ? 'echue_tenue' : 'terminee' };
  if (terme !== null) {
    const reste = joursEntre(aujourdhui, terme);
    if (reste < 0) return { situation: 'en_retard', jours: -reste };
    return { situation: reste <= joursDeProximite ? 'proche' : 'a_venir', jours: reste };
  }
  return { situation: SANS_TERME.has(echeance.nature) ? 'sans_terme' : 'sans_echeance' };
}

function termeDe({ nature, fin }: Pick<Echeance, 'nature' | 'fin'>): Jour | null {
  return nature === 'date' || nature === 'periode' || nature === 'au_plus_tard' ? fin : null;
}

const SANS_TERME: ReadonlySet<Echeance['nature']> = new Set([
  'a_partir_de',
  'immediat',
  'en_cours',
  'permanent',
  'recurrent',
]);
