export * from './configuration.ts';
export * from './erreur.ts';
export * from './horloge.ts';
export * from './ids.ts';
export { racine } from './racine.ts';
export type { Services } from './services.ts';
