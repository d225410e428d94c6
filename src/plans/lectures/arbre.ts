import type { Base } from '#socle/base';
import { type Axe, axesDuPlan } from './plan.ts';

export type ActionDArbre = { readonly id: string; readonly code: string | null; readonly intitule: string };
export type NoeudDePlan = Axe & {
  readonly actions: readonly ActionDArbre[];
  readonly nombre: number;
  readonly enfants: readonly NoeudDePlan[];
};

/** The plan as a tree: axes in their order, each with its first actions and how many it has. */
export async function arbreDuPlan(base: Base, plan: string, actionsMontrees: number) {
  const [axes, actions] = await Promise.all([
    axesDuPlan(base, plan),
    base
      .selectFrom('action')
      .select(['id', 'axe_id', 'code', 'intitule'])
      .where('plan_id', '=', plan)
      .where('retiree_le', 'is', null)
      .orderBy('rang')
      .orderBy('id')
      .execute(),
  ]);
  const connus = new Set(axes.map(({ id }) => id));
  const parAxe = new Map<string | null, ActionDArbre[]>();
  for (const { axe_id, ...action } of actions) {
    const axe = axe_id !== null && connus.has(axe_id) ? axe_id : null;
    const groupe = parAxe.get(axe);
    if (groupe) groupe.push(action);
    else parAxe.set(axe, [action]);
  }
  const contenu = (axe: string | null) => {
    const toutes = parAxe.get(axe) ?? [];
    return { actions: toutes.slice(0, actionsMontrees), nombre: toutes.length };
  };
  const noeuds = (parent: string | null): NoeudDePlan[] =>
    axes.filter((axe) => axe.parent === parent).map((axe) => ({ ...axe, ...contenu(axe.id), enfants: noeuds(axe.id) }));
  return { axes: axes.map(({ id, intitule }) => ({ id, intitule })), racines: noeuds(null), sansAxe: contenu(null) };
}
