import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { peutTenirFeuille } from '../politique.ts';
import { surLaFeuille } from './sur-la-feuille.ts';

const SAISIE = z.object({ texte: texteObligatoire('Écrivez le commentaire.', 8_000) });

/** Adds the prefect's comment to the progress report: dated, beside those before. */
export async function commenterFeuille(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  return surLaFeuille(
    services,
    acteur,
    id,
    (feuille) => peutTenirFeuille(acteur, feuille),
    async ({ transaction, maintenant, journaliser }) => {
      await transaction
        .insertInto('commentaire_de_feuille')
        .values({ feuille_id: id, texte: lue.valeur.texte, enregistre_le: maintenant, auteur: acteur.compte })
        .execute();
      await journaliser({ acte: 'feuille.commenter', charge: {} });
      return reussite(null);
    },
  );
}
