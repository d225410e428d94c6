import { type RawBuilder, sql } from 'kysely';
import type { Acteur } from '#acces';

/** `estDemandeeA` of the policy, said of the rows of `decision` joined with their `instance`. */
export function demandeeA(acteur: Acteur): RawBuilder<boolean> {
  const { organisations, collectifs, territoires, territoiresEnglobants } = acteur;
  const liste = (ids: readonly string[]) => sql`${sql.val([...ids])}::text[]`;
  return sql<boolean>`(decision.responsables && ${liste(organisations)}
    or (decision.responsables && ${liste(collectifs)}
      and instance.territoire_code = any(${liste([...territoires, ...territoiresEnglobants])})))`;
}
