export { conservationDesCourriels } from './conservation.ts';
export { type CourrielADeposer, deposerCourriel, ENVOYER_LE_COURRIER } from './deposer.ts';
export { envoyerCourriels } from './envoyer.ts';
export type { Message } from './message.ts';
export { migration as migrationCourrier } from './migrations/0007_courrier.ts';
export { ouvrirTransport, type Transport } from './transport.ts';
