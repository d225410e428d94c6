export { outilsDeLecture } from './outils.ts';
export { rangerDansLesAxes } from './ranger.ts';
