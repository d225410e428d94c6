import { lireEcheances, separerLivrables } from '#echeances';
import { annuaireDeReference, separerPilotes } from '#territoires';
import type { Outils } from '../outils.ts';

/** The tools of the other rooms, as the application wires them. */
export const outilsReels: Outils = {
  lireEcheances,
  separerLivrables,
  separerPilotes: (texte) => separerPilotes(texte),
  trouverOrganisation: (texte) => {
    const trouvee = annuaireDeReference().trouver(texte);
    if (trouvee.type === 'une') return trouvee.organisation.id;
    return trouvee.type === 'collectif' ? trouvee.collectif.id : null;
  },
};
