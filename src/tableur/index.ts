export type * from './document.ts';
export { reconnaitreFormat } from './format.ts';
export { LIMITES } from './limites.ts';
export { lireDocument, verifierTaille } from './lire.ts';
