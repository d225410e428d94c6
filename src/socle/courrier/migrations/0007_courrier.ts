import { type Migration, sql } from 'kysely';

/**
 * The outbox. `compte_id` refers to no table: accounts live above the ground floor, and a mail outlives the account it was
 * written to. A mail to be sent has `prochain_essai_le`; one that is sent or given up has not.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table courriel (
        id uuid primary key,
        cle text not null unique,
        genre text not null,
        compte_id text,
        adresse text not null check (adresse = lower(adresse)),
        adresse_mots text[] not null generated always as (regexp_split_to_array(adresse, '[^a-z0-9]+')) stored,
        sujet text not null,
        texte text not null,
        html text not null,
        cree_le timestamptz not null,
        essais integer not null default 0,
        prochain_essai_le timestamptz,
        erreur text,
        envoye_le timestamptz,
        abandonne_le timestamptz,
        check (num_nonnulls(prochain_essai_le, envoye_le, abandonne_le) = 1)
      )`.execute(base);
    await sql`create index courriel_a_envoyer on courriel (prochain_essai_le, id) where prochain_essai_le is not null`.execute(
      base,
    );
    await sql`create index courriel_abandonne on courriel (cree_le desc, id desc) where abandonne_le is not null`.execute(
      base,
    );
    await sql`create index courriel_recent on courriel (cree_le desc, id desc)`.execute(base);
    await sql`create index courriel_adresse on courriel using gin (adresse_mots)`.execute(base);
    await sql`create index courriel_compte on courriel (compte_id) where compte_id is not null`.execute(base);
  },
};
