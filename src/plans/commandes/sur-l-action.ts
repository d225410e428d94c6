import { sql } from 'kysely';
import type { Refus } from '#socle/valeurs';
import { estIdentifiant } from '../lectures/plan.ts';
import type { Atelier } from './sur-le-plan.ts';

export const ACTION_ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'action.introuvable',
  message: 'Cette action n’existe pas dans ce plan, ou en a été retirée. Revenez à la liste des actions.',
};

/** The action of this plan that is not withdrawn, with the organisations that carry it; its row is locked. */
export async function actionDuPlan({ transaction, plan }: Atelier, id: string) {
  if (!estIdentifiant(id)) return undefined;
  return transaction
    .selectFrom('action')
    .select(['id', 'axe_id', 'rang', 'code', 'intitule', 'mise_en_oeuvre', 'livrables', 'recommandations', 'version'])
    .select(
      sql<
        string[]
      >`array(select organisation_id from action_pilote p where p.action_id = action.id and p.organisation_id is not null)`.as(
        'organisations',
      ),
    )
    .where('id', '=', id)
    .where('plan_id', '=', plan.id)
    .where('retiree_le', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}
