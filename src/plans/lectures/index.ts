export { plansLisibles } from './lisibles.ts';
export { derniersReports } from './reports.ts';
export { type ActionSituee, actionsSituees } from './situations.ts';
