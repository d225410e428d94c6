export type { Evenement } from './evenements.ts';
export { inscrire } from './inscrire.ts';
export { type EvenementLu, lireEvenements } from './lire.ts';
export { migration as migrationJournal } from './migrations/0003_journal.ts';
export { verifierJournal } from './verifier.ts';
