import { type Migration, sql } from 'kysely';

/**
 * Roadmaps: the interministerial mandate of a prefect, for three years. What happens to one (`evenement_de_feuille`), what
 * it contains (`contenu_de_feuille`), the milestones of its local projects and what is said of them are facts: appended,
 * never changed. What a roadmap contains is its lines in force: those of its preparation, then those of the changes the
 * DITP accepted, in their order.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table feuille_de_route (
        id uuid primary key,
        titre text not null check (length(titre) between 1 and 300),
        territoire_code text not null references territoire (code) check (territoire_code <> 'FR'),
        signee_le date,
        fin date,
        close_le date,
        version integer not null default 1,
        demonstration boolean not null default false,
        cree_le timestamptz not null,
        cree_par text references compte (id),
        check ((signee_le is null) = (fin is null)),
        check (fin > signee_le),
        check (close_le is null or close_le >= signee_le)
      )`.execute(base);
    await sql`create index feuille_de_route_territoire on feuille_de_route (territoire_code, signee_le)`.execute(base);
    await sql`comment on table feuille_de_route is
      'Roadmap of the prefect of a région or a département; signee_le, fin and close_le follow from its events'`.execute(
      base,
    );

    await sql`
      create table evenement_de_feuille (
        id bigint primary key generated always as identity,
        feuille_id uuid not null references feuille_de_route (id),
        genre text not null check (genre in ('signature', 'changement_de_prefet', 'actualisation', 'avenant',
          'acceptation', 'refus', 'fin')),
        jour date not null,
        texte text,
        motif text,
        repond_a bigint references evenement_de_feuille (id),
        enregistre_le timestamptz not null,
        auteur text references compte (id),
        check ((repond_a is not null) = (genre in ('acceptation', 'refus'))),
        check (genre not in ('actualisation', 'avenant') or (texte is not null and motif is not null)),
        check (genre not in ('refus', 'fin') or motif is not null)
      )`.execute(base);
    await sql`create index evenement_de_feuille_feuille on evenement_de_feuille (feuille_id, id)`.execute(base);
    await sql`create unique index evenement_de_feuille_reponse on evenement_de_feuille (repond_a)
      where repond_a is not null`.execute(base);
    await sql`create unique index evenement_de_feuille_unique on evenement_de_feuille (feuille_id, genre)
      where genre in ('signature', 'fin')`.execute(base);
    await sql`comment on column evenement_de_feuille.jour is
      'Day it takes effect: of the signature, of the new prefect in post, of the proposal, of the answer'`.execute(
      base,
    );

    await sql`
      create table projet_local (
        id uuid primary key,
        feuille_id uuid not null references feuille_de_route (id),
        nom text not null check (length(nom) between 1 and 300),
        description text,
        partenaires text,
        moyens text,
        version integer not null default 1,
        cree_le timestamptz not null,
        cree_par text references compte (id)
      )`.execute(base);
    await sql`create index projet_local_feuille on projet_local (feuille_id)`.execute(base);

    await sql`
      create table contenu_de_feuille (
        id bigint primary key generated always as identity,
        feuille_id uuid not null references feuille_de_route (id),
        evenement_id bigint references evenement_de_feuille (id),
        geste text not null check (geste in ('ajout', 'retrait')),
        reforme_id uuid references reforme (id),
        projet_id uuid references projet_local (id),
        engagement text check (length(engagement) <= 1000),
        enregistre_le timestamptz not null,
        auteur text references compte (id),
        check (num_nonnulls(reforme_id, projet_id) = 1),
        check (geste <> 'ajout' or reforme_id is null or engagement is not null)
      )`.execute(base);
    await sql`create index contenu_de_feuille_feuille on contenu_de_feuille (feuille_id, id)`.execute(base);
    await sql`create index contenu_de_feuille_reforme on contenu_de_feuille (reforme_id, feuille_id)
      where reforme_id is not null`.execute(base);
    await sql`comment on column contenu_de_feuille.evenement_id is
      'The change of the roadmap this line belongs to, in force once accepted; null: written while it was prepared'`.execute(
      base,
    );

    await sql`
      create table jalon_de_projet (
        id uuid primary key,
        projet_id uuid not null references projet_local (id),
        libelle text not null check (length(libelle) between 1 and 300),
        ajoute_le timestamptz not null,
        ajoute_par text references compte (id)
      )`.execute(base);
    await sql`create index jalon_de_projet_projet on jalon_de_projet (projet_id)`.execute(base);
    await sql`
      create table fait_de_jalon (
        id bigint primary key generated always as identity,
        jalon_id uuid not null references jalon_de_projet (id),
        genre text not null check (genre in ('echeance', 'atteint', 'abandon')),
        texte text,
        nature text,
        debut date,
        fin date,
        hypotheses text[] not null default '{}',
        jour date,
        motif text,
        enregistre_le timestamptz not null,
        auteur text references compte (id),
        check (genre <> 'echeance' or (texte is not null and nature is not null)),
        check (genre <> 'atteint' or jour is not null),
        check (genre <> 'abandon' or motif is not null),
        check (debut is null or fin is null or debut <= fin)
      )`.execute(base);
    await sql`create index fait_de_jalon_jalon on fait_de_jalon (jalon_id, id)`.execute(base);
    await sql`comment on table fait_de_jalon is
      'What is said of a milestone: its deadline as written, each report with its reason, the day it was reached'`.execute(
      base,
    );

    await sql`
      create table note_de_projet (
        id bigint primary key generated always as identity,
        projet_id uuid not null references projet_local (id),
        etat text not null check (etat in ('a_lancer', 'en_cours', 'bloque', 'termine', 'abandonne')),
        texte text not null check (length(texte) between 1 and 4000),
        enregistre_le timestamptz not null,
        auteur text references compte (id)
      )`.execute(base);
    await sql`create index note_de_projet_projet on note_de_projet (projet_id, id desc)`.execute(base);

    await sql`
      create table commentaire_de_feuille (
        id bigint primary key generated always as identity,
        feuille_id uuid not null references feuille_de_route (id),
        texte text not null check (length(texte) between 1 and 8000),
        enregistre_le timestamptz not null,
        auteur text references compte (id)
      )`.execute(base);
    await sql`create index commentaire_de_feuille_feuille on commentaire_de_feuille (feuille_id, id desc)`.execute(
      base,
    );
  },
};
