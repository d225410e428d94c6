export { type DescriptionDeLecture, decrireLecture } from './description.ts';
export type * from './echeance.ts';
export { lireEcheances } from './lecture.ts';
export { enLettres, libelleDEcheance } from './libelle.ts';
export { type PartsDeCellule, separerLivrables } from './livrables.ts';
export { type SituationDEcheance, situationDEcheance } from './situation.ts';
