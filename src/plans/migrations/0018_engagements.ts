import { type Migration, sql } from 'kysely';

/**
 * Notes say what blocks an action, show what proves it done, mention organisations, and may correct an earlier one. A
 * corrected note is kept and no longer counts; its correction stands at its place in the story (`vaut_le`), so that correcting
 * January does not undo what February said. A report may be asked for, and waits for the answer of the plan's team.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      alter table note_avancement
        add column obstacle text,
        add column levee text,
        add column sans_piece text,
        add column corrige uuid references note_avancement (id),
        add column corrigee_le timestamptz,
        add column place_le timestamptz,
        add column vaut_le timestamptz not null generated always as (coalesce(place_le, enregistre_le)) stored,
        add check ((corrige is null) = (place_le is null))`.execute(base);
    await sql`create unique index note_corrige on note_avancement (corrige) where corrige is not null`.execute(base);
    await sql`drop index note_plan`.execute(base);
    await sql`create index note_plan on note_avancement (plan_id, action_id, vaut_le desc, ordre desc)
      include (statut, taux, enregistre_le, corrigee_le)`.execute(base);
    await sql`
      create table piece_de_note (
        id uuid primary key,
        note_id uuid not null references note_avancement (id),
        plan_id uuid not null references plan (id),
        rang integer not null,
        nom text not null check (length(nom) between 1 and 500),
        adresse text,
        document_id uuid references document_source (id),
        check ((adresse is null) <> (document_id is null)),
        unique (note_id, rang)
      )`.execute(base);
    await sql`create index piece_plan on piece_de_note (plan_id)`.execute(base);
    await sql`create index piece_document on piece_de_note (document_id)`.execute(base);
    await sql`
      create table mention (
        note_id uuid not null references note_avancement (id),
        organisation_id text not null references organisation (id),
        primary key (note_id, organisation_id)
      )`.execute(base);
    await sql`create index mention_organisation on mention (organisation_id)`.execute(base);
    await sql`alter table plan add column reports_a_valider boolean not null default false`.execute(base);
    await sql`
      create table demande_de_report (
        id uuid primary key,
        action_id uuid not null references action (id),
        plan_id uuid not null references plan (id),
        engagement integer not null,
        rang integer not null,
        texte text not null,
        motif text not null,
        enregistre_le timestamptz not null,
        auteur text not null references compte (id)
      )`.execute(base);
    await sql`comment on column demande_de_report.rang is
      'Rank of the deadline one asked to put off: the request no longer stands when another was put in between'`.execute(
      base,
    );
    await sql`create index demande_de_report_action on demande_de_report (action_id, enregistre_le desc)`.execute(base);
    await sql`create index demande_de_report_plan on demande_de_report (plan_id)`.execute(base);
    await sql`
      create table reponse_de_report (
        demande_id uuid primary key references demande_de_report (id),
        acceptee boolean not null,
        raison text,
        enregistre_le timestamptz not null,
        auteur text not null references compte (id),
        check (acceptee or raison is not null)
      )`.execute(base);
  },
};
