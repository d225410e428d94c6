export { veillerLeJournal } from './journal/prevenir.ts';
