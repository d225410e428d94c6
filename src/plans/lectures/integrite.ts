import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import {
  type BilanDesEngagements,
  bilanDesEngagements,
  type Constat,
  constatsDEngagement,
} from '../regles/integrite.ts';
import { borneDuRegard, type Regard } from './faits.ts';
import { actionsEnAttenteDeReport } from './reports.ts';
import { type ActionSituee, actionsSituees } from './situations.ts';

export type ActionEngagee = { readonly action: ActionSituee; readonly constats: readonly Constat[] };

/** What became of the promises of a plan the caller was allowed to read, in its order, as seen from `regard`. */
export async function engagementsDuPlan(
  base: Base,
  plan: string,
  regard: Regard,
): Promise<{
  readonly actions: readonly ActionEngagee[];
  readonly bilan: BilanDesEngagements;
  readonly debut: Jour | null;
}> {
  const [situees, statuts, attentes, { debut }] = await Promise.all([
    actionsSituees(base, [plan], regard),
    statutsDepuis(base, plan, regard),
    actionsEnAttenteDeReport(base, plan, regard),
    base
      .selectFrom('action')
      .select(sql<Jour | null>`(min(cree_le) at time zone 'Europe/Paris')::date`.as('debut'))
      .where('plan_id', '=', plan)
      .executeTakeFirstOrThrow(),
  ]);
  const actions = situees.map((action) => ({
    action,
    constats: constatsDEngagement(
      action,
      { statutDepuis: statuts.get(action.id) ?? null, reportEnAttente: attentes.has(action.id) },
      debut ?? action.creeLe,
    ),
  }));
  return { actions, bilan: bilanDesEngagements(actions), debut };
}

/** Since when each action that is done, and maybe others, has the status it has: the first of the notes that say it in a row. */
async function statutsDepuis(
  base: Base,
  plan: string,
  regard: Regard,
): Promise<Map<string, { jour: Jour; parImport: boolean }>> {
  const borne = borneDuRegard(regard) ?? sql<Date>`'infinity'::timestamptz`;
  // Only what is done is asked since when it is: today that is written beside the action, of a past day the notes say it.
  const terminees = regard.passe
    ? sql`select action_id from note_avancement where plan_id = ${plan} and statut = 'terminee'`
    : sql`select id from action where plan_id = ${plan} and statut = 'terminee'`;
  const { rows } = await sql<{ action_id: string; jour: Jour; par_import: boolean }>`
    select distinct on (action_id) action_id, (vaut_le at time zone 'Europe/Paris')::date as jour,
      origine = 'import' as par_import
    from (
      select action_id, statut, origine, vaut_le, ordre,
        lag(statut) over (partition by action_id order by vaut_le, ordre) as avant
      from note_avancement
      where plan_id = ${plan} and statut is not null and enregistre_le < ${borne}
        and action_id in (${terminees})
        and (corrigee_le is null or corrigee_le >= ${borne})
    ) n
    where statut is distinct from avant
    order by action_id, vaut_le desc, ordre desc`.execute(base);
  return new Map(rows.map(({ action_id, jour, par_import }) => [action_id, { jour, parImport: par_import }]));
}
