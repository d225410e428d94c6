import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutCreerInstance, peutTenirInstance } from '../politique.ts';
import { colonnesDInstance, ecrireReferences } from './ecrire-instance.ts';
import { comprendreReferences, SAISIE_D_INSTANCE } from './saisie-d-instance.ts';
import { surLInstance } from './sur-l-instance.ts';

const VERSION = z.object({ version: z.coerce.number().int() });

/** Changes a committee: its members, its chair, what it follows, its rhythm. Handing its secretariat over needs both rights. */
export async function modifierInstance(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE_D_INSTANCE, valeurs);
  if (!lue.ok) return lue;
  const version = lireSaisie(VERSION, valeurs);
  if (!version.ok) return version;
  const saisie = lue.valeur;
  return surLInstance(
    services,
    acteur,
    id,
    (instance) => peutTenirInstance(acteur, instance),
    async (atelier) => {
      const { transaction, instance, maintenant, journaliser } = atelier;
      if (instance.version !== version.valeur.version)
        return echec({
          nature: 'conflit',
          regle: 'instance.version',
          message:
            'Quelqu’un a modifié cette instance pendant que vous l’aviez ouverte. Ce que vous avez écrit est gardé ci-dessous : rechargez la page dans un autre onglet, comparez, puis enregistrez.',
        });
      if (saisie.secretariat !== instance.secretariat || saisie.territoire !== instance.territoire) {
        const permis = selon(peutCreerInstance(acteur, saisie.secretariat, saisie.territoire));
        if (!permis.ok) return permis;
      }
      const references = await comprendreReferences(transaction, acteur, saisie, [
        ...instance.plans,
        ...instance.reformes,
      ]);
      if (!references.ok) return references;
      await transaction
        .updateTable('instance')
        .set({ ...colonnesDInstance(saisie, references.valeur), version: instance.version + 1 })
        .where('id', '=', id)
        .execute();
      await ecrireReferences({ transaction, services, maintenant }, id, references.valeur, instance.membres);
      await journaliser({ acte: 'instance.modifier', charge: { nom: saisie.nom, niveau: saisie.niveau } });
      return reussite(null);
    },
  );
}
