export { effacerDonneesPersonnelles } from './effacer.ts';
export type { Acte, Evenement, EvenementLu, EvenementSansPersonnel, TypeDObjet } from './evenements.ts';
export { inscrire } from './inscrire.ts';
export { type Cible, lireEvenements } from './lire.ts';
export { migration as migrationJournal } from './migrations/0003_journal.ts';
export { migration as migrationJournalPersonnel } from './migrations/0008_journal.ts';
export { type Phrase, type PhrasesDe, phraser } from './phrases.ts';
export type { Verification } from './regles/verification.ts';
export { verifierJournal } from './verifier.ts';
