export { amorcerReferentiel } from './amorcer-referentiel.ts';
export { migration as migrationTerritoires } from './migrations/0002_territoires.ts';
export { chercherOrganisations } from './recherche.ts';
export * from './regles/index.ts';
