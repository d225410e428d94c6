export { reglerRelances } from './commandes/regler-relances.ts';
export { conservationDesRelances } from './conservation.ts';
export { donneesDesRelances } from './lectures/donnees-personnelles.ts';
export { migration as migrationRelances } from './migrations/0027_relances.ts';
export { migration as migrationRelancesDesTerritoires } from './migrations/0028_relances.ts';
export { estOuvre } from './regles/jours-ouvres.ts';
export { JOURS_DE_RATTRAPAGE, relancer } from './relancer.ts';
export { relancerChaqueJour } from './travail.ts';
