export { type ActionAEcrire, type FeuilleDePlan, feuilleDePlan, type ValeurDeCellule } from './ecriture.ts';
export { type PlanEnJSON, versJSON } from './json.ts';
export { lirePlan } from './lire-plan.ts';
export { modeleDePlan } from './modele.ts';
export type { OptionsDeLecture, Outils } from './outils.ts';
