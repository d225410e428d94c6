export { type DescriptionDeLecture, decrireLecture } from './description.ts';
export type * from './echeance.ts';
export { lireEcheances } from './lecture.ts';
export { libelleDEcheance } from './libelle.ts';
export { type PartsDeCellule, separerLivrables } from './livrables.ts';
export type { SituationDEcheance } from './situation.ts';
