import { type Migration, sql } from 'kysely';

/** Territories, organisations and all their names. The content comes from `amorcerReferentiel`. */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table territoire (
        code text primary key check (code ~ '^(FR|R[0-9]{2}|D[0-9][0-9AB][0-9]?)$'),
        insee text check ((insee is null) = (code = 'FR')),
        nom text not null check (nom <> ''),
        maille text not null check (maille in ('national', 'regional', 'departemental')),
        parent_code text references territoire (code),
        locution text not null check (locution <> ''),
        unique (maille, insee),
        check ((parent_code is null) = (maille = 'national'))
      )`.execute(base);
    await sql`create index territoire_parent on territoire (parent_code)`.execute(base);
    await sql`
      create table organisation (
        id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        sigle text check (sigle <> ''),
        nom text not null check (nom <> ''),
        genre text not null check (genre in (
          'ministere', 'secretariat_general', 'direction', 'sous_direction', 'bureau', 'service', 'operateur',
          'prefecture', 'sgar', 'sgcd', 'ddi', 'region_service', 'collectif')),
        parent_id text references organisation (id) check (parent_id <> id),
        territoire_code text not null references territoire (code),
        active boolean not null default true,
        cree_le timestamptz not null default now(),
        corrigee_le timestamptz
      )`.execute(base);
    await sql`create index organisation_parent on organisation (parent_id)`.execute(base);
    await sql`create index organisation_territoire on organisation (territoire_code, genre)`.execute(base);
    await sql`
      create table organisation_nom (
        organisation_id text not null references organisation (id) on delete cascade,
        nom text not null check (nom <> ''),
        nature text not null check (nature in ('sigle', 'nom', 'ancien_nom', 'autre_nom')),
        cle text not null check (cle <> ''),
        primary key (organisation_id, nom)
      )`.execute(base);
    await sql`create index organisation_nom_cle on organisation_nom (cle, organisation_id)`.execute(base);
    await sql`
      create table organisation_membre (
        collectif_id text not null references organisation (id) on delete cascade,
        membre_id text not null references organisation (id) on delete cascade check (membre_id <> collectif_id),
        primary key (collectif_id, membre_id)
      )`.execute(base);
    await sql`create index organisation_membre_membre on organisation_membre (membre_id)`.execute(base);
    await sql`comment on table territoire is
      'France, régions et départements du code officiel géographique'`.execute(base);
    await sql`comment on table organisation is
      'Services de l’État, opérateurs et collectifs (« les SGAR ») ; aucune personne'`.execute(base);
    await sql`comment on column organisation.corrigee_le is
      'Date de correction par un administrateur : le référentiel livré ne la modifie plus'`.execute(base);
    await sql`comment on table organisation_nom is
      'Tous les noms d’une organisation, actuels et anciens ; la clé est le nom sans casse, accents ni mots de liaison'`.execute(
      base,
    );
    await sql`comment on table organisation_membre is
      'Organisations que réunit un collectif'`.execute(base);
  },
};
