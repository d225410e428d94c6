export { CONSERVATIONS } from './donnees/conservations.ts';
export { veillerLeJournal } from './journal/prevenir.ts';
