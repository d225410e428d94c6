import { type Migration, sql } from 'kysely';

/**
 * Files answered to a remontée, services chosen one by one, and what results became: a note of an action, a value of an
 * indicator.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table remontee_fichier (
        id uuid primary key,
        cible_id bigint not null references remontee_cible (id),
        question text not null,
        document_id uuid not null references document_source (id)
      )`.execute(base);
    await sql`create index remontee_fichier_cible on remontee_fichier (cible_id)`.execute(base);
    await sql`create index remontee_fichier_document on remontee_fichier (document_id)`.execute(base);
    await sql`
      create table remontee_destinataire (
        remontee_id uuid not null references remontee (id),
        organisation_id text not null references organisation (id),
        primary key (remontee_id, organisation_id)
      )`.execute(base);
    await sql`comment on table remontee_destinataire is
      'Services chosen one by one for a draft; once it is sent, those of remontee_cible are the ones asked'`.execute(
      base,
    );
    await sql`
      create table remontee_reprise (
        id uuid primary key,
        remontee_id uuid not null references remontee (id),
        question text not null,
        action_id uuid references action (id),
        indicateur_id uuid references indicateur (id),
        recues integer not null,
        chiffre text not null,
        enregistre_le timestamptz not null,
        auteur text references compte (id),
        check ((action_id is null) <> (indicateur_id is null)),
        unique nulls not distinct (remontee_id, question, action_id, indicateur_id, recues, chiffre)
      )`.execute(base);
    await sql`create index remontee_reprise_action on remontee_reprise (action_id) where action_id is not null`.execute(
      base,
    );
    await sql`create index remontee_reprise_indicateur on remontee_reprise (indicateur_id)
      where indicateur_id is not null`.execute(base);
  },
};
