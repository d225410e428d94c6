import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { peutComposerFeuille } from '../politique.ts';
import { ecrireProjet, PROJET } from './ecrire-projet.ts';
import { surLaFeuille } from './sur-la-feuille.ts';

const SAISIE = z.object(PROJET);

/** Adds a local project to a roadmap that is being prepared, and gives its identifier. */
export async function creerProjet(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<string>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  return surLaFeuille(
    services,
    acteur,
    id,
    (feuille) => peutComposerFeuille(acteur, feuille),
    async (atelier) => {
      const projet = await ecrireProjet(atelier, lue.valeur, null);
      await atelier.journaliser({ acte: 'projet.creer', charge: { projet, nom: lue.valeur.nom } });
      return reussite(projet);
    },
  );
}
