import { type RawBuilder, sql } from 'kysely';
import type { Base } from '#socle/base';

type Reference = RawBuilder<unknown>;

/** Codes of the territories that contain this one, itself left out, as a subquery. */
export function territoiresEnglobants(code: Reference): RawBuilder<{ code: string }> {
  return sql`
    with recursive haut as (
      select t.code, t.parent_code from territoire t where t.code = ${code}
      union
      select t.code, t.parent_code from territoire t join haut on t.code = haut.parent_code
    ) select code from haut where code <> ${code}`;
}

export type Portee = { readonly territoires: readonly string[]; readonly territoiresEnglobants: readonly string[] };

/** For each of these territories: itself and those it contains, and those that contain it. */
export async function lirePortees(base: Base, codes: readonly string[]): Promise<Map<string, Portee>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<Portee & { racine: string }>`
    with recursive racines as (
      select distinct unnest(${sql.val([...new Set(codes)])}::text[]) as racine
    ), sous as (
      select racine, racine as code from racines
      union
      select sous.racine, t.code from territoire t join sous on t.parent_code = sous.code
    ), haut as (
      select racine, t.code, t.parent_code from racines join territoire t on t.code = racine
      union
      select haut.racine, t.code, t.parent_code from territoire t join haut on t.code = haut.parent_code
    ), contenus as (
      select racine, array_agg(code) as codes from sous group by racine
    ), englobants as (
      select racine, array_agg(code) as codes from haut where code <> racine group by racine
    )
    select racine, contenus.codes as territoires, coalesce(englobants.codes, '{}') as "territoiresEnglobants"
    from racines join contenus using (racine) left join englobants using (racine)`.execute(base);
  return new Map(rows.map(({ racine, ...portee }) => [racine, portee]));
}
