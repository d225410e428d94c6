export { annuaireDeReference } from './annuaire-de-reference.ts';
export { cleDeNom } from './cle.ts';
export { type Genre, type IdOrganisation, type NatureDeNom, nomsDe, type Organisation } from './organisation.ts';
export { ORGANISATIONS } from './organisations.ts';
export type { PiloteRattache } from './rattacher-pilotes.ts';
export { type PiloteEcrit, type RoleDePilote, separerPilotes } from './separer-pilotes.ts';
export {
  type CodeTerritoire,
  estDans,
  jumeau,
  lireCodeTerritoire,
  type Maille,
  TERRITOIRES,
  type Territoire,
  territoireDe,
  trouverTerritoire,
} from './territoires.ts';
export { type Annuaire, type Contexte, creerAnnuaire, type Trouvaille } from './trouver.ts';
export { voisinsDe } from './voisins.ts';
