export type * from './document.ts';
export { reconnaitreFormat } from './format.ts';
export { LIMITES, LIMITES_OUVRIER } from './limites.ts';
export { lireDocument, verifierTaille } from './lire.ts';
export { cheminDeLOuvrier, lireDansOuvrier, type OptionsDeLecture } from './lire-dans-ouvrier.ts';
