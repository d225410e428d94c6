export { toutRecalculer } from './calcul/tout-recalculer.ts';
export { reviserLesSituations } from './calcul/travail.ts';
export type { Depot } from './importer/deposer.ts';
export { type ImportEnLigne, importerFichiers } from './importer/importer-en-ligne.ts';
export {
  type DefinitionDIndicateur,
  type IndicateurDansUnTerritoire,
  indicateursDansLeTerritoire,
} from './lectures/dans-un-territoire.ts';
export { donneesDesIndicateurs } from './lectures/donnees-personnelles.ts';
export { type LigneRefusee, lignesADire } from './lectures/lignes-deposees.ts';
export { nommerIndicateurs } from './lectures/noms.ts';
export { migration as migrationIndicateurs } from './migrations/0010_indicateurs.ts';
export { migration as migrationPaniers } from './migrations/0011_paniers.ts';
export { type ApercuDePanier, apercuDePanier } from './paniers/apercu.ts';
export { composerPanier, creerPanier } from './paniers/composer.ts';
export { type PartNommee, partsDuPanier } from './paniers/lire.ts';
export type { LigneDePanier, Part } from './paniers/modele.ts';
export { PHRASES_DES_INDICATEURS } from './phrases.ts';
export { type Alerte, alertes, estEnRetrait, type GenreDAlerte } from './regles/alertes.ts';
export { type Avancement, avancement, type Suivi, type TauxVersCible } from './regles/avancement.ts';
export type { Explication } from './regles/explication.ts';
export { expliquerTaux, expliquerTrajectoire } from './regles/expliquer-avancement.ts';
export { expliquerReforme } from './regles/expliquer-calculs.ts';
export { finDeMois, lireMois } from './regles/mois.ts';
export { POSITIONS, type Position } from './regles/panier.ts';
export { direJour, direValeur } from './regles/phrases.ts';
export { type PartDeReforme, tauxDeReforme, verifierPoids } from './regles/reforme.ts';
export { enSerie, type LigneDatee, type Serie } from './regles/series.ts';
export type { Direction, Taux } from './regles/taux.ts';
export type { Depart } from './regles/trajectoire.ts';
export { uniteCourte } from './regles/unite.ts';
