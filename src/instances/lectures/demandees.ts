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

/**
 * `demandeeA`, but for what their services of a network answered already: a decision that names them only as a network is
 * asked of this person until each of theirs has answered. None is once it was said what was done of it.
 */
export function demandeeEncoreA(acteur: Acteur): RawBuilder<boolean> {
  const siens = sql`${sql.val([...acteur.organisations])}::text[]`;
  return sql<boolean>`(decision.suite is null and ${demandeeA(acteur)} and (decision.responsables && ${siens} or exists (
    select from organisation_membre m
    where m.collectif_id = any(decision.responsables) and m.membre_id = any(${siens})
      and not exists (select from suite_de_service s
        where s.decision_id = decision.id and s.organisation_id = m.membre_id))))`;
}
