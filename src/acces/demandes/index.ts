// Requests, as administration reads and answers them.
export { accorderDemande } from './accorder-demande.ts';
export {
  DEMANDE_ABSENTE,
  DEMANDES_PAR_PAGE,
  type Demande,
  lireDemande,
  listerDemandes,
  peutVoirDemande,
} from './demande.ts';
export { demanderAcces } from './demander-acces.ts';
export { refuserDemande } from './refuser-demande.ts';
