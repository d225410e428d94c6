import { type Migration, sql } from 'kysely';

/** The journal and its head. Rows are only ever added: the database itself refuses any change. */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table journal (
        sequence bigint primary key,
        instant timestamptz not null,
        auteur text,
        acte text not null,
        objet_type text not null,
        objet_id text not null,
        territoire_code text,
        charge text not null,
        empreinte char(64) not null
      )`.execute(base);
    await sql`create index journal_objet on journal (objet_type, objet_id, sequence desc)`.execute(base);
    await sql`create index journal_auteur on journal (auteur, sequence desc)`.execute(base);
    await sql`
      create table journal_tete (
        unique_ligne boolean primary key default true check (unique_ligne),
        sequence bigint not null,
        empreinte char(64) not null
      )`.execute(base);
    await sql`insert into journal_tete (sequence, empreinte) values (0, repeat('0', 64))`.execute(base);
    await sql`
      create function journal_sans_retouche() returns trigger language plpgsql as $$
      begin
        raise exception 'Le journal ne se modifie pas : une ligne s''ajoute, aucune ne change ni ne disparaît.';
      end $$`.execute(base);
    await sql`
      create trigger journal_sans_retouche before update or delete or truncate on journal
      for each statement execute function journal_sans_retouche()`.execute(base);
  },
};
