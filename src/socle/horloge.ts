import { type Jour, jourAParis } from './valeurs/index.ts';

/** The only source of « now » below `entree/`. */
export type Horloge = { maintenant(): Date };

/** The day it is in Paris on this clock. */
export function aujourdhui(horloge: Horloge): Jour {
  return jourAParis(horloge.maintenant());
}
