import { z } from 'zod';
import type { Acteur } from '#acces';
import { jourFacultatif, lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, fauteDeSaisie, type Resultat, reussite } from '#socle/valeurs';
import { peutCloreFeuille } from '../politique.ts';
import { prevenirDeLaFin } from './prevenir.ts';
import { surLaFeuille } from './sur-la-feuille.ts';

const SAISIE = z.object({
  jour: jourFacultatif,
  motif: texteObligatoire('Dites pourquoi cette feuille de route prend fin.', 2_000),
});

/** Closes a roadmap from a day on, before its term or after. */
export async function cloreFeuille(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { motif } = lue.valeur;
  return surLaFeuille(
    services,
    acteur,
    id,
    (feuille) => peutCloreFeuille(acteur, feuille),
    async (atelier) => {
      const { transaction, feuille, au, noterEvenement, journaliser } = atelier;
      const jour = lue.valeur.jour ?? au;
      if (jour > au) return echec(faute('La clôture ne peut pas être à venir : enregistrez-la le jour venu.'));
      if (feuille.signeeLe !== null && jour < feuille.signeeLe)
        return echec(faute('La clôture ne peut pas précéder la signature.'));
      await transaction
        .updateTable('feuille_de_route')
        .set({ close_le: jour, version: feuille.version + 1 })
        .where('id', '=', id)
        .execute();
      const evenement = await noterEvenement({ genre: 'fin', jour, motif });
      await prevenirDeLaFin(atelier, { jour, evenement });
      await journaliser({ acte: 'feuille.clore', charge: { jour } });
      return reussite(null);
    },
  );
}

function faute(message: string) {
  return fauteDeSaisie('feuille.clore.jour', 'jour', message);
}
