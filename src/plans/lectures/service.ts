import { sql } from 'kysely';
import type { Base } from '#socle/base';

/** A service of the directory as one asks about it: its name, itself and all those below it. */
export type Service = { readonly id: string; readonly libelle: string; readonly organisations: readonly string[] };

/** Null when the directory has no such service. */
export async function trouverService(base: Base, id: string): Promise<Service | null> {
  const { rows } = await sql<Service>`
    with recursive sous as (
      select id from organisation where id = ${id}
      union select o.id from organisation o join sous on o.parent_id = sous.id
    )
    select o.id, coalesce(o.sigle, o.nom) as libelle, (select array_agg(id) from sous) as organisations
    from organisation o where o.id = ${id}`.execute(base);
  return rows[0] ?? null;
}
