export { acterCible } from './commandes/acter-cible.ts';
export { commenterCible, retirerCible } from './commandes/discuter-cible.ts';
export { proposerCible } from './commandes/proposer-cible.ts';
export { type CibleEnAttente, ciblesEnAttente } from './lectures/en-attente.ts';
