export { amorcerReferentiel } from './amorcer-referentiel.ts';
export { lireOrganisations } from './lectures.ts';
export { migration as migrationTerritoires } from './migrations/0002_territoires.ts';
export * from './regles/index.ts';
export type * from './tables.ts';
