import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { peutLirePlan, peutModifierPlan } from '../politique.ts';
import { lirePlansSansPolitique } from './plan.ts';

/** Of these plans, those this actor reads: their title, and whether this actor writes in them. */
export async function plansLisibles(
  base: Base,
  acteur: Acteur,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly titre: string; readonly modifiable: boolean }>> {
  const plans = await lirePlansSansPolitique(base, ids);
  return new Map(
    plans
      .filter((plan) => peutLirePlan(acteur, plan).permis)
      .map((plan) => [plan.id, { titre: plan.titre, modifiable: peutModifierPlan(acteur, plan).permis }]),
  );
}
