import { type Migration, sql } from 'kysely';

/** Personal data beside the chain, heads anchored outside, verdicts of the verification, and the indexes of the search. */
export const migration: Migration = {
  async up(base) {
    await sql`alter table journal add column engagement char(64)`.execute(base);
    await sql`comment on column journal.engagement is
      'Commitment to the personal part kept in journal_personnel; null when the line has none'`.execute(base);
    await sql`create index journal_acte on journal (acte, sequence desc)`.execute(base);
    await sql`create index journal_territoire on journal (territoire_code, sequence desc)`.execute(base);
    await sql`create index journal_instant on journal (instant, sequence)`.execute(base);

    await sql`
      create table journal_personnel (
        sequence bigint primary key references journal (sequence),
        concerne text,
        sel text,
        contenu text,
        efface_par bigint references journal (sequence),
        check ((sel is null) = (contenu is null)),
        check ((efface_par is null) = (contenu is not null))
      )`.execute(base);
    await sql`comment on column journal_personnel.concerne is 'Account whose data it is'`.execute(base);
    await sql`create index journal_personnel_concerne on journal_personnel (concerne) where contenu is not null`.execute(
      base,
    );
    // The only change: emptied once, under cover of an event of the journal.
    await sql`
      create function journal_personnel_s_efface() returns trigger language plpgsql as $$
      begin
        if old.contenu is null or new.contenu is not null or new.sel is not null or new.efface_par is null
           or new.sequence <> old.sequence or new.concerne is distinct from old.concerne then
          raise exception 'Une part personnelle du journal s''efface, elle ne se modifie pas.';
        end if;
        return new;
      end $$`.execute(base);
    await sql`
      create trigger journal_personnel_s_efface before update on journal_personnel
      for each row execute function journal_personnel_s_efface()`.execute(base);
    await sql`
      create trigger journal_personnel_sans_retouche before delete or truncate on journal_personnel
      for each statement execute function journal_sans_retouche()`.execute(base);

    await sql`
      create table ancrage (
        id bigint generated always as identity primary key,
        instant timestamptz not null,
        sequence bigint not null,
        empreinte char(64) not null,
        moyen text not null check (moyen in ('fichier', 'courriel', 'sortie')),
        cible text
      )`.execute(base);
    await sql`
      create trigger ancrage_sans_retouche before update or delete or truncate on ancrage
      for each statement execute function journal_sans_retouche()`.execute(base);

    await sql`
      create table journal_verification (
        id bigint generated always as identity primary key,
        commencee_le timestamptz not null,
        terminee_le timestamptz,
        demandee_par text,
        intact boolean,
        lignes bigint,
        tete_sequence bigint,
        tete_empreinte char(64),
        defauts jsonb,
        nombre_de_defauts bigint,
        reculs bigint,
        ancres_controlees bigint,
        panne text
      )`.execute(base);
    await sql`comment on column journal_verification.panne is 'Why the verification itself could not be done'`.execute(
      base,
    );
    await sql`
      create unique index journal_verification_en_cours on journal_verification ((true)) where terminee_le is null`.execute(
      base,
    );
  },
};
