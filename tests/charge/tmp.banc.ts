import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { creerActeur, ouvrirEssai, reussi } from '#outils-d-essai';
import { criteresDeLAdresse } from '../../src/plans/adresses.ts';
import { creerPlan } from '../../src/plans/commandes/creer-plan.ts';
import { rafraichir } from '../../src/plans/commandes/rafraichir.ts';
import { declinaisonsAttendues } from '../../src/plans/deploiement/attendues.ts';
import { declinaisonsDeLAction } from '../../src/plans/deploiement/lectures.ts';
import { facettesDuPlan, listerActions } from '../../src/plans/lectures/actions.ts';
import { arbreDuPlan } from '../../src/plans/lectures/arbre.ts';
import type { Regard } from '../../src/plans/lectures/faits.ts';
import { historiqueDuPlan } from '../../src/plans/lectures/historique.ts';
import { engagementsDuPlan } from '../../src/plans/lectures/integrite.ts';
import { listerMentions } from '../../src/plans/lectures/mentions.ts';
import { axesDuPlan, lirePlanSansPolitique } from '../../src/plans/lectures/plan.ts';
import { listerPlans } from '../../src/plans/lectures/plans.ts';
import { listerAttendu, organisationsAttendues } from '../../src/plans/lectures/pour-accueil.ts';
import { rechercher } from '../../src/plans/lectures/recherche.ts';
import { actionsSituees } from '../../src/plans/lectures/situations.ts';
import { presenterListe } from '../../src/plans/presentation.ts';
import { changementsDuPlan } from '../../src/plans/regles/changements.ts';
import { mesurer, tableau } from './mesurer.ts';

const ACTIONS = 5_000;
const NOTES_PAR_ACTION = 6;

