import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { plansVisibles } from '../politique.ts';

/** A note that names one's service, or a group it belongs to, in a plan one reads. */
export type NoteQuiMentionne = {
  readonly id: string;
  readonly plan: string;
  readonly planTitre: string;
  readonly action: string;
  readonly code: string | null;
  readonly intitule: string;
  readonly texte: string | null;
  readonly obstacle: string | null;
  readonly levee: string | null;
  readonly instant: string;
  readonly auteur: string;
  readonly nommees: string;
};

export const MENTIONS_PAR_PAGE = 20;

/** The latest first; one more than a page when there are others. What was corrected no longer mentions anybody. */
export async function listerMentions(base: Base, acteur: Acteur, page: number): Promise<NoteQuiMentionne[]> {
  const nommees = sql<string>`(select unnest(${sql.val([...acteur.organisations, ...acteur.collectifs])}::text[]))`;
  const lignes = await base
    .selectFrom('note_avancement as n')
    .innerJoin('action', 'action.id', 'n.action_id')
    .innerJoin('plan', 'plan.id', 'n.plan_id')
    .innerJoin('signataire', 'signataire.id', 'n.auteur')
    .select(['n.id', 'plan.id as plan', 'plan.titre as planTitre', 'action.id as action', 'action.code'])
    .select(['action.intitule', 'n.texte', 'n.obstacle', 'n.levee', 'n.enregistre_le', 'signataire.nom as auteur'])
    .select(
      sql<string>`(select string_agg(coalesce(o.sigle, o.nom), ', ' order by coalesce(o.sigle, o.nom))
        from mention m join organisation o on o.id = m.organisation_id
        where m.note_id = n.id and m.organisation_id in ${nommees})`.as('nommees'),
    )
    .where('n.id', 'in', (eb) =>
      eb.selectFrom('mention').select('mention.note_id').where('mention.organisation_id', 'in', nommees),
    )
    .where('n.corrigee_le', 'is', null)
    .where('action.retiree_le', 'is', null)
    .where(plansVisibles(acteur))
    .orderBy('n.enregistre_le', 'desc')
    .orderBy('n.ordre', 'desc')
    .limit(MENTIONS_PAR_PAGE + 1)
    .offset((page - 1) * MENTIONS_PAR_PAGE)
    .execute();
  return lignes.map(({ enregistre_le, ...ligne }) => ({ ...ligne, instant: enregistre_le.toISOString() }));
}
