// The look: layout, forms, tables, drawings. Nothing of the business.
export { avec } from './adresse.ts';
export * from './cartes/carte.tsx';
export type { ClasseDeCarte, Motif, TerritoireDeCarte } from './cartes/donnees.ts';
export * from './comparaisons/entonnoir.tsx';
export type {
  EntonnoirProps,
  LimitesDEntonnoir,
  PlaceDansLEntonnoir,
  PointDEntonnoir,
} from './comparaisons/entonnoir-donnees.ts';
export * from './comparaisons/points-de-comparaison.tsx';
export * from './comparaisons/points-encadres.tsx';
export * from './elements/alerte.tsx';
export * from './elements/avancement.tsx';
export * from './elements/bloc-de-code.tsx';
export * from './elements/definitions.tsx';
export * from './elements/etapes.tsx';
export * from './elements/etat-vide.tsx';
export * from './elements/etiquette.tsx';
export * from './elements/explication.tsx';
export * from './elements/historique.tsx';
export * from './elements/icone.tsx';
export * from './elements/panneau-depliant.tsx';
export * from './elements/phrase-resumee.tsx';
export * from './elements/texte-et-liens.tsx';
export * from './formats.ts';
export * from './formulaires/bouton.tsx';
export type { ChampProps } from './formulaires/champ.tsx';
export * from './formulaires/champs.tsx';
export * from './formulaires/choix.tsx';
export * from './formulaires/erreurs-de-formulaire.tsx';
export * from './formulaires/formulaire.tsx';
export * from './formulaires/formulaire-de-filtres.tsx';
export * from './formulaires/groupe-de-boutons.tsx';
export * from './formulaires/liste.tsx';
export type { Erreurs, Valeurs } from './formulaires/saisie.ts';
export * from './gabarit/gabarit.tsx';
export type { LienDePied } from './gabarit/pied-de-page.tsx';
export * from './jeton.tsx';
export * from './lien.tsx';
export type { Tri } from './liste/en-tete-de-colonne.tsx';
export * from './liste/en-tete-de-liste.tsx';
export * from './liste/export-csv.tsx';
export * from './liste/pagination.tsx';
export * from './liste/pagination-suivie.tsx';
export * from './liste/tableau.tsx';
export type { Maillon } from './page/fil-d-ariane.tsx';
export * from './page/onglets.tsx';
export * from './page/page.tsx';
export * from './page/page-de-refus.tsx';
export * from './page/section.tsx';
export * from './page/situation-passee.tsx';
export * from './temps/courbe.tsx';
export * from './temps/etincelle.tsx';
export * from './temps/frise.tsx';
export type { GenreDeSegment, LigneDeFrise, SegmentDeFrise } from './temps/frise-ligne.ts';
export * from './temps/jugements.tsx';
export * from './temps/serie.tsx';
export type {
  LimitesDeSerie,
  MesureDeSerie,
  RuptureDeSerie,
  SerieDIndicateurProps,
  ValeurDatee,
} from './temps/serie-donnees.ts';
export { suivreLeTheme } from './theme.ts';
