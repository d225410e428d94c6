import { type Migration, sql } from 'kysely';

/**
 * Reminders. What a plan asks to be reminded of, which kinds a person switched off, and what was written to whom: one row of
 * `courrier_de_relance` per person and per day, with what it was about. Its uniqueness is what makes a mail leave once,
 * however many programs prepare it.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table regle_de_relance (
        plan_id uuid primary key references plan (id),
        avant integer check (avant between 1 and 60),
        apres integer check (apres between 1 and 60),
        puis integer check (puis between 1 and 60),
        silence integer check (silence between 1 and 60),
        comite integer check (comite between 1 and 60),
        version integer not null default 1,
        modifie_le timestamptz not null,
        auteur text references compte (id),
        check ((apres is null) = (puis is null))
      )`.execute(base);
    await sql`comment on table regle_de_relance is
      'A column that is null: this kind of reminder is off. A plan without a row reminds nobody.'`.execute(base);
    await sql`
      create table courrier_coupe (
        compte_id text not null references compte (id),
        genre text not null check (genre in ('avant', 'apres', 'silence', 'comite', 'remontee', 'semaine')),
        coupe_le timestamptz not null,
        primary key (compte_id, genre)
      )`.execute(base);
    await sql`comment on table courrier_coupe is 'The kinds of mails a person does not want; all others are sent'`.execute(
      base,
    );
    await sql`
      create table courrier_de_relance (
        id uuid primary key,
        compte_id text not null references compte (id),
        jour date not null,
        courriel_id uuid not null,
        enregistre_le timestamptz not null,
        unique (compte_id, jour)
      )`.execute(base);
    await sql`comment on column courrier_de_relance.courriel_id is
      'The mail in the outbox, which forgets it sooner: no reference'`.execute(base);
    await sql`create index courrier_de_relance_jour on courrier_de_relance (jour)`.execute(base);
    await sql`
      create table relance (
        id bigint primary key generated always as identity,
        courrier_id uuid not null references courrier_de_relance (id) on delete cascade,
        jour date not null,
        genre text not null check (genre in ('avant', 'apres', 'silence', 'comite', 'remontee', 'semaine')),
        plan_id uuid references plan (id),
        action_id uuid references action (id),
        reunion_id uuid references reunion (id),
        remontee_id uuid references remontee (id),
        echeance date,
        check (action_id is null or plan_id is not null)
      )`.execute(base);
    await sql`create index relance_courrier on relance (courrier_id)`.execute(base);
    await sql`create index relance_plan on relance (plan_id, jour desc, id desc) where plan_id is not null`.execute(
      base,
    );
    await sql`comment on column relance.echeance is
      'The day it was about: deadline announced, day of the meeting, closing of the remontée'`.execute(base);
    await sql`
      alter table remontee add column relance_avant integer default 3 check (relance_avant between 1 and 60)`.execute(
      base,
    );
    await sql`comment on column remontee.relance_avant is
      'Days before the closing when those who have not answered are reminded; null: never'`.execute(base);
  },
};
