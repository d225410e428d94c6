import { formaterJour, formaterTaux } from '#interface';
import type { Jour } from '#socle/valeurs';
import { type Etat, etatDeclare } from '../presentation.ts';
import type { StatutDeclare } from '../regles/lecture.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';
import type { Declinaison } from './lectures.ts';

/** A declination as the table, the map, the exports and the page of what is expected show it. */
export type DeclinaisonPresentee = {
  readonly id: string;
  readonly territoire: string;
  readonly nom: string;
  readonly regionNom: string | null;
  readonly statut: StatutDeclare | null;
  readonly statutLibelle: string;
  readonly taux: string | null;
  readonly derniereNouvelle: Jour | null;
  readonly silence: number | null;
  readonly texte: string | null;
  readonly obstacle: string | null;
  readonly levee: string | null;
  readonly auteur: string | null;
  readonly etat: Etat;
  /** « En cours, 45 %, nouvelles du 3 mars 2022 ». */
  readonly enMots: string;
};

export function presenterDeclinaison(declinaison: Declinaison, silence: number | null): DeclinaisonPresentee {
  const { id, territoire, nom, regionNom, statut, taux, derniereNouvelle, texte, obstacle, levee, auteur } =
    declinaison;
  const statutLibelle = statut === null ? 'Non déclaré' : LIBELLES_DE_STATUT[statut];
  return {
    id,
    territoire,
    nom,
    regionNom,
    statut,
    statutLibelle,
    taux,
    derniereNouvelle,
    silence,
    texte,
    obstacle,
    levee,
    auteur,
    etat: etatDeclare(statut, silence),
    enMots:
      derniereNouvelle === null
        ? 'aucune nouvelle'
        : `${statut === null ? 'statut non déclaré' : statutLibelle.toLowerCase()}, ${taux === null ? 'taux non donné' : formaterTaux(taux)}, nouvelles du ${formaterJour(derniereNouvelle)}`,
  };
}
