import { type Migration, sql } from 'kysely';

/**
 * Reforms, and what is declared of them in each territory. Météos and analyses are facts: appended, never changed; the
 * current one is the last, and a past situation is the same query bounded by `enregistre_le`. The figures of a reform are
 * those of its basket (`situation_de_panier`), which the room below keeps.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table reforme (
        id uuid primary key,
        nom text not null check (length(nom) between 1 and 300),
        description text,
        theme text not null check (length(theme) between 1 and 120),
        ministere_id text references organisation (id),
        equipe_id text not null references organisation (id),
        services text[] not null default '{}',
        mailles text[] not null check (mailles <@ array['national', 'regional', 'departemental'] and cardinality(mailles) > 0),
        meteo_jours smallint not null default 90 check (meteo_jours between 1 and 730),
        etat text not null check (etat in ('brouillon', 'active', 'archivee')),
        panier integer not null unique references panier (numero),
        demonstration boolean not null default false,
        version integer not null default 1,
        cree_le timestamptz not null,
        cree_par text references compte (id),
        recherche tsvector generated always as (
          setweight(to_tsvector('francais', nom), 'A') ||
          setweight(to_tsvector('francais', theme || ' ' || coalesce(description, '')), 'B')
        ) stored
      )`.execute(base);
    await sql`create index reforme_recherche on reforme using gin (recherche)`.execute(base);
    await sql`create index reforme_par_nom on reforme (nom)`.execute(base);
    await sql`comment on column reforme.services is
      'Services and groups of services (« les DDPP ») whose field it is: they read it and analyse it on their territory'`.execute(
      base,
    );
    await sql`comment on column reforme.meteo_jours is 'Days after which a météo must be declared again'`.execute(base);

    await sql`
      create table reforme_contact (
        id uuid primary key,
        reforme_id uuid not null references reforme (id),
        territoire_code text references territoire (code),
        fonction text not null check (length(fonction) between 1 and 200),
        organisation_id text references organisation (id),
        courriel text,
        telephone text,
        rang smallint not null default 0,
        ajoute_le timestamptz not null,
        ajoute_par text references compte (id),
        retire_le timestamptz
      )`.execute(base);
    await sql`create index reforme_contact_reforme on reforme_contact (reforme_id) where retire_le is null`.execute(
      base,
    );
    await sql`comment on table reforme_contact is
      'People to contact, by their function and the address of their service; a null territory: for the whole country'`.execute(
      base,
    );

    await sql`
      create table meteo_declaree (
        id bigint primary key generated always as identity,
        reforme_id uuid not null references reforme (id),
        territoire_code text not null references territoire (code),
        meteo text not null check (meteo in ('soleil', 'partiellement_nuageux', 'nuageux', 'orage')),
        phrase text not null check (length(phrase) between 1 and 1000),
        jour date not null,
        ecart_points numeric,
        taux_global numeric,
        enregistre_le timestamptz not null,
        auteur text references compte (id)
      )`.execute(base);
    await sql`create index meteo_derniere on meteo_declaree (territoire_code, reforme_id, id desc)`.execute(base);
    await sql`create index meteo_reforme on meteo_declaree (reforme_id, territoire_code, id desc)`.execute(base);
    await sql`comment on column meteo_declaree.ecart_points is
      'What the indicators said on the day it was declared: gap to the trajectory, in points'`.execute(base);

    await sql`
      create table analyse_de_reforme (
        id bigint primary key generated always as identity,
        reforme_id uuid not null references reforme (id),
        territoire_code text not null references territoire (code),
        synthese text,
        contexte text,
        difficultes text,
        reussites text,
        enregistre_le timestamptz not null,
        auteur text references compte (id),
        check (coalesce(synthese, contexte, difficultes, reussites) is not null)
      )`.execute(base);
    await sql`create index analyse_derniere on analyse_de_reforme (territoire_code, reforme_id, id desc)`.execute(base);
    await sql`create index analyse_reforme on analyse_de_reforme (reforme_id, territoire_code, id desc)`.execute(base);

    await sql`
      create table reforme_plan (
        id uuid primary key,
        reforme_id uuid not null references reforme (id),
        plan_id uuid not null references plan (id),
        action_id uuid references action (id),
        ajoute_le timestamptz not null,
        ajoute_par text references compte (id),
        retire_le timestamptz,
        retire_par text references compte (id)
      )`.execute(base);
    await sql`create index reforme_plan_reforme on reforme_plan (reforme_id) where retire_le is null`.execute(base);
    await sql`create unique index reforme_plan_unique on reforme_plan
      (plan_id, reforme_id, coalesce(action_id, '00000000-0000-0000-0000-000000000000')) where retire_le is null`.execute(
      base,
    );
    await sql`comment on table reforme_plan is 'Plans, or actions of a plan, that serve a reform'`.execute(base);

    await sql`
      create table critere_de_territoire (
        critere text not null,
        territoire_code text not null references territoire (code),
        valeur numeric not null,
        annee smallint not null,
        source text not null,
        saisi_le timestamptz not null,
        saisi_par text references compte (id),
        primary key (critere, territoire_code, annee)
      )`.execute(base);
    await sql`comment on table critere_de_territoire is
      'Figures by which territories are said to be alike: population, density…'`.execute(base);
    await sql`
      create table comparaison_choisie (
        compte_id text not null references compte (id),
        territoire_code text not null references territoire (code),
        territoires text[] not null,
        enregistre_le timestamptz not null,
        primary key (compte_id, territoire_code)
      )`.execute(base);
    await sql`comment on table comparaison_choisie is
      'Territories a person chose to compare one with: kept for the next time'`.execute(base);
  },
};
