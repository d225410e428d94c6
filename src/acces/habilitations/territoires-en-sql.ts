import { type RawBuilder, sql } from 'kysely';

type Reference = RawBuilder<unknown>;

/** Codes of this territory and of those it contains, as a subquery. */
export function territoiresContenus(code: Reference): RawBuilder<{ code: string }> {
  return sql`
    with recursive sous as (
      select t.code from territoire t where t.code = ${code}
      union
      select t.code from territoire t join sous on t.parent_code = sous.code
    ) select code from sous`;
}

/** Codes of the territories that contain this one, itself left out, as a subquery. */
export function territoiresEnglobants(code: Reference): RawBuilder<{ code: string }> {
  return sql`
    with recursive haut as (
      select t.code, t.parent_code from territoire t where t.code = ${code}
      union
      select t.code, t.parent_code from territoire t join haut on t.code = haut.parent_code
    ) select code from haut where code <> ${code}`;
}
