import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { peutLirePlan, peutModifierPlan, plansVisibles } from '../politique.ts';
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

export type PlanActif = {
  readonly id: string;
  readonly titre: string;
  readonly silenceJours: number;
  readonly ministere: string | null;
  readonly territoire: string;
};

/**
 * The active plans this actor reads. What goes through all of them starts from here: a right is judged once, where beside
 * thousands of actions it would be judged again for each.
 */
export function plansActifs(base: Base, acteur: Acteur): Promise<readonly PlanActif[]> {
  return base
    .selectFrom('plan')
    .select(['id', 'titre', 'silence_jours as silenceJours', 'ministere_id as ministere'])
    .select('territoire_code as territoire')
    .where('etat', '=', 'actif')
    .where(plansVisibles(acteur))
    .execute();
}

/** Rows of these plans only. */
export function deCesPlans(colonne: string, plans: readonly PlanActif[]) {
  return sql<boolean>`${sql.ref(colonne)} in (select unnest(${sql.val(plans.map(({ id }) => id))}::uuid[]))`;
}
