export * from './acteurs.ts';
export * from './base.ts';
export * from './coherence.ts';
