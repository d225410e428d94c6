import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';

/** For each action of these plans whose deadlines were put off, the day of the last time. */
export async function derniersReports(base: Base, plans: readonly string[]): Promise<ReadonlyMap<string, Jour>> {
  if (plans.length === 0) return new Map();
  const { rows } = await sql<{ action_id: string; jour: Jour }>`
    select action_id, (max(enregistre_le) at time zone 'Europe/Paris')::date as jour from echeance
    where plan_id = any(${[...plans]}::uuid[]) and rang > 0 group by action_id`.execute(base);
  return new Map(rows.map(({ action_id, jour }) => [action_id, jour]));
}
