import { type Migration, sql } from 'kysely';

/** A note about one territory shows files as a note about the action does; its link stays in the note. */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table piece_de_declinaison (
        id uuid primary key,
        note_id uuid not null references note_de_declinaison (id),
        rang integer not null,
        nom text not null check (length(nom) between 1 and 500),
        document_id uuid not null references document_source (id),
        unique (note_id, rang)
      )`.execute(base);
    await sql`create index piece_de_declinaison_document on piece_de_declinaison (document_id)`.execute(base);
  },
};
