import { sql } from 'kysely';
import type { Base } from '#socle/base';

export type CritereConnu = {
  readonly critere: string;
  readonly annee: number;
  readonly source: string;
  readonly territoires: number;
};

/** What is known of each criterion: for how many territories, of which year, from which source. A few rows. */
export async function lireCriteresConnus(base: Base): Promise<readonly CritereConnu[]> {
  const { rows } = await sql<CritereConnu>`
    select critere, annee, source, count(*)::int as territoires
    from critere_de_territoire group by critere, annee, source order by critere, annee desc, source limit 200`.execute(
    base,
  );
  return rows;
}
