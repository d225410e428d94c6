import { type Migration, sql } from 'kysely';

/**
 * Personal links of pilotes who have no account. Like a stand-in or a machine, whoever writes through one is a row of
 * `compte`, which opens nothing by itself: the notes say « X, pilote sans compte » by their author alone.
 *
 * A link names a pilote of one plan, as an organisation of the directory or as the words of the plan: the actions it opens
 * are those that this pilote carries on the day it is used.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      alter table compte
        drop constraint compte_genre_check,
        add constraint compte_genre_check check (genre in ('personne', 'suppleance', 'machine', 'lien')),
        add constraint compte_lien check (genre <> 'lien' or num_nonnulls(
          profil, organisation_id, territoire_code, courriel, titulaire_id, suppleant_id) = 0)`.execute(base);
    await sql`
      create or replace view signataire as
      select c.id,
        case c.genre
          when 'suppleance' then s.nom || ' pour ' || t.nom
          when 'machine' then c.nom || ' (jeton de ' || t.nom || ')'
          when 'lien' then c.nom || ', pilote sans compte'
          else c.nom
        end as nom
      from compte c
      left join compte t on t.id = c.titulaire_id
      left join compte s on s.id = c.suppleant_id`.execute(base);
    await sql`
      create table lien_personnel (
        compte_id text primary key references compte (id),
        plan_id uuid not null references plan (id),
        pilote text not null check (length(pilote) >= 1),
        organisation_id text references organisation (id),
        empreinte char(64) not null unique,
        cree_le timestamptz not null,
        expire_le timestamptz not null,
        revoque_le timestamptz,
        revoque_par text references compte (id),
        vu_le timestamptz,
        check ((revoque_le is null) = (revoque_par is null))
      )`.execute(base);
    await sql`create index lien_personnel_plan on lien_personnel (plan_id, cree_le desc)`.execute(base);
  },
};
