import { sql } from 'kysely';

/**
 * For a query that begins with `with recursive services (id, …)`: each of these services with itself and every service above
 * it (`lignees`: service, valeur), since what one asks of a service takes in those below.
 */
export const LIGNEES = sql`lignees as (
  select s.id as service, o.id as valeur, o.parent_id as suivant from services s join organisation o on o.id = s.id
  union
  select x.service, o.id, o.parent_id from lignees x join organisation o on o.id = x.suivant
)`;
