export { migration as migrationPlans } from './migrations/0005_plans.ts';
