export { listerPlans } from './lectures/plans.ts';
export { actionsAttendues } from './lectures/pour-accueil.ts';
export { RESULTATS_PAR_PAGE, rechercher } from './lectures/recherche.ts';
export { migration as migrationPlans } from './migrations/0005_plans.ts';
export { type PlanVu, peutCreerPlan, peutLirePlan, peutModifierPlan, peutNoterAction } from './politique.ts';
export { JOURS_DE_PROXIMITE, LIBELLES_DE_MARQUE } from './regles/situation.ts';
export { LIBELLES_DE_STATUT } from './regles/statuts.ts';
