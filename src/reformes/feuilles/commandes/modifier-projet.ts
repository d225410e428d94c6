import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { PROJET } from './ecrire-projet.ts';
import { type CibleDeProjet, surLeProjet } from './sur-le-projet.ts';

const SAISIE = z.object({ ...PROJET, version: z.coerce.number().int() });

/** Describes a local project otherwise: its name, what it is, its partners, its means. */
export async function modifierProjet(
  services: Services,
  acteur: Acteur,
  cible: CibleDeProjet,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { version, ...champs } = lue.valeur;
  return surLeProjet(services, acteur, cible, async ({ transaction, journaliser }, projet) => {
    if (version !== projet.version)
      return echec({
        nature: 'conflit',
        regle: 'projet.conflit',
        message:
          'Quelqu’un a modifié ce projet pendant que vous écriviez. Votre texte est gardé ci-dessous : comparez-le à la version enregistrée, puis rechargez la page pour reprendre.',
      });
    await transaction
      .updateTable('projet_local')
      .set({ ...champs, version: projet.version + 1 })
      .where('id', '=', projet.id)
      .execute();
    await journaliser({ acte: 'projet.modifier', charge: { projet: projet.id, nom: champs.nom } });
    return reussite(null);
  });
}
