import { type Migration, sql } from 'kysely';

/**
 * A past day is read from the facts: their index carries what a series needs, so that its rows, written by months over
 * years, are not fetched one by one.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create index valeur_connue on valeur (indicateur, territoire, type, jour, id)
      include (valeur, enregistre_le)`.execute(base);
    await sql`drop index valeur_serie`.execute(base);
  },
};
