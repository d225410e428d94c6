export { arreterPoint } from './commandes/clore-point.ts';
export { commenterPoint } from './commandes/commenter-point.ts';
export { creerPoint } from './commandes/creer-point.ts';
