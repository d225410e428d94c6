import { type Migration, sql } from 'kysely';

/**
 * The visit of someone whose identity is proven and who has no account: what lets this browser, and no other, tell more of
 * the request and read its answer. It holds the hash of its token, never the token.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table visite_inconnue (
        empreinte char(64) primary key,
        demande_id uuid not null references demande_acces (id) on delete cascade,
        jeton_identite text,
        expire_le timestamptz not null
      )`.execute(base);
    await sql`create index visite_inconnue_demande on visite_inconnue (demande_id)`.execute(base);
    await sql`create index visite_inconnue_expiration on visite_inconnue (expire_le)`.execute(base);
    await sql`
      create unique index demande_une_ouverte on demande_acces (emetteur, sujet)
      where etat = 'ouverte' and compte_id is null`.execute(base);
  },
};
