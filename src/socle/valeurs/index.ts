export * from './jour.ts';
export * from './resultat.ts';
export * from './texte.ts';
