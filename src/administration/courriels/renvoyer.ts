import { sql } from 'kysely';
import { type Acteur, peutAdministrerTout, selon } from '#acces';
import { inscrire } from '#journal';
import type { Services } from '#socle';
import { demanderLEnvoi } from '#socle/courrier';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { COURRIEL_ABSENT } from './lectures.ts';

/** Puts back among those to be sent a mail that was given up: its address was opened since, or the server repaired. */
export async function renvoyerCourriel(services: Services, acteur: Acteur, id: string): Promise<Resultat<null>> {
  const { base, horloge } = services;
  return base.transaction().execute(async (transaction) => {
    const permis = selon(peutAdministrerTout(acteur));
    if (!permis.ok) return permis;
    const courriel = await transaction
      .selectFrom('courriel')
      .select(['id', 'abandonne_le'])
      .where(sql<boolean>`id::text = ${id}`)
      .forUpdate()
      .executeTakeFirst();
    if (!courriel) return echec(COURRIEL_ABSENT);
    if (courriel.abandonne_le === null)
      return echec({
        nature: 'conflit',
        regle: 'courriel.renvoyer.etat',
        message: 'Ce courriel n’est pas abandonné : il est parti, ou attend déjà de partir. Rechargez la page.',
      });
    await transaction
      .updateTable('courriel')
      .set({ abandonne_le: null, erreur: null, essais: 0, prochain_essai_le: horloge.maintenant() })
      .where('id', '=', courriel.id)
      .execute();
    await demanderLEnvoi(transaction);
    await inscrire(
      transaction,
      { acte: 'courriel.renvoyer', objet: { type: 'courriel', id: courriel.id }, territoire: null, charge: {} },
      { auteur: acteur.compte, horloge },
    );
    return reussite(null);
  });
}
