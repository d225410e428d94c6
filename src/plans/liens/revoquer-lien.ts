import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { surLePlan } from '../commandes/sur-le-plan.ts';
import { peutModifierPlan } from '../politique.ts';

/** Ends a link at once: whoever opens it next is told so. Ending it twice is ending it once. */
export async function revoquerLien(
  services: Services,
  acteur: Acteur,
  plan: string,
  lien: string,
): Promise<Resultat<null>> {
  return surLePlan(
    services,
    acteur,
    plan,
    (vu) => peutModifierPlan(acteur, vu),
    async ({ transaction, plan: lu, maintenant, journaliser }) => {
      const trouve = await transaction
        .selectFrom('lien_personnel')
        .select('revoque_le')
        .where('compte_id', '=', lien)
        .where('plan_id', '=', lu.id)
        .forUpdate()
        .executeTakeFirst();
      if (trouve === undefined)
        return echec({
          nature: 'introuvable',
          regle: 'lien.introuvable',
          message: 'Ce lien n’est pas de ce plan. Revenez à la liste des liens.',
        });
      if (trouve.revoque_le !== null) return reussite(null);
      await transaction
        .updateTable('lien_personnel')
        .set({ revoque_le: maintenant, revoque_par: acteur.compte })
        .where('compte_id', '=', lien)
        .execute();
      await transaction.updateTable('compte').set({ ferme_le: maintenant }).where('id', '=', lien).execute();
      await journaliser({
        acte: 'lien.revoquer',
        objet: { type: 'plan', id: lu.id },
        territoire: lu.territoire,
        charge: { lien },
      });
      return reussite(null);
    },
  );
}
