import { type Migration, sql } from 'kysely';

/**
 * Remontées: questions sent to services, which answer by a closing day. Named answers are appended, the last of a service
 * stands. Of an anonymous one, the answer holds neither who nor when: its rows are dealt again at each new one
 * (`recevoirAnonyme`), so that not even the order in which they were written tells.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table remontee (
        id uuid primary key,
        titre text not null check (length(titre) between 1 and 200),
        presentation text check (length(presentation) <= 8000),
        organisation_id text not null references organisation (id),
        territoire_code text not null references territoire (code),
        reseau text not null,
        profil text,
        anonyme boolean not null,
        questions jsonb not null default '[]' check (jsonb_typeof(questions) = 'array'),
        etat text not null default 'brouillon' check (etat in ('brouillon', 'envoyee', 'abandonnee')),
        ouvre_le date not null,
        ferme_le date not null check (ferme_le >= ouvre_le),
        version integer not null default 1,
        cree_le timestamptz not null,
        cree_par text references compte (id),
        envoyee_le timestamptz,
        publiee_le timestamptz,
        check ((etat = 'envoyee') = (envoyee_le is not null))
      )`.execute(base);
    await sql`create index remontee_organisation on remontee (organisation_id, cree_le desc)`.execute(base);
    await sql`create index remontee_fermeture on remontee (ferme_le) where etat = 'envoyee'`.execute(base);
    await sql`
      create table remontee_cible (
        id bigint primary key generated always as identity,
        remontee_id uuid not null references remontee (id),
        organisation_id text not null references organisation (id),
        territoire_code text not null references territoire (code),
        delegue_a text references organisation (id),
        repondu boolean not null default false,
        unique (remontee_id, organisation_id)
      )`.execute(base);
    await sql`create index remontee_cible_organisation on remontee_cible (organisation_id)`.execute(base);
    await sql`create index remontee_cible_delegue on remontee_cible (delegue_a) where delegue_a is not null`.execute(
      base,
    );
    await sql`comment on column remontee_cible.repondu is
      'Whether an answer was sent, of an anonymous remontée too: reminders need it; neither when nor by whom'`.execute(
      base,
    );
    await sql`
      create table remontee_delegation (
        id bigint primary key generated always as identity,
        cible_id bigint not null references remontee_cible (id),
        organisation_id text references organisation (id),
        enregistre_le timestamptz not null,
        auteur text references compte (id)
      )`.execute(base);
    await sql`create index remontee_delegation_cible on remontee_delegation (cible_id, id)`.execute(base);
    await sql`
      create table remontee_brouillon (
        cible_id bigint primary key references remontee_cible (id),
        contenu jsonb not null,
        enregistre_le timestamptz not null,
        auteur text references compte (id),
        version integer not null default 1
      )`.execute(base);
    await sql`
      create table remontee_reponse (
        id bigint primary key generated always as identity,
        cible_id bigint not null references remontee_cible (id),
        contenu jsonb not null,
        enregistre_le timestamptz not null,
        auteur text references compte (id)
      )`.execute(base);
    await sql`create index remontee_reponse_cible on remontee_reponse (cible_id, id desc)`.execute(base);
    await sql`
      create table remontee_reponse_anonyme (
        remontee_id uuid not null references remontee (id),
        place integer not null,
        region_code text not null references territoire (code),
        contenu jsonb not null,
        primary key (remontee_id, place)
      )`.execute(base);
    await sql`comment on column remontee_reponse_anonyme.place is
      'Drawn by lot again for every answer of the remontée each time one is received: not an order of arrival'`.execute(
      base,
    );
    await sql`
      create table remontee_relance (
        id bigint primary key generated always as identity,
        remontee_id uuid not null references remontee (id),
        jour date not null,
        enregistre_le timestamptz not null,
        auteur text references compte (id),
        cibles integer not null,
        courriels integer not null,
        unique (remontee_id, jour)
      )`.execute(base);
  },
};
