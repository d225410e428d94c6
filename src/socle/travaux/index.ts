export { demanderTravail } from './demander.ts';
export { demarrerTravaux, type Travaux } from './demarrer.ts';
export { purgerSelon } from './purger.ts';
export type { Conservation, Travail } from './travail.ts';
