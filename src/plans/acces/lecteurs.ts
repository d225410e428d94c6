import type { Acteur } from '#acces';
import { type Lecteur, lecteursDe } from '#acces/qui-peut-voir';
import type { Services } from '#socle';
import type { Base } from '#socle/base';
import { type PiloteVu, type PlanVu, peutModifierPlan, peutNoterAction, pourquoiLirePlan } from '../politique.ts';
import { direLaRaison, type Pouvoir } from './raisons-en-mots.ts';

/** Everyone who reads this plan today, what they can do in it, and why. */
export async function lecteursDuPlan(
  services: Pick<Services, 'base' | 'horloge'>,
  plan: PlanVu,
): Promise<readonly Lecteur<Pouvoir>[]> {
  const pilotes = (await pilotesDesPlans(services.base, [plan.id])).get(plan.id) ?? [];
  return lecteursDe(services, (acteur) => {
    const raisons = pourquoiLirePlan(acteur, plan).map(direLaRaison);
    return raisons.length === 0 ? null : { raisons, pouvoir: pouvoirSur(acteur, plan, pilotes), ou: null };
  });
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
