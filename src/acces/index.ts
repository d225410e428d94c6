export * from './api/champs.ts';
export { ecrireCurseur, lireCurseur } from './api/curseur.ts';
export { type RouteDApi, routeDApi } from './api/route.ts';
export { conservationDesArrivees } from './arrivees/conservation.ts';
export { acteurDuCompte, acteursDesComptes, listerPersonas, type Persona } from './comptes/acteurs.ts';
export {
  type Administrateur,
  administrateursNationaux,
} from './comptes/administrateurs.ts';
export {
  chefsDeProjetOuDitp,
  type Destinataire,
  destinatairesALaDitp,
  prefetsDuTerritoire,
} from './comptes/destinataires.ts';
export { ouvrirAdministrateur } from './comptes/ouvrir-administrateur.ts';
export {
  type Contexte,
  contexteServices,
  contexteVisite,
  exigerActeur,
  lireFormulaire,
  obtenir,
  refuser,
  STATUTS,
  type Visite,
} from './contexte.ts';
export { selon } from './decision.ts';
export { CONSERVATIONS_D_ACCES } from './donnees-personnelles/conservations.ts';
export { effacerPersonne } from './donnees-personnelles/effacer.ts';
export { donneesDAcces, signatairesDeLaPersonne } from './donnees-personnelles/lire.ts';
export { lireSection, type SectionDeDonnees } from './donnees-personnelles/section.ts';
export { acteurDuJeton } from './jetons/authentifier.ts';
export { creerJeton } from './jetons/creer.ts';
export * from './jetons/lister.ts';
export { revoquerJeton } from './jetons/revoquer.ts';
export { noterUsage } from './jetons/usages.ts';
export { conservationDesLimites, type EtatDeLimite, type Limite, limiterDebit } from './limites.ts';
export { migration as migrationAcces } from './migrations/0004_acces.ts';
export { migration as migrationDroits } from './migrations/0006_droits.ts';
export { migration as migrationIdentite } from './migrations/0009_identite.ts';
export { migration as migrationLieuDesDemandes } from './migrations/0016_lieu_des_demandes.ts';
export { PHRASES_D_ACCES } from './phrases.ts';
export type * from './regles/acteur.ts';
export { PERMIS, refus } from './regles/acteur.ts';
export * from './regles/administration.ts';
export { adresseDuVisiteur } from './regles/adresse-du-visiteur.ts';
export { peutRetirerHabilitation } from './regles/designations.ts';
export { ANNEES_D_HABILITATION, dansAnnees } from './regles/duree.ts';
export * from './regles/effacement.ts';
export * from './regles/habilitations.ts';
export type { EtatDeJeton } from './regles/jetons.ts';
export * from './regles/portees.ts';
export * from './regles/profils.ts';
export { empreinte as empreinteDuSecret, nouveauSecret } from './secret.ts';
export { acteurDeLaSession, COOKIE_DE_SESSION, jetonDeFormulaire } from './session.ts';
