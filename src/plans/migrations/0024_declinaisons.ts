import { type Migration, sql } from 'kysely';

/**
 * An action may be declined by département or by région. Each declination has its own notes, in addition only: its status
 * and rate are those of the last one that counts. One that is withdrawn keeps its story; the territory may come back, in a
 * new row. Who asked for a report may withdraw the request: it is then answered by themselves.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table declinaison (
        id uuid primary key,
        action_id uuid not null references action (id),
        plan_id uuid not null references plan (id),
        territoire_code text not null references territoire (code),
        cree_le timestamptz not null,
        cree_par text not null references compte (id),
        retiree_le timestamptz,
        retiree_par text references compte (id),
        retiree_motif text,
        check ((retiree_le is null) = (retiree_par is null)),
        check ((retiree_le is null) = (retiree_motif is null))
      )`.execute(base);
    await sql`create unique index declinaison_presente on declinaison (action_id, territoire_code)
      where retiree_le is null`.execute(base);
    await sql`create index declinaison_action on declinaison (action_id)`.execute(base);
    await sql`create index declinaison_plan on declinaison (plan_id)`.execute(base);
    await sql`create index declinaison_territoire on declinaison (territoire_code) where retiree_le is null`.execute(
      base,
    );
    await sql`
      create table note_de_declinaison (
        id uuid primary key,
        declinaison_id uuid not null references declinaison (id),
        ordre bigint generated always as identity,
        statut text check (statut in ('a_lancer', 'en_cours', 'bloquee', 'terminee', 'abandonnee')),
        taux numeric check (taux between 0 and 100),
        texte text,
        obstacle text,
        levee text,
        sans_piece text,
        lien text,
        lien_nom text,
        corrige uuid references note_de_declinaison (id),
        corrigee_le timestamptz,
        place_le timestamptz,
        enregistre_le timestamptz not null,
        auteur text not null references compte (id),
        vaut_le timestamptz not null generated always as (coalesce(place_le, enregistre_le)) stored,
        check (statut is not null or texte is not null or taux is not null),
        check ((corrige is null) = (place_le is null)),
        check (lien is not null or lien_nom is null)
      )`.execute(base);
    await sql`create unique index note_de_declinaison_corrige on note_de_declinaison (corrige)
      where corrige is not null`.execute(base);
    await sql`create index note_de_declinaison_suite on note_de_declinaison (declinaison_id, vaut_le desc, ordre desc)`.execute(
      base,
    );
    await sql`create index note_de_declinaison_auteur on note_de_declinaison (auteur)`.execute(base);
    await sql`alter table reponse_de_report add column retrait boolean not null default false`.execute(base);
    await sql`alter table reponse_de_report drop constraint reponse_de_report_check`.execute(base);
    await sql`alter table reponse_de_report
      add constraint reponse_de_report_dite check (acceptee or retrait or raison is not null),
      add constraint reponse_de_report_retrait check (not (acceptee and retrait))`.execute(base);
    await sql`comment on column reponse_de_report.retrait is
      'Whoever asked took the request back: nobody else has to answer it'`.execute(base);
  },
};
