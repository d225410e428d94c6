export { nommerFeuilles } from './lectures/noms.ts';
export { PHRASES_DES_FEUILLES } from './phrases.ts';
