export * from './champs-de-saisie.ts';
export * from './configuration.ts';
export * from './erreur.ts';
export * from './horloge.ts';
export * from './ids.ts';
export { racine } from './racine.ts';
export * from './saisie.ts';
export type { Services } from './services.ts';
export * from './transaction.ts';
