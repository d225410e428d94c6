// The frame of the pages of a plan, for the pages of the rooms above that stand among them.
export { PageDePlan } from '../pages/plan-commun.tsx';
