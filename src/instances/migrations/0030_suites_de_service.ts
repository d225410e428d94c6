import { type Migration, sql } from 'kysely';

/**
 * A decision may ask a whole network (« les SGC-D »): each of its services answers for itself, once. The decision itself is
 * applied when the committee, or a service it names by its own name, says so.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table suite_de_service (
        decision_id uuid not null references decision (id),
        organisation_id text not null references organisation (id),
        texte text not null check (length(texte) between 1 and 2000),
        enregistre_le timestamptz not null,
        auteur text references compte (id),
        primary key (decision_id, organisation_id)
      )`.execute(base);
    await sql`comment on table suite_de_service is
      'What one service of a network did of a decision that asks them all'`.execute(base);
  },
};
