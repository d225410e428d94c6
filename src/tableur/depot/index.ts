export {
  attendreUnMoment,
  type Depot,
  empreinteDe,
  fichierDuFormulaire,
  fichiersDuFormulaire,
  sousLeChamp,
  verifierFichier,
} from './fichier-depose.ts';
export { garderFichier } from './garder-fichier.ts';
export { reconnaitrePiece } from './reconnaitre-piece.ts';
