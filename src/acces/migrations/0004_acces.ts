import { type Migration, sql } from 'kysely';

/** Accounts and sessions. A session holds the hash of its token, never the token. */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table compte (
        id text primary key,
        nom text not null,
        profil text not null,
        organisation_id text not null references organisation (id),
        territoire_code text not null references territoire (code),
        demonstration boolean not null default false,
        presentation text,
        rang integer not null default 0,
        cree_le timestamptz not null
      )`.execute(base);
    await sql`
      create table session (
        empreinte char(64) primary key,
        compte_id text not null references compte (id) on delete cascade,
        ouverte_le timestamptz not null,
        vue_le timestamptz not null,
        expire_le timestamptz not null
      )`.execute(base);
    await sql`create index session_compte on session (compte_id)`.execute(base);
    await sql`create index session_expiration on session (expire_le)`.execute(base);
  },
};
