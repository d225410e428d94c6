import { type Migration, sql } from 'kysely';

/**
 * Baskets: indicators read as one, by weighted means, with weights for each maille. `situation_de_panier` follows from the
 * situations of their indicators: it is written in the same transaction, and `jalon indicateur recalculer` gives it again.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      create table panier (
        numero integer primary key generated always as identity,
        cree_le timestamptz not null
      )`.execute(base);
    await sql`
      create table panier_indicateur (
        panier integer not null references panier (numero),
        indicateur integer not null references indicateur (numero),
        maille text not null check (maille in ('national', 'regional', 'departemental')),
        poids numeric not null check (poids >= 0 and poids < 'Infinity'),
        rang smallint not null default 0,
        primary key (panier, maille, indicateur)
      )`.execute(base);
    await sql`create index panier_par_indicateur on panier_indicateur (indicateur, panier)`.execute(base);
    await sql`
      create table situation_de_panier (
        panier integer not null references panier (numero),
        territoire text not null references territoire (code),
        taux_annuel numeric,
        taux_global numeric,
        brut_global numeric,
        etat text not null,
        position text not null,
        ecart_points numeric,
        signal text,
        mesures smallint not null,
        attendus smallint not null,
        reculs smallint not null,
        jour date,
        plus_ancienne date,
        attendue_le date,
        mediane numeric,
        ecart_mediane numeric,
        alertes text[] not null,
        primary key (panier, territoire)
      )`.execute(base);
    await sql`create index situation_de_panier_territoire on situation_de_panier (territoire, panier)`.execute(base);
  },
};
