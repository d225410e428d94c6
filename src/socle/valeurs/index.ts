export * from './decimal.ts';
export * from './decimal-texte.ts';
export * from './jour.ts';
export * from './mediane.ts';
export * from './memoire.ts';
export * from './resultat.ts';
export * from './texte.ts';
