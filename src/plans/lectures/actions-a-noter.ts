import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { peutNoterAction, plansVisibles } from '../politique.ts';
import { pilotesDesActions } from './actions.ts';
import { lirePlansSansPolitique } from './plan.ts';

export type ActionANoter = {
  readonly id: string;
  readonly plan: string;
  readonly planTitre: string;
  readonly code: string | null;
  readonly intitule: string;
};

/** Read before the policy of notes is asked of each: in the plans of others, few are one's own to note. */
const LUES_AU_PLUS = 200;

/** The open actions whose words match, the closest first, among those this person may give news of. */
export async function actionsANoter(
  base: Base,
  acteur: Acteur,
  q: string,
  limite: number,
): Promise<readonly ActionANoter[]> {
  const demande = sql`websearch_to_tsquery('francais', ${q})`;
  const lues = await base
    .selectFrom('action')
    .innerJoin('plan', 'plan.id', 'action.plan_id')
    .select(['action.id', 'action.plan_id as plan', 'plan.titre as planTitre', 'action.code', 'action.intitule'])
    .where(plansVisibles(acteur))
    .where('plan.etat', '<>', 'archive')
    .where('action.retiree_le', 'is', null)
    .where(sql<boolean>`(action.recherche @@ ${demande} or action.code = ${q})`)
    .orderBy(sql`ts_rank(action.recherche, ${demande})`, 'desc')
    .orderBy('action.id')
    .limit(LUES_AU_PLUS)
    .execute();
  const [plans, pilotes] = await Promise.all([
    lirePlansSansPolitique(base, [...new Set(lues.map(({ plan }) => plan))]),
    pilotesDesActions(
      base,
      lues.map(({ id }) => id),
    ),
  ]);
  const parId = new Map(plans.map((plan) => [plan.id, plan]));
  return lues
    .filter(({ id, plan: idDuPlan }) => {
      const plan = parId.get(idDuPlan);
      const porteurs = (pilotes.get(id) ?? []).flatMap(({ organisation, territoire }) =>
        organisation === null || territoire === null ? [] : { organisation, territoire },
      );
      return plan !== undefined && peutNoterAction(acteur, plan, porteurs).permis;
    })
    .slice(0, limite);
}
