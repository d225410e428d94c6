export { creerRemontee } from './creer-remontee.ts';
export { envoyerRemontee } from './envoyer-remontee.ts';
export { ajouterQuestion } from './questions.ts';
export { relancerRemontee } from './suivre-remontee.ts';
