export { donneesDesInstances } from './lectures/donnees-personnelles.ts';
export { nommerInstances, nommerReunions } from './lectures/noms.ts';
export { migration as migrationInstances } from './migrations/0021_instances.ts';
export { PHRASES_DES_INSTANCES } from './phrases.ts';
