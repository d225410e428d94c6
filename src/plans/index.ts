export { lireFichierDePlan } from './importer/lire-fichier-de-plan.ts';
export { resumerPlan } from './importer/resume.ts';
export { versJSON } from './lecture/json.ts';
export { listerPlans } from './lectures/plans.ts';
export { actionsAttendues } from './lectures/pour-accueil.ts';
export { RESULTATS_PAR_PAGE, rechercher } from './lectures/recherche.ts';
export { migration as migrationPlans } from './migrations/0005_plans.ts';
