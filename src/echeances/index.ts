export type * from './echeance.ts';
