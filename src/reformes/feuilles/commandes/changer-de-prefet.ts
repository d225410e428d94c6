import { z } from 'zod';
import type { Acteur } from '#acces';
import { jourFacultatif, lireSaisie, type Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutFaireEvoluerFeuille } from '../politique.ts';
import { surLaFeuille } from './sur-la-feuille.ts';

const SAISIE = z.object({ jour: jourFacultatif });

/** Says that a new prefect is in post since a day: a function, never a name. The roadmap stays in force. */
export async function changerDePrefet(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { jour } = lue.valeur;
  return surLaFeuille(
    services,
    acteur,
    id,
    (feuille) => peutFaireEvoluerFeuille(acteur, feuille),
    async ({ feuille, au, noterEvenement, journaliser }) => {
      if (jour === null) return echec(faute('Donnez le jour de la prise de poste.'));
      if (jour > au) return echec(faute('La prise de poste ne peut pas être à venir : enregistrez-la le jour venu.'));
      if (feuille.signeeLe !== null && jour < feuille.signeeLe)
        return echec(faute('La prise de poste précède la signature : le mandat a été donné à ce préfet.'));
      if (feuille.evenements.some(({ genre, jour: deja }) => genre === 'changement_de_prefet' && deja === jour))
        return reussite(null);
      await noterEvenement({ genre: 'changement_de_prefet', jour });
      await journaliser({ acte: 'feuille.changer_de_prefet', charge: { jour } });
      return reussite(null);
    },
  );
}

function faute(message: string) {
  return { nature: 'invalide', regle: 'feuille.prefet.jour', message, champs: { jour: message } } as const;
}
