import { type Migration, sql } from 'kysely';

/**
 * Committees: who they are, what they follow, their meetings. What is said in session is appended: attendance is the last
 * mark of each member, notes and decisions are rows, never changed; a decision withdrawn before the relevé keeps its reason.
 * A relevé is written once, with the fingerprint the journal holds; rectifications follow it.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table instance (
        id uuid primary key,
        nom text not null check (length(nom) between 1 and 200),
        niveau text not null check (niveau in ('strategique', 'suivi', 'technique', 'miroir', 'propre')),
        niveau_propre text check (length(niveau_propre) <= 100),
        description text,
        secretariat_id text not null references organisation (id),
        presidence_id text not null references organisation (id),
        presidence_fonction text check (length(presidence_fonction) <= 200),
        territoire_code text not null references territoire (code),
        cadence text not null check (cadence in ('hebdomadaire', 'bimensuelle', 'mensuelle', 'bimestrielle',
          'trimestrielle', 'semestrielle', 'annuelle', 'libre')),
        heure text not null check (heure ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        duree integer not null check (duree between 5 and 1440),
        lieu text check (length(lieu) <= 500),
        version integer not null default 1,
        demonstration boolean not null default false,
        cree_le timestamptz not null,
        cree_par text references compte (id),
        check ((niveau = 'propre') = (niveau_propre is not null))
      )`.execute(base);
    await sql`create index instance_secretariat on instance (secretariat_id)`.execute(base);
    await sql`create index instance_presidence on instance (presidence_id)`.execute(base);
    await sql`comment on column instance.presidence_fonction is
      'Function of the chair within the organisation (« sous-directeur »), never a name'`.execute(base);

    await sql`
      create table membre_d_instance (
        id uuid primary key,
        instance_id uuid not null references instance (id),
        organisation_id text references organisation (id),
        compte_id text references compte (id),
        rang integer not null,
        ajoute_le timestamptz not null,
        retire_le timestamptz,
        check (num_nonnulls(organisation_id, compte_id) = 1)
      )`.execute(base);
    await sql`create unique index membre_d_instance_organisation on membre_d_instance (instance_id, organisation_id)
      where organisation_id is not null and retire_le is null`.execute(base);
    await sql`create unique index membre_d_instance_compte on membre_d_instance (instance_id, compte_id)
      where compte_id is not null and retire_le is null`.execute(base);
    await sql`create index membre_d_instance_par_organisation on membre_d_instance (organisation_id)
      where retire_le is null`.execute(base);
    await sql`create index membre_d_instance_par_compte on membre_d_instance (compte_id)
      where retire_le is null`.execute(base);

    await sql`
      create table suivi_d_instance (
        id bigint primary key generated always as identity,
        instance_id uuid not null references instance (id),
        plan_id uuid references plan (id),
        reforme_id uuid references reforme (id),
        check (num_nonnulls(plan_id, reforme_id) = 1)
      )`.execute(base);
    await sql`create unique index suivi_d_instance_plan on suivi_d_instance (instance_id, plan_id)
      where plan_id is not null`.execute(base);
    await sql`create unique index suivi_d_instance_reforme on suivi_d_instance (instance_id, reforme_id)
      where reforme_id is not null`.execute(base);
    await sql`create index suivi_d_instance_par_plan on suivi_d_instance (plan_id) where plan_id is not null`.execute(
      base,
    );

    await sql`
      create table reunion (
        id uuid primary key,
        instance_id uuid not null references instance (id),
        jour date not null,
        heure text not null check (heure ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        duree integer not null check (duree between 5 and 1440),
        lieu text check (length(lieu) <= 500),
        etat text not null check (etat in ('preparation', 'seance', 'relevee', 'annulee')),
        motif_d_annulation text,
        version integer not null default 1,
        cree_le timestamptz not null,
        cree_par text references compte (id),
        modifie_le timestamptz not null,
        check ((etat = 'annulee') = (motif_d_annulation is not null))
      )`.execute(base);
    await sql`create index reunion_instance on reunion (instance_id, jour desc)`.execute(base);

    await sql`
      create table point_de_reunion (
        id uuid primary key,
        reunion_id uuid not null references reunion (id),
        rang integer not null,
        intitule text not null check (length(intitule) between 1 and 4100),
        motif text not null check (motif in ('non_tranche', 'en_retard', 'bloquee', 'reportee', 'divergente',
          'silencieuse', 'libre')),
        raison text,
        plan_id uuid references plan (id),
        action_id uuid references action (id),
        reforme_id uuid references reforme (id),
        venu_de uuid references point_de_reunion (id),
        fois integer not null default 0,
        clos_le timestamptz,
        cree_le timestamptz not null,
        check (action_id is null or plan_id is not null)
      )`.execute(base);
    await sql`create index point_de_reunion_reunion on point_de_reunion (reunion_id, rang)`.execute(base);
    await sql`create index point_de_reunion_action on point_de_reunion (action_id) where action_id is not null`.execute(
      base,
    );
    await sql`comment on column point_de_reunion.fois is
      'How many meetings in a row left this subject undecided before this one'`.execute(base);

    await sql`
      create table presence_en_reunion (
        reunion_id uuid not null references reunion (id),
        membre_id uuid not null references membre_d_instance (id),
        etat text not null check (etat in ('present', 'represente', 'excuse', 'absent')),
        enregistre_le timestamptz not null,
        auteur text references compte (id),
        primary key (reunion_id, membre_id)
      )`.execute(base);

    await sql`
      create table note_de_point (
        id uuid primary key,
        point_id uuid not null references point_de_reunion (id),
        texte text not null check (length(texte) between 1 and 8000),
        enregistre_le timestamptz not null,
        auteur text references compte (id)
      )`.execute(base);
    await sql`create index note_de_point_point on note_de_point (point_id, enregistre_le)`.execute(base);

    await sql`
      create table decision (
        id uuid primary key,
        reunion_id uuid not null references reunion (id),
        point_id uuid not null references point_de_reunion (id),
        numero integer not null,
        genre text not null check (genre in ('arbitrage', 'orientation', 'report_accepte', 'action_nouvelle', 'cloture',
          'information')),
        texte text not null check (length(texte) between 1 and 4000),
        responsable text check (length(responsable) <= 500),
        echeance text check (length(echeance) <= 500),
        fin date,
        plan_id uuid references plan (id),
        action_id uuid references action (id),
        annulee_le timestamptz,
        motif_d_annulation text,
        enregistre_le timestamptz not null,
        auteur text references compte (id),
        unique (reunion_id, numero),
        check ((annulee_le is null) = (motif_d_annulation is null))
      )`.execute(base);
    await sql`create index decision_action on decision (action_id) where action_id is not null`.execute(base);
    await sql`create index decision_point on decision (point_id)`.execute(base);
    await sql`comment on column decision.action_id is
      'The action it changed or created; its plan is plan_id'`.execute(base);

    await sql`
      create table releve_de_decisions (
        reunion_id uuid primary key references reunion (id),
        instance_id uuid not null references instance (id),
        numero text not null,
        contenu jsonb not null,
        empreinte text not null check (empreinte ~ '^[0-9a-f]{64}$'),
        valide_le timestamptz not null,
        auteur text references compte (id),
        unique (instance_id, numero)
      )`.execute(base);
    await sql`
      create table rectificatif (
        id uuid primary key,
        reunion_id uuid not null references releve_de_decisions (reunion_id),
        numero integer not null,
        texte text not null check (length(texte) between 1 and 8000),
        motif text not null check (length(motif) between 1 and 2000),
        empreinte text not null check (empreinte ~ '^[0-9a-f]{64}$'),
        enregistre_le timestamptz not null,
        auteur text references compte (id),
        unique (reunion_id, numero)
      )`.execute(base);

    await sql`
      create table calendrier_de_compte (
        empreinte text primary key,
        compte_id text not null references compte (id),
        cree_le timestamptz not null
      )`.execute(base);
    await sql`create unique index calendrier_de_compte_compte on calendrier_de_compte (compte_id)`.execute(base);
    await sql`comment on table calendrier_de_compte is
      'The secret address of the calendar feed of an account: one at a time, a new one closes the former'`.execute(
      base,
    );
  },
};
