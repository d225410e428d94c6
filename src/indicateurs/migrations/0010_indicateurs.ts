import { type Migration, sql } from 'kysely';

/**
 * Indicators and their values. A value is a fact: it is appended, never changed; another row with the same key takes its
 * place, a row without a value withdraws it, and a past situation is the same query bounded by `enregistre_le`.
 * `valeur_courante`, `valeur_agregee` and `situation_d_indicateur` follow from the facts: they are written with them, and
 * `jalon indicateur recalculer` gives them again.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table indicateur (
        id uuid primary key,
        numero integer generated always as identity unique,
        identifiant text not null unique check (identifiant ~ '^[^[:space:]]{1,100}$'),
        nom text not null check (length(nom) between 1 and 500),
        mesure text,
        unite text not null default '',
        sens text not null check (sens in ('hausse', 'baisse')),
        decimales smallint not null default 0 check (decimales between 0 and 6),
        methode text,
        source text,
        periodicite text not null check (periodicite in ('mensuelle', 'trimestrielle', 'semestrielle', 'annuelle')),
        delai_mois smallint not null default 1 check (delai_mois between 0 and 36),
        mailles text[] not null check (mailles <@ array['national', 'regional', 'departemental'] and cardinality(mailles) > 0),
        mailles_avec_cible text[] not null default '{}' check (mailles_avec_cible <@ mailles),
        sans_objet text[] not null default '{}',
        agregation_vi text not null default 'saisie',
        agregation_va text not null default 'saisie',
        agregation_vc text not null default 'saisie',
        numerateur integer references indicateur (numero),
        denominateur integer references indicateur (numero),
        facteur numeric not null default 100 check (facteur > 0),
        tolerance_mois smallint not null default 3 check (tolerance_mois between 0 and 60),
        decumuler boolean not null default false,
        operation text check (operation in ('somme', 'moyenne')),
        fenetre text check (fenetre in ('annee_civile', '3', '12')),
        ruptures date[] not null default '{}',
        responsable_id text references organisation (id),
        etat text not null default 'actif' check (etat in ('brouillon', 'actif', 'archive')),
        demonstration boolean not null default false,
        version integer not null default 1,
        cree_le timestamptz not null,
        cree_par text references compte (id),
        check ((operation is null) = (fenetre is null)),
        check (array[agregation_vi, agregation_va, agregation_vc]
          <@ array['saisie', 'somme', 'moyenne_ponderee', 'ratio', 'aucune']),
        check (not array[agregation_vi, agregation_va, agregation_vc] && array['moyenne_ponderee', 'ratio']
          or denominateur is not null),
        check (not array[agregation_vi, agregation_va, agregation_vc] && array['ratio'] or numerateur is not null),
        recherche tsvector generated always as (
          setweight(to_tsvector('francais', identifiant || ' ' || nom), 'A') ||
          setweight(to_tsvector('francais', coalesce(mesure, '') || ' ' || coalesce(source, '')), 'B')
        ) stored
      )`.execute(base);
    await sql`create index indicateur_par_nom on indicateur (nom)`.execute(base);
    await sql`create index indicateur_recherche on indicateur using gin (recherche)`.execute(base);
    await sql`create index indicateur_numerateur on indicateur (numerateur) where numerateur is not null`.execute(base);
    await sql`create index indicateur_denominateur on indicateur (denominateur) where denominateur is not null`.execute(
      base,
    );
    await sql`create index indicateur_responsable on indicateur (responsable_id)`.execute(base);
    await sql`comment on column indicateur.ruptures is
      'Days from which the method is another one: the signal reads the series from the last of them'`.execute(base);
    await sql`comment on column indicateur.sans_objet is
      'Territories where there is nothing to measure: not expected, not missing'`.execute(base);
    await sql`
      create table indicateur_nom (
        indicateur integer not null references indicateur (numero),
        nom text not null,
        unite text not null,
        vu_le timestamptz not null,
        primary key (indicateur, nom, unite)
      )`.execute(base);
    await sql`comment on table indicateur_nom is
      'Other names and units under which files gave the same identifier: kept, and said'`.execute(base);

    await sql`
      create table import_de_valeurs (
        id uuid primary key,
        document_id uuid references document_source (id),
        nom text not null,
        taille bigint not null,
        empreinte char(64) not null,
        compte_id text references compte (id),
        format text check (format in ('valeurs', 'synthese', 'detail')),
        etat text not null check (etat in ('lecture', 'lu', 'refuse', 'application', 'applique', 'abandonne', 'annule')),
        progression smallint not null default 0 check (progression between 0 and 100),
        bilan jsonb,
        refus text,
        motif text,
        annule_le timestamptz,
        annule_par text references compte (id),
        annule_motif text,
        version integer not null default 1,
        commence_le timestamptz not null,
        fini_le timestamptz
      )`.execute(base);
    await sql`create index import_de_valeurs_date on import_de_valeurs (commence_le desc)`.execute(base);
    await sql`comment on column import_de_valeurs.document_id is
      'The file as it was sent; null for those of the command line, known by their hash'`.execute(base);
    await sql`create index import_de_valeurs_compte on import_de_valeurs (compte_id, commence_le desc)`.execute(base);
    await sql`
      create table valeur_deposee (
        import_id uuid not null references import_de_valeurs (id) on delete cascade,
        rang integer not null,
        ligne integer not null,
        etat text not null check (etat in ('prete', 'repetee', 'sans_valeur', 'refusee')),
        indicateur integer,
        territoire text,
        type text,
        jour date,
        valeur numeric,
        regle text,
        message text,
        brut text,
        primary key (import_id, rang)
      )`.execute(base);
    await sql`create index valeur_deposee_dite on valeur_deposee (import_id, etat, rang) where regle is not null`.execute(
      base,
    );
    await sql`comment on table valeur_deposee is
      'Rows of a file between its deposit and its import: what will be written, and what is refused with its reason'`.execute(
      base,
    );
    await sql`
      create table serie_deposee (
        import_id uuid not null references import_de_valeurs (id) on delete cascade,
        indicateur integer not null references indicateur (numero),
        territoire text not null references territoire (code),
        type text not null,
        nouvelles integer not null,
        modifiees integer not null,
        identiques integer not null,
        ecart_maximal numeric,
        verdict text not null check (verdict in ('plausible', 'a_confirmer', 'sans_historique')),
        soupcons text[] not null default '{}',
        primary key (import_id, indicateur, territoire, type)
      )`.execute(base);

    await sql`
      create table valeur (
        id bigint primary key generated always as identity,
        indicateur integer not null references indicateur (numero),
        territoire text not null references territoire (code),
        type text not null check (type in ('vi', 'va', 'vc')),
        jour date not null,
        valeur numeric check (valeur <> 'NaN' and valeur <> 'Infinity' and valeur <> '-Infinity'),
        source text,
        commentaire text,
        origine text not null check (origine in ('saisie', 'import', 'api', 'proposition')),
        import_id uuid references import_de_valeurs (id),
        rectification text,
        enregistre_le timestamptz not null,
        auteur text references compte (id)
      )`.execute(base);
    await sql`create index valeur_serie on valeur (indicateur, territoire, type, jour, id)`.execute(base);
    await sql`create index valeur_import on valeur (import_id) where import_id is not null`.execute(base);
    await sql`comment on column valeur.rectification is
      'Why this row changes or withdraws a value that was known'`.execute(base);
    await sql`
      create table valeur_courante (
        indicateur integer not null,
        territoire text not null,
        type text not null,
        jour date not null,
        valeur numeric not null,
        fait bigint not null,
        primary key (indicateur, territoire, type, jour)
      )`.execute(base);
    await sql`
      create table valeur_agregee (
        indicateur integer not null,
        territoire text not null,
        type text not null,
        jour date not null,
        valeur numeric,
        mesures smallint not null,
        applicables smallint not null,
        plus_ancienne date,
        primary key (indicateur, territoire, type, jour)
      )`.execute(base);
    await sql`
      create table situation_d_indicateur (
        indicateur integer not null references indicateur (numero),
        territoire text not null references territoire (code),
        valeur_initiale numeric,
        date_initiale date,
        valeur numeric,
        jour date,
        plus_ancienne date,
        mesures smallint,
        applicables smallint,
        partiel boolean not null,
        cible_annuelle numeric,
        date_cible_annuelle date,
        taux_annuel numeric,
        brut_annuel numeric,
        etat_annuel text not null,
        cible_globale numeric,
        date_cible_globale date,
        taux_global numeric,
        brut_global numeric,
        etat_global text not null,
        degeneree boolean not null,
        attendu numeric,
        ecart numeric,
        ecart_points numeric,
        signal text,
        signal_cible text,
        points integer not null,
        attendue_le date,
        mediane numeric,
        ecart_mediane numeric,
        alertes text[] not null,
        revoir_le date,
        primary key (indicateur, territoire)
      )`.execute(base);
    await sql`create index situation_territoire on situation_d_indicateur (territoire, indicateur)`.execute(base);
    await sql`create index situation_a_revoir on situation_d_indicateur (revoir_le) where revoir_le is not null`.execute(
      base,
    );
    await sql`comment on column situation_d_indicateur.revoir_le is
      'First day on which the calendar alone changes this row: a target falls due, a value becomes late, a year begins'`.execute(
      base,
    );
    await sql`
      create table proposition_de_valeur (
        id uuid primary key,
        indicateur integer not null references indicateur (numero),
        territoire text not null references territoire (code),
        type text not null check (type in ('vi', 'va', 'vc')),
        jour date not null,
        valeur numeric not null check (valeur <> 'NaN' and valeur <> 'Infinity' and valeur <> '-Infinity'),
        source text,
        commentaire text,
        etat text not null check (etat in ('ouverte', 'acceptee', 'refusee')),
        proposee_le timestamptz not null,
        proposee_par text not null references compte (id),
        traitee_le timestamptz,
        traitee_par text references compte (id),
        reponse text
      )`.execute(base);
    await sql`create index proposition_ouverte on proposition_de_valeur (indicateur, territoire) where etat = 'ouverte'`.execute(
      base,
    );
    await sql`create index proposition_auteur on proposition_de_valeur (proposee_par, proposee_le desc)`.execute(base);
  },
};