test(`un plan de ${ACTIONS} actions, ${ACTIONS * NOTES_PAR_ACTION} notes`, async () => {
  const essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  const bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  const plan = reussi(
    await creerPlan(essai.services, bcam, {
      titre: 'Plan de charge',
      genre: 'plan_d_actions',
      proprietaire: 'mi-bcam',
      territoire: 'FR',
      diffusion: 'administration',
      etat: 'actif',
    }),
  );
  const finistere = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  await remplir(essai.base, plan, bcam.compte);
  const regard = { jour: '2022-02-15' as never, passe: false };
  const passe = { jour: '2021-12-01' as never, passe: true };
  const criteres = (adresse: string) => criteresDeLAdresse(new URLSearchParams(adresse));
  const page = (adresse: string, vu = regard) =>
    Promise.all([
      listerActions(essai.base, plan, criteres(adresse), vu),
      axesDuPlan(essai.base, plan),
      facettesDuPlan(essai.base, plan),
    ]).then(([liste]) => presenterListe(liste.actions));
  const attendu = (page: number) =>
    listerAttendu(essai.base, bcam, { organisations: bcam.organisations, marque: null, page }, regard);
  const lu = await lirePlanSansPolitique(essai.base, plan);
  if (!lu) throw new Error('Le plan de charge ne se relit pas.');
  const declinee = await essai.base
    .selectFrom('action')
    .select('id')
    .where('plan_id', '=', plan)
    .where('rang', '=', 1)
    .executeTakeFirstOrThrow();
  const deploiement = (vu: Regard) => declinaisonsDeLAction(essai.base, bcam, lu, declinee.id, vu);
  const brut = () =>
    sql`select a.id, a.intitule, n.statut, e.fin from action a
      left join lateral (select statut from note_avancement n where n.action_id = a.id order by enregistre_le desc limit 1) n on true
      left join lateral (select fin from echeance e where e.action_id = a.id order by enregistre_le desc limit 1) e on true
      where a.plan_id = ${plan} order by a.rang`.execute(essai.base);

  const { dernieresNotes, engagementsDesActions } = await import('../../src/plans/lectures/faits.ts');
  const portee = { plans: [plan] };

  const borne = sql`(('2021-12-01'::date + 1)::timestamp at time zone 'Europe/Paris')`;
  const filtre = sql`plan_id = ${plan} and enregistre_le < ${borne} and (corrigee_le is null or corrigee_le >= ${borne})`;
  const agg = sql`select action_id, max(vaut_le) as derniere, (max(vaut_le) at time zone 'Europe/Paris')::date as jour,
    (array_agg(statut order by vaut_le desc, ordre desc) filter (where statut is not null))[1] as statut,
    (array_agg(taux order by vaut_le desc, ordre desc) filter (where taux is not null))[1] as taux
    from note_avancement where ${filtre} group by plan_id, action_id`;
  const eng = sql`select action_id, engagement, libelle, texte, nature, debut, fin, ambigu, hypotheses, abandonnee from echeance where plan_id = ${plan} and enregistre_le < ${borne} order by action_id, engagement, enregistre_le desc, rang desc`;
  const eng2 = sql`select action_id, engagement, libelle, texte, nature, debut, fin, ambigu, abandonnee from echeance where plan_id = ${plan} and enregistre_le < ${borne} order by action_id, engagement, enregistre_le desc, rang desc`;
  const eng3 = sql`select action_id, engagement, libelle, texte, nature, debut::text, fin::text, ambigu, abandonnee from echeance where plan_id = ${plan} and enregistre_le < ${borne} order by action_id, engagement, enregistre_le desc, rang desc`;
  const act = (cols: string) => sql`select id, plan_id, axe_id, rang, code, intitule ${sql.raw(cols)}, (cree_le at time zone 'Europe/Paris')::date as cree_jour from action where plan_id = ${plan} and cree_le < ${borne} order by plan_id, rang, id`;
  await mesurer('x', 100, () => actionsSituees(essai.base, [plan], passe));
  const lignes = [
    await mesurer('situees passe', 100, () => actionsSituees(essai.base, [plan], passe)),
    await mesurer('situees présent', 100, () => actionsSituees(essai.base, [plan], regard)),
    await mesurer('dernieresNotes', 100, () => dernieresNotes(essai.base, portee, passe)),
    await mesurer('notes agg', 100, () => agg.execute(essai.base)),
    await mesurer('engagements', 100, () => engagementsDesActions(essai.base, portee, passe)),
    await mesurer('eng brut', 100, () => eng.execute(essai.base)),
    await mesurer('eng sans hyp', 100, () => eng2.execute(essai.base)),
    await mesurer('eng dates texte', 100, () => eng3.execute(essai.base)),
    await mesurer('act avec', 100, () => act(', statut, taux, engagements, (derniere_nouvelle_le at time zone \'Europe/Paris\')::date as d').execute(essai.base)),
    await mesurer('act sans', 100, () => act('').execute(essai.base)),
    await mesurer('facettes', 100, () => facettesDuPlan(essai.base, plan)),
    await mesurer('axes', 100, () => axesDuPlan(essai.base, plan)),
    await mesurer('page passée', 100, () => page('', passe)),
    await mesurer('page', 100, () => page('')),
  ];
  process.stdout.write(`\n${tableau(lignes)}\n`);
  const noms = sql`select distinct p.organisation_id, case when p.organisation_id is null then p.texte end as texte, p.action_id
    from action_pilote p join action a on a.id = p.action_id where p.plan_id = ${plan} and a.retiree_le is null`;
  const f1 = sql`select p.organisation_id, coalesce(o.sigle, o.nom, p.texte) as libelle, p.nombre
      from (select organisation_id, texte, count(*) as nombre from (${noms}) p group by 1, 2) p
        left join organisation o on o.id = p.organisation_id
      order by nombre desc, libelle limit 300`;
  const f0 = sql`select p.organisation_id, coalesce(o.sigle, o.nom, p.texte) as libelle, count(distinct p.action_id) as nombre
    from action_pilote p join action a on a.id = p.action_id left join organisation o on o.id = p.organisation_id
    where p.plan_id = ${plan} and a.retiree_le is null
    group by 1, 2 order by nombre desc, libelle limit 300`;
  const f2 = sql`select p.organisation_id, p.texte, count(distinct p.action_id)
    from (select organisation_id, case when organisation_id is null then texte end as texte, action_id from action_pilote where plan_id = ${plan}) p
    where exists (select from action a where a.id = p.action_id and a.retiree_le is null) group by 1, 2`;
  for (const q of [f0, f1, f2]) {
    const { rows } = await sql<Record<string, string>>`explain (analyze, buffers) ${q}`.execute(essai.base);
    process.stdout.write(`${rows.map((r) => Object.values(r)[0]).join('\n')}\n\n`);
  }
  await essai.fermer();
  expect(lignes.length).toBeGreaterThan(0);
});

