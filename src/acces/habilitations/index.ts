// Grants: what they may be about, and what is done with them.
export { accorderHabilitation } from './accorder-habilitation.ts';
export {
  type DroitSurObjet,
  ecrireReference,
  type GenreHabilitable,
  type Habilitables,
  lireReference,
  nommerObjets,
  type ObjetNomme,
} from './habilitables.ts';
export { compteDeLHabilitation, HABILITATION_ABSENTE, lireHabilitation } from './habilitation.ts';
export {
  type HabilitationListee,
  habilitationsDuCompte,
  habilitationsQuiExpirent,
} from './lister-habilitations.ts';
export { prolongerHabilitation } from './prolonger-habilitation.ts';
export { modifieLObjet, retirerHabilitation } from './retirer-habilitation.ts';
