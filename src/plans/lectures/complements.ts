import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { borneDuRegard, type Regard } from './faits.ts';

/** The longer texts of an action, read only for the rows and the columns a page shows. */
export type Complements = {
  readonly livrables: string | null;
  readonly miseEnOeuvre: string | null;
  /** The last words written on it. */
  readonly note: string | null;
};

export async function complementsDesActions(
  base: Base,
  actions: readonly string[],
  regard: Regard,
): Promise<Map<string, Complements>> {
  if (actions.length === 0) return new Map();
  const borne = borneDuRegard(regard) ?? sql<Date>`'infinity'::timestamptz`;
  const { rows } = await sql<Complements & { id: string }>`
    select a.id, a.livrables, a.mise_en_oeuvre as "miseEnOeuvre",
      (select n.texte from note_avancement n
        where n.plan_id = a.plan_id and n.action_id = a.id and n.texte is not null and n.enregistre_le < ${borne}
          and (n.corrigee_le is null or n.corrigee_le >= ${borne})
        order by n.vaut_le desc, n.ordre desc limit 1) as note
    from action a
    where a.id in (select unnest(${sql.val([...actions])}::uuid[]))`.execute(base);
  return new Map(rows.map(({ id, ...textes }) => [id, textes]));
}
