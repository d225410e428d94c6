import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutComposerFeuille } from '../politique.ts';
import { TITRE_DE_FEUILLE } from './creer-feuille.ts';
import { surLaFeuille } from './sur-la-feuille.ts';

const SAISIE = z.object({ titre: TITRE_DE_FEUILLE, version: z.coerce.number().int() });

/** Changes the title of a roadmap that is not signed yet. */
export async function modifierFeuille(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { titre, version } = lue.valeur;
  return surLaFeuille(
    services,
    acteur,
    id,
    (feuille) => peutComposerFeuille(acteur, feuille),
    async ({ transaction, feuille, journaliser }) => {
      if (version !== feuille.version)
        return echec({
          nature: 'conflit',
          regle: 'feuille.conflit',
          message: `Quelqu’un a modifié cette feuille de route entre-temps : elle s’intitule « ${feuille.titre} ». Votre saisie est gardée ci-dessous : rechargez la page pour repartir de la version enregistrée.`,
        });
      await transaction
        .updateTable('feuille_de_route')
        .set({ titre, version: feuille.version + 1 })
        .where('id', '=', id)
        .execute();
      await journaliser({ acte: 'feuille.modifier', charge: { titre } });
      return reussite(null);
    },
  );
}
