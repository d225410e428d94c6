export { HABILITABLES } from './comptes/habilitables.ts';
export { CONSERVATIONS } from './donnees/conservations.ts';
export { veillerLeJournal } from './journal/prevenir.ts';
