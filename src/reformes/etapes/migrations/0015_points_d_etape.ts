import { type Migration, sql } from 'kysely';

/**
 * Points d'étape: a territory on a day, as it was shown, with what was said of it. What was shown is kept as it was, never
 * computed again; comments are appended. Once settled (`arrete`), the database itself refuses that anything else changes.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table point_d_etape (
        id uuid primary key,
        territoire_code text not null references territoire (code),
        organisation_id text not null references organisation (id),
        jour date not null,
        titre text not null check (length(titre) between 1 and 200),
        etat text not null check (etat in ('brouillon', 'arrete', 'abandonne')),
        contenu jsonb not null check (jsonb_typeof(contenu) = 'array'),
        pris_le timestamptz not null,
        version integer not null default 1,
        cree_le timestamptz not null,
        cree_par text references compte (id),
        arrete_le timestamptz,
        arrete_par text references compte (id),
        check ((etat = 'arrete') = (arrete_le is not null))
      )`.execute(base);
    await sql`create index point_d_etape_territoire on point_d_etape (territoire_code, jour desc, id desc)`.execute(
      base,
    );
    await sql`comment on column point_d_etape.contenu is
      'The reforms of the territory as presented on that day, one object each: words and figures as they were shown'`.execute(
      base,
    );
    await sql`comment on column point_d_etape.organisation_id is
      'Whose point it is: nationally, each team has its own'`.execute(base);
    await sql`comment on column point_d_etape.pris_le is 'When what is shown was read'`.execute(base);

    await sql`
      create table commentaire_de_point (
        id bigint primary key generated always as identity,
        point_id uuid not null references point_d_etape (id),
        reforme_id uuid references reforme (id),
        texte text not null check (length(texte) between 1 and 8000),
        enregistre_le timestamptz not null,
        auteur text references compte (id)
      )`.execute(base);
    await sql`create index commentaire_de_point_point on commentaire_de_point (point_id, id)`.execute(base);
    await sql`comment on column commentaire_de_point.reforme_id is 'Null: about the point as a whole'`.execute(base);

    await sql`
      create function point_d_etape_fige() returns trigger language plpgsql as $$
      begin
        if old.etat = 'arrete' then
          raise exception 'Un point d''étape arrêté ne change plus.';
        end if;
        return new;
      end $$`.execute(base);
    await sql`
      create trigger point_d_etape_fige before update or delete on point_d_etape
      for each row execute function point_d_etape_fige()`.execute(base);
  },
};
