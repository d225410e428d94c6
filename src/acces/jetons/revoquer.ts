import { inscrire } from '#journal';
import { enTransaction, type Services } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { selon } from '../decision.ts';
import type { Acteur } from '../regles/acteur.ts';
import { peutRevoquerJeton } from '../regles/jetons.ts';

const ABSENT: Refus = {
  nature: 'introuvable',
  regle: 'jeton.introuvable',
  message: 'Ce jeton n’existe pas. Revenez à la liste des jetons.',
};

/** Ends a token at once: the next request that carries it is refused. Ending it twice is ending it once. */
export async function revoquerJeton(services: Services, acteur: Acteur, id: string): Promise<Resultat<null>> {
  const { horloge } = services;
  return enTransaction(services, async (transaction) => {
    const jeton = await transaction
      .selectFrom('jeton')
      .innerJoin('compte', 'compte.id', 'jeton.compte_id')
      .select(['compte.titulaire_id', 'jeton.revoque_le'])
      .where('jeton.compte_id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!jeton?.titulaire_id) {
      const permis = selon(peutRevoquerJeton(acteur, ''));
      return permis.ok ? echec(ABSENT) : permis;
    }
    const permis = selon(peutRevoquerJeton(acteur, jeton.titulaire_id));
    if (!permis.ok) return permis;
    if (jeton.revoque_le !== null) return reussite(null);
    const maintenant = horloge.maintenant();
    await transaction
      .updateTable('jeton')
      .set({ revoque_le: maintenant, revoque_par: acteur.compte })
      .where('compte_id', '=', id)
      .execute();
    await transaction.updateTable('compte').set({ ferme_le: maintenant }).where('id', '=', id).execute();
    await inscrire(
      transaction,
      { acte: 'jeton.revoquer', objet: { type: 'jeton', id }, territoire: null, charge: {} },
      { auteur: acteur.compte, horloge },
    );
    return reussite(null);
  });
}
