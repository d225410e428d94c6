import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Acteur, Decision } from '#acces';
import type { Services } from '#socle';
import { echec, type Refus, type Resultat } from '#socle/valeurs';
import { estIdentifiant, type Plan } from '../lectures/plan.ts';
import { type Atelier, surLePlan } from './sur-le-plan.ts';

const ACTION_ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'action.introuvable',
  message: 'Cette action n’existe pas dans ce plan, ou en a été retirée. Revenez à la liste des actions.',
};

/** Which action of which plan, as the address names them. */
export type CibleDAction = { readonly plan: string; readonly action: string };

export type ActionDuPlan = NonNullable<Awaited<ReturnType<typeof actionDuPlan>>>;

/** Runs a command on an action of a plan: as `surLePlan`, then the action is found and its row locked. */
export function surLAction<T>(
  services: Services,
  acteur: Acteur,
  cible: CibleDAction,
  politique: (plan: Plan) => Decision,
  travail: (atelier: Atelier, action: ActionDuPlan) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  return surLePlan(services, acteur, cible.plan, politique, async (atelier) => {
    const action = await actionDuPlan(atelier, cible.action);
    return action ? travail(atelier, action) : echec(ACTION_ABSENTE);
  });
}

/** The action of this plan that is not withdrawn, with the organisations that carry it; its row is locked. */
async function actionDuPlan({ transaction, plan }: Atelier, id: string) {
  if (!estIdentifiant(id)) return undefined;
  return transaction
    .selectFrom('action')
    .select([
      'id',
      'axe_id',
      'rang',
      'code',
      'intitule',
      'mise_en_oeuvre',
      'livrables',
      'recommandations',
      'version',
      'statut',
      'derniere_nouvelle_le',
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('action_pilote')
          .innerJoin('organisation', 'organisation.id', 'action_pilote.organisation_id')
          .select(['organisation.id as organisation', 'organisation.territoire_code as territoire'])
          .whereRef('action_pilote.action_id', '=', 'action.id'),
      ).as('organisations'),
    )
    .where('id', '=', id)
    .where('plan_id', '=', plan.id)
    .where('retiree_le', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}
