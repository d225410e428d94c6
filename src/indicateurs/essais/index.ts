export { EN_SOMME, ecrireEnBase, unIndicateur, valeurs } from './en-base.ts';
