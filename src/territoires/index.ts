export * from './regles/index.ts';
