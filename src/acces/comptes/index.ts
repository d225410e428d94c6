// What administration does with accounts.
export { COMPTE_ABSENT, type Compte, libelleDeService, lireCompte, nombreDeSessions } from './compte.ts';
export { fermerCompte } from './fermer-compte.ts';
export {
  COMPTES_PAR_PAGE,
  type CriteresDeComptes,
  ETATS_DE_COMPTE,
  type EtatDeCompte,
  listerComptes,
} from './lister-comptes.ts';
export { modifierCompte } from './modifier-compte.ts';
export { ouvrirCompte } from './ouvrir-compte.ts';
export { rouvrirCompte } from './rouvrir-compte.ts';
