import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { plansVisibles } from '../politique.ts';

export type ActionTrouvee = {
  readonly id: string;
  readonly plan: string;
  readonly planTitre: string;
  readonly code: string | null;
  readonly intitule: string;
  readonly extrait: string;
};
export type PlanTrouve = { readonly id: string; readonly titre: string; readonly proprietaire: string };

export const RESULTATS_PAR_PAGE = 20;

/** Plans and actions whose words match, within what this actor may read: accents, plurals and capitals do not matter. */
export async function rechercher(
  base: Base,
  acteur: Acteur,
  q: string,
  page: number,
): Promise<{ plans: PlanTrouve[]; actions: ActionTrouvee[]; nombre: number }> {
  const demande = sql`websearch_to_tsquery('francais', ${q})`;
  const trouvees = base
    .selectFrom('action')
    .innerJoin('plan', 'plan.id', 'action.plan_id')
    .where(plansVisibles(acteur))
    .where('action.retiree_le', 'is', null)
    .where(
      sql<boolean>`(action.recherche @@ ${demande} or action.code = ${q} or action.id in (
        select n.action_id from note_avancement n where n.recherche @@ ${demande}))`,
    );
  const [plans, actions, { nombre }] = await Promise.all([
    base
      .selectFrom('plan')
      .innerJoin('organisation', 'organisation.id', 'plan.proprietaire_id')
      .select(['plan.id', 'plan.titre', sql<string>`coalesce(organisation.sigle, organisation.nom)`.as('proprietaire')])
      .where(plansVisibles(acteur))
      .where(sql<boolean>`plan.recherche @@ ${demande}`)
      .orderBy(sql`ts_rank(plan.recherche, ${demande})`, 'desc')
      .limit(10)
      .execute(),
    trouvees
      .select(['action.id', 'action.plan_id as plan', 'plan.titre as planTitre', 'action.code', 'action.intitule'])
      .select(
        sql<string>`ts_headline('francais', concat_ws(' … ', nullif(action.mise_en_oeuvre, ''), nullif(action.livrables, ''),
          (select n.texte from note_avancement n where n.action_id = action.id and n.texte is not null and n.corrigee_le is null order by n.vaut_le desc limit 1)),
          ${demande}, 'MaxWords=24, MinWords=12, StartSel="", StopSel=""')`.as('extrait'),
      )
      .orderBy(sql`ts_rank(action.recherche, ${demande})`, 'desc')
      .orderBy('action.id')
      .limit(RESULTATS_PAR_PAGE)
      .offset((page - 1) * RESULTATS_PAR_PAGE)
      .execute(),
    trouvees.select(({ fn }) => fn.countAll<number>().as('nombre')).executeTakeFirstOrThrow(),
  ]);
  return { plans, actions, nombre };
}
