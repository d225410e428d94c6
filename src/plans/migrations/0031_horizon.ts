import { type Migration, sql } from 'kysely';

/**
 * Of its deadlines, an action keeps beside it only what lists judge it by; their words are read from the facts, for the
 * actions shown. The services a plan names are counted from an index alone, less the few actions that left it.
 */
export const migration: Migration = {
  async up(base) {
    await sql`
      alter table action
        add column horizon text not null default 'sans_echeance'
          check (horizon in ('datee', 'sans_terme', 'sans_echeance')),
        add column terme date,
        add column terme_initial date,
        add column premier_debut date,
        add column a_interpreter boolean not null default false,
        add column reports integer not null default 0`.execute(base);
    await sql`
      update action set horizon = e.horizon, terme = e.terme, terme_initial = e.terme_initial,
        premier_debut = e.premier_debut, a_interpreter = e.a_interpreter, reports = e.reports
      from (
        select action.id,
          case when bool_or(x.ouvert) then 'sans_terme'
            when bool_or(x.debut is not null or x.fin is not null) then 'datee' else 'sans_echeance' end as horizon,
          case when not bool_or(x.ouvert) then max(x.fin) end as terme,
          max((x.initial ->> 'fin')::date) as terme_initial,
          min(x.debut) as premier_debut,
          bool_or(x.ambigu or x.nature in ('inconnue', 'invalide')) as a_interpreter,
          sum(x.reports) as reports
        from action cross join lateral (
          select e.*, fin is null and nature in ('a_partir_de', 'en_cours', 'permanent', 'recurrent', 'immediat') as ouvert
          from jsonb_to_recordset(action.engagements)
            as e (nature text, debut date, fin date, ambigu boolean, initial jsonb, reports integer)
        ) x
        group by action.id
      ) e where action.id = e.id`.execute(base);
    await sql`alter table action drop column engagements`.execute(base);
    await sql`create index action_retiree on action (plan_id) where retiree_le is not null`.execute(base);
    await sql`create index action_pilote_facettes on action_pilote (plan_id, organisation_id, action_id)`.execute(base);
    await sql`comment on column action.horizon is
      'With terme, terme_initial, premier_debut, a_interpreter and reports: what its deadlines say together. With statut, taux and derniere_nouvelle_le, the present state as the facts give it, written with each fact so that lists need not read them all'`.execute(
      base,
    );
  },
};
