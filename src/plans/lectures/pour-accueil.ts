import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { plansVisibles } from '../politique.ts';
import { type ActionPresentee, presenterAction } from '../presentation.ts';
import type { Regard } from './faits.ts';
import { actionsSituees } from './situations.ts';

export type ActionAttendue = ActionPresentee & { readonly planTitre: string };

/** Beyond this many plans the home page shows those whose actions moved last; the list has them all. */
const PLANS_LUS = 30;

/**
 * What is expected of this person's organisation: the open actions it carries as pilote, late ones first, then those
 * near their term, then the silent ones.
 */
export async function actionsAttendues(
  base: Base,
  acteur: Acteur,
  regard: Regard,
  limite: number,
): Promise<{ actions: ActionAttendue[]; nombre: number }> {
  const portees = await base
    .selectFrom('action_pilote')
    .innerJoin('action', 'action.id', 'action_pilote.action_id')
    .innerJoin('plan', 'plan.id', 'action.plan_id')
    .select(['action.id', 'action.plan_id', 'plan.titre'])
    .distinct()
    .where('action_pilote.role', '=', 'pilote')
    .where(
      'action_pilote.organisation_id',
      'in',
      sql<string>`(select unnest(${sql.val([...acteur.organisations])}::text[]))`,
    )
    .where('action.retiree_le', 'is', null)
    .where('plan.etat', '=', 'actif')
    .where(plansVisibles(acteur))
    .limit(2_000)
    .execute();
  const titres = new Map(portees.map(({ plan_id, titre }) => [plan_id, titre]));
  const miennes = new Set(portees.map(({ id }) => id));
  const situees = await actionsSituees(base, [...titres.keys()].slice(0, PLANS_LUS), regard);
  const ouvertes = situees.filter(({ id, situation }) => miennes.has(id) && !situation.close);
  const urgence = ({ situation }: (typeof ouvertes)[number]) =>
    situation.retard > 0
      ? -10_000 - situation.retard
      : situation.proche !== null
        ? -1_000 + situation.proche
        : situation.silence !== null
          ? -situation.silence / 1_000
          : 1;
  const triees = [...ouvertes].sort((a, b) => urgence(a) - urgence(b) || a.rang - b.rang);
  return {
    nombre: ouvertes.length,
    actions: triees
      .slice(0, limite)
      .map((action) => ({ ...presenterAction(action), planTitre: titres.get(action.plan) ?? '' })),
  };
}
