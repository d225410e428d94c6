export { type RemonteeARelancer, remonteesARelancer } from './lectures/a-relancer.ts';
export { remonteesARemplir } from './lectures/a-remplir.ts';
export { donneesDesRemontees } from './lectures/donnees-personnelles.ts';
export { rechercherRemontees } from './lectures/recherche.ts';
export { nommerRemontees } from './lectures/remontees.ts';
export { migration as migrationEnquetes } from './migrations/0022_enquetes.ts';
export { migration as migrationPiecesDeRemontee } from './migrations/0026_pieces_de_remontee.ts';
export { PHRASES_DES_REMONTEES } from './phrases.ts';
