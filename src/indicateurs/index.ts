export { migration as migrationIndicateurs } from './migrations/0010_indicateurs.ts';
export { type Avancement, avancement, type Suivi, type TauxVersCible } from './regles/avancement.ts';
export type { Explication } from './regles/explication.ts';
export { expliquerTaux, expliquerTrajectoire } from './regles/expliquer-avancement.ts';
export { finDeMois, lireMois } from './regles/mois.ts';
export { direJour, direValeur } from './regles/phrases.ts';
export { enSerie, type LigneDatee, type Serie } from './regles/series.ts';
export type { Direction, Taux } from './regles/taux.ts';
export type { Depart } from './regles/trajectoire.ts';
