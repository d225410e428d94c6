export {
  attendreUnMoment,
  type Depot,
  empreinteDe,
  fichierDuFormulaire,
  sousLeChamp,
  verifierFichier,
} from './fichier-depose.ts';
export { garderFichier } from './garder-fichier.ts';
