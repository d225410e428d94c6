import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { effacerCourrielsSansCompte } from '#socle/courrier';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutTenirInstance } from '../politique.ts';
import { surLInstance } from './sur-l-instance.ts';

const SAISIE = z.object({
  membre: z.string(),
  confirmation: z.literal('oui', { error: 'Cochez la case pour confirmer : un effacement ne s’annule pas.' }),
});

/**
 * Erases what identifies a member without account, who then leaves the committee: name, function, address, mails. Their
 * attendance stays, under « Personne effacée ».
 */
export async function effacerMembre(
  services: Services,
  acteur: Acteur,
  instance: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  return surLInstance(
    services,
    acteur,
    instance,
    (vue) => peutTenirInstance(acteur, vue),
    async ({ transaction, maintenant, journaliser }) => {
      const membre = await transaction
        .selectFrom('membre_d_instance')
        .select(['id', 'courriel', 'retire_le'])
        .where('instance_id', '=', instance)
        .where('sans_compte', '=', true)
        .where('nom', 'is not', null)
        .where((eb) => eb(eb.cast<string>('id', 'text'), '=', lue.valeur.membre))
        .executeTakeFirst();
      if (membre === undefined)
        return echec({
          nature: 'introuvable',
          regle: 'instance.membre.introuvable',
          message: 'Cette personne n’est plus dans l’instance, ou ses données sont déjà effacées. Rechargez la page.',
        });
      await transaction
        .updateTable('membre_d_instance')
        .set({ nom: null, fonction: null, courriel: null, retire_le: membre.retire_le ?? maintenant })
        .where('id', '=', membre.id)
        .execute();
      await effacerCourrielsSansCompte(transaction, membre.courriel);
      await journaliser({ acte: 'instance.effacer_membre', charge: { membre: membre.id } });
      return reussite(null);
    },
  );
}
