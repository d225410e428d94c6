export { ecrireEnBase, unIndicateur, valeurs } from './en-base.ts';
