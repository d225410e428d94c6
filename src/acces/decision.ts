import { echec, type Resultat, reussite } from '#socle/valeurs';
import type { Decision } from './regles/acteur.ts';

/** A policy's answer as a result. */
export function selon(decision: Decision): Resultat<null> {
  return decision.permis
    ? reussite(null)
    : echec({ nature: 'interdit', regle: decision.regle, message: decision.message });
}
