export { type PlanEnJSON, versJSON } from './json.ts';
export { lirePlan } from './lire-plan.ts';
export type { OptionsDeLecture, Outils } from './outils.ts';
