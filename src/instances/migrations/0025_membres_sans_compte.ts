import { type Migration, sql } from 'kysely';

/**
 * Members who have no account: a name, a function, an address when they gave one; erased apart from their attendance, which
 * stays. A report that was asked for is a reason to be on an agenda, and its refusal a kind of decision. A decision keeps
 * the services it asks something of, and what they say became of it. A meeting knows that its members were called.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      alter table membre_d_instance
        add column sans_compte boolean not null default false,
        add column nom text check (length(nom) between 1 and 200),
        add column fonction text check (length(fonction) <= 200),
        add column courriel text check (length(courriel) <= 320),
        drop constraint membre_d_instance_check,
        add check (num_nonnulls(organisation_id, compte_id) = case when sans_compte then 0 else 1 end),
        add check (sans_compte or num_nonnulls(nom, fonction, courriel) = 0)`.execute(base);
    await sql`comment on column membre_d_instance.nom is
      'Name of a member without account; null once erased'`.execute(base);

    await sql`
      alter table point_de_reunion
        drop constraint point_de_reunion_motif_check,
        add constraint point_de_reunion_motif_check check (motif in ('non_tranche', 'report_demande', 'en_retard',
          'bloquee', 'reportee', 'divergente', 'silencieuse', 'libre'))`.execute(base);

    await sql`
      alter table decision
        drop constraint decision_genre_check,
        add constraint decision_genre_check check (genre in ('arbitrage', 'orientation', 'report_accepte',
          'report_refuse', 'action_nouvelle', 'cloture', 'information')),
        add column responsables text[] not null default '{}',
        add column suite text check (length(suite) <= 2000),
        add column suite_le timestamptz,
        add column suite_auteur text references compte (id),
        add check ((suite is null) = (suite_le is null))`.execute(base);
    await sql`comment on column decision.responsables is
      'Organisations named by « responsable », for what is expected of them'`.execute(base);
    await sql`create index decision_responsables on decision using gin (responsables)`.execute(base);
    await sql`create index decision_recherche on decision using gin (to_tsvector('francais', texte))`.execute(base);

    await sql`create index point_de_reunion_recherche on point_de_reunion
      using gin (to_tsvector('francais', intitule))`.execute(base);

    await sql`alter table reunion add column convoquee_le timestamptz`.execute(base);
    await sql`create index suivi_d_instance_par_reforme on suivi_d_instance (reforme_id)
      where reforme_id is not null`.execute(base);
  },
};
