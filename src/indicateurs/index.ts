export { reviserSituations, toutRecalculer } from './calcul/tout-recalculer.ts';
export { reviserLesSituations } from './calcul/travail.ts';
export { accepterProposition, proposerValeur, refuserProposition } from './commandes/propositions.ts';
export { saisirValeur } from './commandes/saisir-valeur.ts';
export { type ValeurComprise, verifierSaisie } from './commandes/verifier-saisie.ts';
export { ecrireValeurs, type ValeurAEcrire } from './ecriture/ecrire-valeurs.ts';
export { ecrireNouvelIndicateur } from './ecriture/inserer-indicateur.ts';
export { type FaitDeValeur, historiqueDesValeurs } from './fiche/historique.ts';
export { lireSuivi } from './fiche/lire-suivi.ts';
export { lireSuivisConnus } from './fiche/lire-suivis-connus.ts';
export { type IndicateurDansUnTerritoire, lireSuivisGardes } from './fiche/lire-suivis-gardes.ts';
export type { Portee } from './fiche/portee.ts';
export {
  type ChiffreExplique,
  type ExplicationPresentee,
  presenterExplication,
  presenterSuivi,
} from './fiche/presenter-suivi.ts';
export { type PropositionPresentee, propositionsDe } from './fiche/propositions.ts';
export { type Regard, type RegardDeLAdresse, regardDeLAdresse, sansDateEcartee } from './fiche/regard.ts';
export { type SituationPresentee, situationsLisibles } from './fiche/situations.ts';
export { type IndicateurSitue, situationsDuTerritoire } from './fiche/situations-du-territoire.ts';
export { annulerImport } from './importer/annuler.ts';
export { type ImportEnLigne, importerFichiers } from './importer/importer-en-ligne.ts';
export { type IndicateurAEcrire, indicateursAEcrire } from './lectures/a-ecrire.ts';
export { donneesDesIndicateurs } from './lectures/donnees-personnelles.ts';
export { type LigneRefusee, lignesADire } from './lectures/lignes-deposees.ts';
export { nommerIndicateurs } from './lectures/noms.ts';
export { trouverReglages } from './lectures/reglages.ts';
export { situationsCompareesAu } from './lectures/situations-comparees.ts';
export { migration as migrationIndicateurs } from './migrations/0010_indicateurs.ts';
export { migration as migrationPaniers } from './migrations/0011_paniers.ts';
export { migration as migrationValeursConnues } from './migrations/0017_valeurs_connues.ts';
export { MAILLES, PERIODICITES, SENS } from './mots.ts';
export { type ApercuDePanier, apercuDePanier } from './paniers/apercu.ts';
export { composerPanier, creerPanier } from './paniers/composer.ts';
export { type PartNommee, partsDuPanier } from './paniers/lire.ts';
export type { LigneDePanier, Part } from './paniers/modele.ts';
export { situationsDePaniersAu } from './paniers/situations-passees.ts';
export { PHRASES_DES_INDICATEURS } from './phrases.ts';
export {
  estResponsable,
  peutConfigurerIndicateurs,
  peutEcrireValeurs,
  peutImporterDesValeurs,
  peutProposerValeur,
  type Responsabilites,
} from './politique.ts';
export { nomDuTerritoire } from './presentation.ts';
export { type Avancement, avancement, type Suivi, type TauxVersCible } from './regles/avancement.ts';
export type { Explication } from './regles/explication.ts';
export { expliquerTaux, expliquerTrajectoire } from './regles/expliquer-avancement.ts';
export { expliquerReforme } from './regles/expliquer-calculs.ts';
export { finDeMois, lireMois } from './regles/mois.ts';
export { direJour, direValeur } from './regles/phrases.ts';
export { type PartDeReforme, tauxDeReforme, verifierPoids } from './regles/reforme.ts';
export { enSerie, type LigneDatee, type Serie } from './regles/series.ts';
export { type Direction, estDegeneree, type Taux } from './regles/taux.ts';
export type { Depart } from './regles/trajectoire.ts';
export { uniteCourte } from './regles/unite.ts';
export { contexteResponsabilites } from './responsabilites.ts';