/** Generated in the database itself: what is measured is reading, not filling. */
async function remplir(
  base: Awaited<ReturnType<typeof ouvrirEssai>>['base'],
  plan: string,
  auteur: string,
): Promise<void> {
  await sql`
    insert into axe (id, plan_id, rang, intitule, cree_le)
    select gen_random_uuid(), ${plan}, i, 'Axe ' || i, now() from generate_series(1, 40) i`.execute(base);
  await sql`
    insert into action (id, plan_id, axe_id, rang, code, intitule, mise_en_oeuvre, livrables, pilotes_texte, cree_le, cree_par)
    select gen_random_uuid(), ${plan}, (select id from axe where plan_id = ${plan} and rang = 1 + i % 40), i, i::text,
      'Déployer les référents de proximité du lot ' || i, repeat('Informer les services, former les agents, suivre les délais. ', 4),
      'Guide et tableau de suivi', 'DNUM', '2021-06-01', ${auteur}
    from generate_series(1, ${ACTIONS}::int) i`.execute(base);
  await sql`
    insert into action_pilote (id, action_id, plan_id, rang, texte, role, organisation_id)
    select gen_random_uuid(), a.id, a.plan_id, r, o.id, case r when 0 then 'pilote' else 'en_lien_avec' end, o.id
    from action a cross join generate_series(0, 2) r
      join lateral (select id from organisation where genre in ('direction', 'sgar', 'prefecture') order by id offset (a.rang * 7 + r * 11) % 60 limit 1) o on true
    where a.plan_id = ${plan}`.execute(base);
  await sql`
    insert into echeance (id, action_id, plan_id, rang, engagement, texte, nature, fin, ambigu, enregistre_le, auteur)
    select gen_random_uuid(), a.id, a.plan_id, r, 1, 'fin', 'au_plus_tard', date '2021-09-30' + (a.rang % 300) + r * 60, false, timestamptz '2021-06-01' + r * interval '40 days', ${auteur}
    from action a cross join generate_series(0, 1) r where a.plan_id = ${plan} and (r = 0 or a.rang % 5 = 0)`.execute(
    base,
  );
  await sql`
    insert into note_avancement (id, action_id, plan_id, statut, texte, taux, origine, enregistre_le, auteur)
    select gen_random_uuid(), a.id, a.plan_id, case when r = 5 and a.rang % 3 = 0 then 'terminee' else 'en_cours' end,
      'Réunion tenue avec les préfectures, ' || r || ' points traités.', least(100, r * 18), 'saisie',
      timestamptz '2021-06-15' + r * interval '36 days', ${auteur}
    from action a cross join generate_series(0, ${NOTES_PAR_ACTION - 1}::int) r where a.plan_id = ${plan}`.execute(
    base,
  );
  await sql`
    insert into action_pilote (id, action_id, plan_id, rang, texte, role, organisation_id)
    select gen_random_uuid(), a.id, a.plan_id, 9, 'BCAM', 'pilote', 'mi-bcam' from action a where a.plan_id = ${plan}`.execute(
    base,
  );
  await sql`
    insert into mention (note_id, organisation_id)
    select id, 'mi-bcam' from note_avancement where plan_id = ${plan} and ordre % 10 = 0`.execute(base);
  await sql`
    insert into declinaison (id, action_id, plan_id, territoire_code, cree_le, cree_par)
    select gen_random_uuid(), a.id, a.plan_id, t.code, '2021-06-01', ${auteur} from action a
      join territoire t on t.code = 'D29' or (a.rang = 1 and t.maille = 'departemental') where a.plan_id = ${plan}`.execute(
    base,
  );
  await sql`
    insert into note_de_declinaison (id, declinaison_id, statut, taux, texte, enregistre_le, auteur)
    select gen_random_uuid(), d.id, 'en_cours', least(100, r * 5), 'Session tenue.',
      timestamptz '2021-06-15' + r * interval '11 days', ${auteur}
    from declinaison d join action a on a.id = d.action_id
      cross join generate_series(0, 19) r where d.plan_id = ${plan} and (a.rang = 1 or r < 4)`.execute(base);
  const actions = await base.selectFrom('action').select('id').where('plan_id', '=', plan).execute();
  await rafraichir(
    base,
    actions.map(({ id }) => id),
  );
  await sql`vacuum analyze`.execute(base);
}
