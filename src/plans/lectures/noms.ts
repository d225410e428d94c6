import type { Acteur } from '#acces';
import type { ObjetNomme } from '#journal';
import type { Base } from '#socle/base';
import { plansVisibles } from '../politique.ts';
import { estIdentifiant } from './plan.ts';

/** What these plans, axes and actions are called, for those this actor may read. */
export async function nommerDansLesPlans(
  base: Base,
  acteur: Acteur,
  type: 'plan' | 'axe' | 'action',
  ids: readonly string[],
): Promise<Map<string, ObjetNomme>> {
  const connus = [...new Set(ids)].filter(estIdentifiant);
  if (connus.length === 0) return new Map();
  const lignes = await requete(base, type, connus).where(plansVisibles(acteur)).execute();
  return new Map(lignes.map(({ id, plan, libelle }) => [id, { libelle, href: `/plans/${plan}${suite(type, id)}` }]));
}

function requete(base: Base, type: 'plan' | 'axe' | 'action', ids: readonly string[]) {
  const plans = base.selectFrom('plan');
  switch (type) {
    case 'plan':
      return plans.select(['plan.id', 'plan.id as plan', 'plan.titre as libelle']).where('plan.id', 'in', ids);
    case 'axe':
      return plans
        .innerJoin('axe', 'axe.plan_id', 'plan.id')
        .select(['axe.id', 'plan.id as plan', 'axe.intitule as libelle'])
        .where('axe.id', 'in', ids);
    case 'action':
      return plans
        .innerJoin('action', 'action.plan_id', 'plan.id')
        .select(['action.id', 'plan.id as plan', 'action.intitule as libelle'])
        .where('action.id', 'in', ids);
  }
}

function suite(type: 'plan' | 'axe' | 'action', id: string): string {
  return { plan: '', axe: '/axes', action: `/actions/${id}` }[type];
}
