import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { ETATS_DE_PROJET } from '../regles/projets.ts';
import { type CibleDeProjet, surLeProjet } from './sur-le-projet.ts';

const SAISIE = z.object({
  etat: z.enum(ETATS_DE_PROJET, { error: 'Choisissez l’état du projet.' }),
  texte: texteObligatoire('Dites en quelques mots où en est le projet.', 4_000),
});

/** Declares where a local project is: a dated note, beside those before. */
export async function noterProjet(
  services: Services,
  acteur: Acteur,
  cible: CibleDeProjet,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { etat, texte } = lue.valeur;
  return surLeProjet(services, acteur, cible, async ({ transaction, maintenant, journaliser }, projet) => {
    await transaction
      .insertInto('note_de_projet')
      .values({ projet_id: projet.id, etat, texte, enregistre_le: maintenant, auteur: acteur.compte })
      .execute();
    await journaliser({ acte: 'projet.noter', charge: { projet: projet.id, etat } });
    return reussite(null);
  });
}
