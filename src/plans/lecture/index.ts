export { type ActionAEcrire, feuilleDePlan } from './ecriture.ts';
export { versJSON } from './json.ts';
export { lirePlan } from './lire-plan.ts';
export { modeleDePlan } from './modele.ts';
export type { OptionsDeLecture, Outils } from './outils.ts';
export { listerTableaux, type TableauPropose } from './tableaux.ts';
