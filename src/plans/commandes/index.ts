export { lirePlanSansPolitique } from '../lectures/plan.ts';
export type { StatutDeclare } from '../regles/lecture.ts';
export { creerAction } from './creer-action.ts';
export { creerPlan, ecrireNouveauPlan, type SaisieDePlan } from './creer-plan.ts';
export { insererActions, type NouvelleAction } from './ecriture.ts';
export { noterAction } from './noter-action.ts';
export { reperesDuPlan } from './reperes.ts';
export { reporterEcheance } from './reporter-echeance.ts';
export type { Atelier } from './sur-le-plan.ts';
