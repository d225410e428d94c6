import { type Migration, sql } from 'kysely';

/**
 * Where a request wants the right, beside where the person who asks works: « this reform, in the Ille-et-Vilaine ». Requests
 * made before ask for the person's own territory.
 */
export const migration: Migration = {
  async up(base) {
    await sql`alter table demande_acces add column pour_territoire_code text references territoire (code)`.execute(
      base,
    );
    await sql`
      update demande_acces set pour_territoire_code = territoire_code where objet_type is not null`.execute(base);
    await sql`
      create index demande_sur_objet on demande_acces (objet_type, objet_id, creee_le) where etat = 'ouverte'`.execute(
      base,
    );
  },
};
