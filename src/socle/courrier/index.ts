export { conservationDesCourriels } from './conservation.ts';
export { type CourrielADeposer, demanderLEnvoi, deposerCourriel } from './deposer.ts';
export { effacerCourriels, effacerCourrielsSansCompte } from './effacer.ts';
export { envoyerCourriels } from './envoyer.ts';
export type { ListeDeMessage, Message } from './message.ts';
export { migration as migrationCourrier } from './migrations/0007_courrier.ts';
export { type Invitation, ouvrirTransport, type Transport } from './transport.ts';
export { envoyerLeCourrier } from './travail.ts';
