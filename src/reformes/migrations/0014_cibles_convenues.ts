import { type Migration, sql } from 'kysely';

/**
 * Targets agreed between a prefect and the central administration, one discussion for each indicator, territory and date.
 * What was said is appended (`fait_de_cible`); `cible_convenue` follows: where the discussion stands, and who is awaited.
 * An agreed value becomes a target of the indicator (`valeur`, `vc`) in the same transaction.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table cible_convenue (
        id uuid primary key,
        reforme_id uuid not null references reforme (id),
        indicateur integer not null references indicateur (numero),
        territoire_code text not null references territoire (code) check (territoire_code <> 'FR'),
        jour date not null,
        etat text not null check (etat in ('en_discussion', 'actee', 'retiree')),
        valeur numeric not null check (valeur <> 'NaN' and valeur <> 'Infinity' and valeur <> '-Infinity'),
        cote text not null check (cote in ('centrale', 'territoire')),
        valeur_actee numeric,
        actee_le timestamptz,
        proposition bigint not null,
        ouverte_le timestamptz not null,
        mise_a_jour_le timestamptz not null,
        demonstration boolean not null default false,
        unique (indicateur, territoire_code, jour),
        check (etat <> 'actee' or valeur_actee is not null),
        check ((valeur_actee is null) = (actee_le is null))
      )`.execute(base);
    await sql`create index cible_convenue_reforme on cible_convenue (reforme_id, territoire_code)`.execute(base);
    await sql`create index cible_convenue_attente on cible_convenue (territoire_code, cote, mise_a_jour_le)
      where etat = 'en_discussion'`.execute(base);
    await sql`comment on column cible_convenue.cote is
      'Side of the last value proposed: the other side is awaited while it is discussed'`.execute(base);
    await sql`comment on column cible_convenue.proposition is
      'Fact of the last value proposed: an answer says which one it answers'`.execute(base);

    await sql`
      create table fait_de_cible (
        id bigint primary key generated always as identity,
        cible_id uuid not null references cible_convenue (id),
        geste text not null check (geste in ('proposition', 'commentaire', 'accord', 'retrait')),
        cote text not null check (cote in ('centrale', 'territoire')),
        valeur numeric check (valeur <> 'NaN' and valeur <> 'Infinity' and valeur <> '-Infinity'),
        texte text check (length(texte) between 1 and 4000),
        enregistre_le timestamptz not null,
        auteur text references compte (id),
        check (geste in ('commentaire', 'retrait') or valeur is not null),
        check (geste <> 'commentaire' or texte is not null)
      )`.execute(base);
    await sql`create index fait_de_cible_cible on fait_de_cible (cible_id, id)`.execute(base);
  },
};
