import { lireEcheances, separerLivrables } from '#echeances';
import { annuaireDeReference, separerPilotes } from '#territoires';
import { organisationNommee } from '../annuaire.ts';
import type { Outils } from '../lecture/index.ts';

/** The tools of the rooms below that the reading of a plan borrows; `proprietaire` settles what its ministry shares. */
export function outilsDeLecture(proprietaire: string | null): Outils {
  return {
    lireEcheances,
    separerLivrables,
    separerPilotes: (texte) => separerPilotes(texte, annuaireDeReference()),
    trouverOrganisation: (texte) => organisationNommee(texte, proprietaire)?.id ?? null,
  };
}
