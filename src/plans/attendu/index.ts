// Actions one is asked about, each with its form of news: for the page of what is expected, and that of a personal link.
export { ListeDeDeclinaisons } from './declinaisons.tsx';
export { ListeDAttendu } from './liste.tsx';
export { relireApresRefus } from './relire.ts';
export { SaisiePerdue, type SaisieRefusee } from './saisie-refusee.tsx';
