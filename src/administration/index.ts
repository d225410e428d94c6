export { CONSERVATIONS } from './donnees/conservations.ts';
