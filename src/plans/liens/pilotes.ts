import { sql } from 'kysely';
import type { Base } from '#socle/base';

/** A pilote of a plan as a link names it: a service of the directory, or the words of the plan. */
export type PiloteDuPlan = {
  /** `o:<organisation>` or `t:<words>`, as the form sends it. */
  readonly valeur: string;
  readonly libelle: string;
  readonly actions: number;
};

/** The pilotes of the actions of this plan, those who carry most first. */
export async function pilotesDuPlan(base: Base, plan: string): Promise<PiloteDuPlan[]> {
  const { rows } = await sql<PiloteDuPlan>`
    select coalesce('o:' || p.organisation_id, 't:' || p.texte) as valeur, coalesce(o.sigle, o.nom, p.texte) as libelle,
      count(distinct p.action_id)::int as actions
    from action_pilote p
    join action a on a.id = p.action_id
    left join organisation o on o.id = p.organisation_id
    where p.plan_id = ${plan} and p.role = 'pilote' and a.retiree_le is null
    group by 1, 2 order by actions desc, libelle limit 300`.execute(base);
  return rows;
}

/** The actions of the plan that the pilote of a link carries today. */
export async function actionsDuPilote(
  base: Base,
  {
    plan,
    pilote,
    organisation,
  }: { readonly plan: string; readonly pilote: string; readonly organisation: string | null },
): Promise<string[]> {
  const lignes = await base
    .selectFrom('action_pilote')
    .innerJoin('action', 'action.id', 'action_pilote.action_id')
    .select('action.id')
    .distinct()
    .where('action_pilote.plan_id', '=', plan)
    .where('action_pilote.role', '=', 'pilote')
    .where('action.retiree_le', 'is', null)
    .where((eb) =>
      organisation === null
        ? eb('action_pilote.texte', '=', pilote)
        : eb('action_pilote.organisation_id', '=', organisation),
    )
    .limit(500)
    .execute();
  return lignes.map(({ id }) => id);
}
