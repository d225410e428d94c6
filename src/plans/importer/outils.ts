import { lireEcheances, separerLivrables } from '#echeances';
import { separerPilotes } from '#territoires';
import { annuaire, organisationNommee } from '../annuaire.ts';
import type { Outils } from '../lecture/index.ts';

/** The tools of the rooms below that the reading of a plan borrows; `proprietaire` settles what its ministry shares. */
export function outilsDeLecture(proprietaire: string | null): Outils {
  return {
    lireEcheances,
    separerLivrables,
    separerPilotes: (texte) => separerPilotes(texte, annuaire()),
    trouverOrganisation: (texte) => organisationNommee(texte, proprietaire)?.id ?? null,
  };
}
