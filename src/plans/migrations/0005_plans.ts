import { type Migration, sql } from 'kysely';

/**
 * Plans and their actions. What is declared (échéances, notes, trajectory points) is appended and carries `enregistre_le`
 * and `auteur`; the current state is the last fact, and any past state is the same query bounded in time.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table document_source (
        id uuid primary key,
        nom text not null,
        type_mime text not null,
        taille bigint not null,
        empreinte char(64) not null,
        contenu bytea not null,
        depose_le timestamptz not null,
        depose_par text not null references compte (id)
      )`.execute(base);
    await sql`
      create table plan (
        id uuid primary key,
        titre text not null check (length(titre) between 1 and 500),
        genre text not null check (genre in ('plan_d_actions', 'feuille_de_route', 'plan_de_reprise', 'suite_de_recommandations')),
        proprietaire_id text not null references organisation (id),
        ministere_id text references organisation (id),
        territoire_code text not null references territoire (code),
        diffusion text not null check (diffusion in ('equipe', 'administration')),
        etat text not null check (etat in ('brouillon', 'actif', 'archive')),
        description text,
        periode_debut date,
        periode_fin date,
        date_de_reference date,
        silence_jours integer not null default 30 check (silence_jours between 1 and 365),
        demonstration boolean not null default false,
        cree_le timestamptz not null,
        cree_par text not null references compte (id),
        version integer not null default 1,
        check (periode_debut is null or periode_fin is null or periode_debut <= periode_fin),
        recherche tsvector generated always as (
          setweight(to_tsvector('francais', titre), 'A') || setweight(to_tsvector('francais', coalesce(description, '')), 'B')
        ) stored
      )`.execute(base);
    await sql`create index plan_territoire on plan (territoire_code)`.execute(base);
    await sql`create index plan_proprietaire on plan (proprietaire_id)`.execute(base);
    await sql`create index plan_recherche on plan using gin (recherche)`.execute(base);
    await sql`
      create table plan_document (
        plan_id uuid not null references plan (id),
        document_id uuid not null references document_source (id),
        importe_le timestamptz not null,
        primary key (plan_id, document_id)
      )`.execute(base);
    await sql`
      create table axe (
        id uuid primary key,
        plan_id uuid not null references plan (id),
        parent_id uuid references axe (id),
        rang integer not null,
        code text,
        intitule text not null,
        cree_le timestamptz not null,
        retire_le timestamptz
      )`.execute(base);
    await sql`create index axe_plan on axe (plan_id, rang)`.execute(base);
    await sql`
      create table action (
        id uuid primary key,
        plan_id uuid not null references plan (id),
        axe_id uuid references axe (id),
        rang integer not null,
        code text,
        intitule text not null check (length(intitule) >= 1),
        mise_en_oeuvre text,
        livrables text,
        pilotes_texte text,
        echeances_texte text,
        recommandations text[] not null default '{}',
        cree_le timestamptz not null,
        cree_par text not null references compte (id),
        retiree_le timestamptz,
        retiree_par text references compte (id),
        retiree_motif text,
        version integer not null default 1,
        statut text,
        taux numeric,
        derniere_nouvelle_le timestamptz,
        engagements jsonb not null default '[]',
        recherche tsvector generated always as (
          setweight(to_tsvector('francais', coalesce(code, '') || ' ' || intitule), 'A') ||
          setweight(to_tsvector('francais', coalesce(livrables, '') || ' ' || coalesce(pilotes_texte, '')), 'B') ||
          setweight(to_tsvector('francais', coalesce(mise_en_oeuvre, '')), 'C')
        ) stored
      )`.execute(base);
    await sql`comment on column action.engagements is
      'With statut, taux and derniere_nouvelle_le: the present state as the facts give it, written with each fact so that lists need not read them all'`.execute(
      base,
    );
    await sql`create index action_plan on action (plan_id, rang)`.execute(base);
    await sql`create index action_axe on action (axe_id)`.execute(base);
    await sql`create index action_recherche on action using gin (recherche)`.execute(base);
    await sql`
      create table action_pilote (
        id uuid primary key,
        action_id uuid not null references action (id),
        plan_id uuid not null references plan (id),
        rang integer not null,
        texte text not null,
        role text not null check (role in ('pilote', 'en_lien_avec', 'concours')),
        organisation_id text references organisation (id)
      )`.execute(base);
    await sql`create index action_pilote_action on action_pilote (action_id, rang)`.execute(base);
    await sql`create index action_pilote_plan on action_pilote (plan_id, action_id)`.execute(base);
    await sql`create index action_pilote_organisation on action_pilote (organisation_id, plan_id)`.execute(base);
    await sql`
      create table echeance (
        id uuid primary key,
        action_id uuid not null references action (id),
        plan_id uuid not null references plan (id),
        rang integer not null,
        engagement integer not null,
        libelle text,
        texte text not null,
        nature text not null,
        debut date,
        fin date,
        ambigu boolean not null,
        hypotheses text[] not null default '{}',
        motif text,
        abandonnee boolean not null default false,
        enregistre_le timestamptz not null,
        auteur text not null references compte (id),
        check (debut is null or fin is null or debut <= fin)
      )`.execute(base);
    await sql`create index echeance_plan on echeance (plan_id, action_id, engagement, enregistre_le desc, rang desc)`.execute(
      base,
    );
    await sql`create index echeance_action on echeance (action_id)`.execute(base);
    await sql`comment on column echeance.engagement is
      'Number of the commitment within the action: a report appends a row with the same number'`.execute(base);
    await sql`
      create table note_avancement (
        id uuid primary key,
        action_id uuid not null references action (id),
        plan_id uuid not null references plan (id),
        ordre bigint generated always as identity,
        statut text check (statut in ('a_lancer', 'en_cours', 'bloquee', 'terminee', 'abandonnee')),
        texte text,
        taux numeric check (taux between 0 and 100),
        origine text not null check (origine in ('saisie', 'import')),
        enregistre_le timestamptz not null,
        auteur text not null references compte (id),
        check (statut is not null or texte is not null or taux is not null),
        recherche tsvector generated always as (to_tsvector('francais', coalesce(texte, ''))) stored
      )`.execute(base);
    await sql`create index note_plan on note_avancement (plan_id, action_id, enregistre_le desc, ordre desc)
      include (statut, taux)`.execute(base);
    await sql`create index note_action on note_avancement (action_id)`.execute(base);
    await sql`create index note_recherche on note_avancement using gin (recherche)`.execute(base);
    await sql`
      create table jalon_de_trajectoire (
        id uuid primary key,
        action_id uuid not null references action (id),
        plan_id uuid not null references plan (id),
        jour date,
        texte text not null,
        taux numeric not null check (taux between 0 and 100),
        enregistre_le timestamptz not null,
        auteur text not null references compte (id),
        remplace_le timestamptz
      )`.execute(base);
    await sql`create index jalon_plan on jalon_de_trajectoire (plan_id, action_id, jour)`.execute(base);
    await sql`create index jalon_action on jalon_de_trajectoire (action_id)`.execute(base);
    await sql`
      create table import_de_plan (
        id uuid primary key,
        plan_id uuid references plan (id),
        document_id uuid not null references document_source (id),
        compte_id text not null references compte (id),
        etat text not null check (etat in ('lecture', 'lu', 'refuse', 'applique', 'abandonne')),
        progression integer not null default 0 check (progression between 0 and 100),
        document_lu jsonb,
        choix jsonb not null default '{}',
        refus text,
        commence_le timestamptz not null,
        fini_le timestamptz,
        version integer not null default 1
      )`.execute(base);
    await sql`create index import_compte on import_de_plan (compte_id, commence_le desc)`.execute(base);
    await sql`create index import_plan on import_de_plan (plan_id)`.execute(base);
  },
};
