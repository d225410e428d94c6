export { conservationDesRelances } from './conservation.ts';
export { donneesDesRelances } from './lectures/donnees-personnelles.ts';
export { migration as migrationRelances } from './migrations/0023_relances.ts';
export { relancerChaqueJour } from './travail.ts';
