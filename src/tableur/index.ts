export type * from './document.ts';
export {
  type BlocAEcrire,
  type DocumentAEcrire,
  ecrireClasseur,
  ecrireCsv,
  ecrireDocx,
  ecrireOdt,
  ecrirePdf,
  type FeuilleAEcrire,
  type ValeurDeCellule,
} from './ecriture/index.ts';
export { reconnaitreFormat } from './format.ts';
export { lireDocument, verifierTaille } from './lire.ts';
export {
  cheminDeLOuvrier,
  lireDansOuvrier,
  lireLignesDansOuvrier,
  type OptionsDeLecture,
} from './lire-dans-ouvrier.ts';
export { type FeuilleDeTextes, type LigneDeTextes, lireLignes } from './lire-lignes.ts';
