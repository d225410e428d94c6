import type { LectureEcheances, Reperes } from '#echeances';
import type { ChampDePlan, RolePilote } from '../regles/lecture.ts';

/** What the reader of plans borrows from the rooms below; given as parameters so that the reading stays pure. */
export type Outils = {
  readonly lireEcheances: (texte: string, reperes: Reperes) => LectureEcheances;
  /** Splits a mixed cell « Livrables et échéances » into the part of each; `doute` says what to check in the cut. */
  readonly separerLivrables: (
    cellule: string,
    reperes: Reperes,
  ) => { readonly livrables: string | null; readonly echeance: string | null; readonly doute?: string | null };
  readonly separerPilotes: (texte: string) => readonly { readonly texte: string; readonly role: RolePilote }[];
  /** Identifier of the organisation, or null when it is not found with certainty. */
  readonly trouverOrganisation: (texte: string) => string | null;
};

export type OptionsDeLecture = {
  /** Last resort for the title, and the only place where some plans say their year. */
  readonly nomDeFichier: string;
  readonly reperes: Reperes;
  /** The user's correction of the mapping, by position of the column from 0; the other columns stay as understood. */
  readonly correspondance?: Readonly<Record<number, ChampDePlan>>;
  /** Reads this table of the document (rank from 0) instead of the one that looks most like a plan. */
  readonly tableau?: number;
};

/** Same tools, each text understood once: a plan of 5,000 rows repeats its deadlines and its organisations. */
export function memoriser(outils: Outils): Outils {
  const organisations = new Map<string, string | null>();
  const echeances = new Map<Reperes, Map<string, LectureEcheances>>();
  return {
    ...outils,
    trouverOrganisation: (texte) => {
      const connue = organisations.get(texte);
      if (connue !== undefined) return connue;
      const trouvee = outils.trouverOrganisation(texte);
      organisations.set(texte, trouvee);
      return trouvee;
    },
    lireEcheances: (texte, reperes) => {
      const lues = echeances.get(reperes) ?? new Map<string, LectureEcheances>();
      echeances.set(reperes, lues);
      const connue = lues.get(texte);
      if (connue) return connue;
      const lecture = outils.lireEcheances(texte, reperes);
      lues.set(texte, lecture);
      return lecture;
    },
  };
}
