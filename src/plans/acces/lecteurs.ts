import { type Acteur, acteursOuverts } from '#acces';
import { aujourdhui, type Services } from '#socle';
import type { Base } from '#socle/base';
import {
  type PiloteVu,
  type PlanVu,
  peutModifierPlan,
  peutNoterAction,
  pourquoiLirePlan,
  type RaisonDeLire,
} from '../politique.ts';
import type { Pouvoir } from './raisons-en-mots.ts';

/** Someone who reads a plan, what they can do in it, and why. */
export type Lecteur = {
  readonly acteur: Acteur;
  readonly pouvoir: Pouvoir;
  readonly raisons: readonly RaisonDeLire[];
};

/** Everyone who reads this plan today: the policy itself, asked of every account that is open. */
export async function lecteursDuPlan(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  plan: PlanVu,
): Promise<Lecteur[]> {
  const pilotes = (await pilotesDesPlans(base, [plan.id])).get(plan.id) ?? [];
  const lecteurs: Lecteur[] = [];
  for await (const paquet of acteursOuverts(base, aujourdhui(horloge), horloge.maintenant()))
    for (const acteur of paquet) {
      const raisons = pourquoiLirePlan(acteur, plan);
      if (raisons.length > 0) lecteurs.push({ acteur, raisons, pouvoir: pouvoirSur(acteur, plan, pilotes) });
    }
  return lecteurs;
}

/** What someone who reads this plan can do in it; giving news is of some of its actions at least. */
export function pouvoirSur(acteur: Acteur, plan: PlanVu, pilotes: readonly PiloteVu[]): Pouvoir {
  if (peutModifierPlan(acteur, plan).permis) return 'modifier';
  return peutNoterAction(acteur, plan, pilotes).permis ? 'contribuer' : 'lire';
}

/** The services that carry actions of these plans. */
export async function pilotesDesPlans(base: Base, plans: readonly string[]): Promise<Map<string, PiloteVu[]>> {
  const parPlan = new Map<string, PiloteVu[]>();
  if (plans.length === 0) return parPlan;
  const lignes = await base
    .selectFrom('action_pilote')
    .innerJoin('action', 'action.id', 'action_pilote.action_id')
    .innerJoin('organisation', 'organisation.id', 'action_pilote.organisation_id')
    .select(['action_pilote.plan_id', 'organisation.id', 'organisation.territoire_code'])
    .distinct()
    .where('action_pilote.plan_id', 'in', plans)
    .where('action.retiree_le', 'is', null)
    .execute();
  for (const { plan_id, id, territoire_code } of lignes) {
    const siens = parPlan.get(plan_id) ?? [];
    siens.push({ organisation: id, territoire: territoire_code });
    parPlan.set(plan_id, siens);
  }
  return parPlan;
}
