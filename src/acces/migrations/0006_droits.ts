import { type Migration, sql } from 'kysely';

/**
 * Accounts of persons, of stand-ins and of machines; identities, sessions, grants, requests.
 *
 * Whatever signs is a row of `compte`, so that every fact and every line of the journal says « X pour Y » or « jeton de Y »
 * by its author alone. A stand-in and a machine have no rights of their own: those of `titulaire_id`, read at each request.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      alter table compte
        alter column profil drop not null,
        alter column organisation_id drop not null,
        alter column territoire_code drop not null,
        add column genre text not null default 'personne' check (genre in ('personne', 'suppleance', 'machine')),
        add column courriel text check (courriel = lower(courriel)),
        add column titulaire_id text references compte (id),
        add column suppleant_id text references compte (id),
        add column version integer not null default 1,
        add column cree_par text references compte (id),
        add column derniere_connexion_le timestamptz,
        add column ferme_le timestamptz,
        add column ferme_motif text,
        add column efface_le timestamptz,
        add constraint compte_personne check (genre <> 'personne'
          or (profil is not null and organisation_id is not null and territoire_code is not null
              and titulaire_id is null and suppleant_id is null)),
        add constraint compte_suppleance check (genre <> 'suppleance' or (titulaire_id is not null and suppleant_id is not null)),
        add constraint compte_machine check (genre <> 'machine' or titulaire_id is not null)`.execute(base);
    await sql`create unique index compte_courriel on compte (courriel) where courriel is not null and ferme_le is null`.execute(
      base,
    );
    await sql`create index compte_territoire on compte (territoire_code, nom) where genre = 'personne'`.execute(base);
    await sql`create index compte_titulaire on compte (titulaire_id) where titulaire_id is not null`.execute(base);
    await sql`create index compte_suppleant on compte (suppleant_id) where suppleant_id is not null`.execute(base);
    await sql`
      create view signataire as
      select c.id,
        case c.genre
          when 'suppleance' then s.nom || ' pour ' || t.nom
          when 'machine' then c.nom || ' (jeton de ' || t.nom || ')'
          else c.nom
        end as nom
      from compte c
      left join compte t on t.id = c.titulaire_id
      left join compte s on s.id = c.suppleant_id`.execute(base);

    await sql`
      create table identite (
        emetteur text not null,
        sujet text not null,
        compte_id text not null references compte (id),
        courriel text,
        cree_le timestamptz not null,
        vue_le timestamptz not null,
        primary key (emetteur, sujet)
      )`.execute(base);
    await sql`create index identite_compte on identite (compte_id)`.execute(base);
    await sql`
      create table connexion_en_cours (
        empreinte char(64) primary key,
        nonce text not null,
        verificateur text not null,
        vers text not null,
        expire_le timestamptz not null
      )`.execute(base);
    await sql`create index connexion_expiration on connexion_en_cours (expire_le)`.execute(base);
    await sql`
      alter table session
        add column id uuid not null default gen_random_uuid(),
        add column appareil text,
        add column moyen text not null default 'demonstration' check (moyen in ('demonstration', 'oidc')),
        add column suppleance_id text references compte (id) on delete cascade,
        add column jeton_identite text`.execute(base);
    await sql`comment on column session.suppleance_id is 'Stand-in account under which the person acts for now'`.execute(
      base,
    );
    await sql`create unique index session_id on session (id)`.execute(base);
    // One row an address or an account; the last window only.
    await sql`
      create unlogged table limite_de_debit (
        cle text primary key,
        debut timestamptz not null,
        nombre integer not null
      )`.execute(base);

    await sql`
      create table habilitation (
        id uuid primary key,
        compte_id text not null references compte (id),
        droit text not null check (droit in ('lire', 'contribuer', 'modifier', 'administrer')),
        objet_type text not null check (objet_type in ('plan', 'reforme', 'champ', 'comptes')),
        objet_id text,
        territoire_code text not null references territoire (code),
        debut date not null,
        fin date not null,
        motif text not null check (length(motif) >= 1),
        accordee_le timestamptz not null,
        accordee_par text not null references compte (id),
        retiree_le timestamptz,
        retiree_par text references compte (id),
        retiree_motif text,
        check (debut <= fin),
        check ((objet_type = 'comptes') = (droit = 'administrer')),
        check ((objet_type = 'comptes') = (objet_id is null))
      )`.execute(base);
    await sql`create index habilitation_compte on habilitation (compte_id) where retiree_le is null`.execute(base);
    await sql`create index habilitation_objet on habilitation (objet_type, objet_id)`.execute(base);
    await sql`create index habilitation_territoire on habilitation (territoire_code, droit)`.execute(base);
    await sql`
      create table suppleance (
        compte_id text primary key references compte (id),
        debut date not null,
        fin date not null,
        motif text not null check (length(motif) >= 1),
        accordee_le timestamptz not null,
        accordee_par text not null references compte (id),
        retiree_le timestamptz,
        retiree_par text references compte (id),
        check (debut <= fin)
      )`.execute(base);
    await sql`
      create table jeton (
        compte_id text primary key references compte (id),
        empreinte char(64) not null unique,
        repere text not null,
        portees text[] not null,
        cree_le timestamptz not null,
        expire_le timestamptz not null,
        revoque_le timestamptz,
        revoque_par text references compte (id),
        dernier_usage_le timestamptz
      )`.execute(base);
    await sql`
      create table jeton_usage (
        jeton_id text not null references jeton (compte_id),
        ordre bigint generated always as identity,
        instant timestamptz not null,
        methode text not null,
        chemin text not null,
        statut integer not null,
        primary key (jeton_id, ordre)
      )`.execute(base);
    await sql`create index jeton_usage_instant on jeton_usage (instant)`.execute(base);

    await sql`
      create table demande_acces (
        id uuid primary key,
        compte_id text references compte (id),
        emetteur text,
        sujet text,
        nom text,
        courriel text,
        objet_type text check (objet_type in ('plan', 'reforme', 'champ')),
        objet_id text,
        droit text check (droit in ('lire', 'contribuer', 'modifier')),
        organisation_id text references organisation (id),
        territoire_code text references territoire (code),
        message text,
        etat text not null check (etat in ('ouverte', 'accordee', 'refusee', 'effacee')),
        creee_le timestamptz not null,
        traitee_le timestamptz,
        traitee_par text references compte (id),
        reponse text,
        check (compte_id is not null or (emetteur is not null and sujet is not null) or etat = 'effacee')
      )`.execute(base);
    await sql`create index demande_ouverte on demande_acces (territoire_code, creee_le) where etat = 'ouverte'`.execute(
      base,
    );
    await sql`create index demande_identite on demande_acces (emetteur, sujet)`.execute(base);
    await sql`create index demande_compte on demande_acces (compte_id)`.execute(base);
  },
};
