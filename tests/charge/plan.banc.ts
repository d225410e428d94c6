import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, ouvrirEssai, reussi } from '#outils-d-essai';
import { TERRITOIRES } from '#territoires/regles';
import { criteresDeLAdresse } from '../../src/plans/adresses.ts';
import { creerPlan } from '../../src/plans/commandes/creer-plan.ts';
import { rafraichir } from '../../src/plans/commandes/rafraichir.ts';
import { declinaisonsAttendues } from '../../src/plans/deploiement/attendues.ts';
import { declinaisonsDeLAction } from '../../src/plans/deploiement/lectures.ts';
import { listerActions } from '../../src/plans/lectures/actions.ts';
import { arbreDuPlan } from '../../src/plans/lectures/arbre.ts';
import { facettesDuPlan } from '../../src/plans/lectures/facettes.ts';
import type { Regard } from '../../src/plans/lectures/faits.ts';
import { historiqueDuPlan } from '../../src/plans/lectures/historique.ts';
import { engagementsDuPlan } from '../../src/plans/lectures/integrite.ts';
import { listerMentions } from '../../src/plans/lectures/mentions.ts';
import { axesDuPlan, lirePlanSansPolitique } from '../../src/plans/lectures/plan.ts';
import { listerPlans } from '../../src/plans/lectures/plans.ts';
import { listerAttendu, organisationsAttendues } from '../../src/plans/lectures/pour-accueil.ts';
import { rechercher } from '../../src/plans/lectures/recherche.ts';
import { situationsEntre } from '../../src/plans/lectures/situations.ts';
import { presenterListe } from '../../src/plans/presentation.ts';
import { changementsDuPlan } from '../../src/plans/regles/changements.ts';
import { mesurer, tableau } from './mesurer.ts';
import { mesurerAdresses } from './pages.ts';

const DEPARTEMENTS = TERRITOIRES.filter(({ maille }) => maille === 'departemental').map(({ code }) => code);
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
  const habilitee: Acteur = {
    ...finistere,
    habilitations: [
      { droit: 'contribuer', objet: 'plan', id: plan, territoires: DEPARTEMENTS, territoiresEnglobants: [] },
    ],
  };
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
  const lignes = [
    await mesurer('SQL nu : les mêmes lignes', null, brut),
    await mesurer('page du plan', 100, () => page('')),
    await mesurer('page du plan, en retard', 100, () => page('marque=en_retard')),
    await mesurer('page du plan, texte et tri', 100, () => page('q=referents&tri=taux&sens=decroissant')),
    await mesurer('page du plan, par organisation', 100, () => page('organisation=mi-dnum')),
    await mesurer('page du plan, situation passée', 100, () => page('', passe)),
    await mesurer('engagements', 100, () => engagementsDuPlan(essai.base, plan, regard)),
    await mesurer('ce qui a changé en onze semaines', 100, () =>
      situationsEntre(essai.base, plan, passe.jour, regard).then(({ avant, apres, touchees }) =>
        changementsDuPlan(avant, apres, touchees),
      ),
    ),
    await mesurer(`ce qui est attendu d’un service (${ACTIONS} actions)`, 100, () => attendu(1)),
    await mesurer('ce qui est attendu, page 100', 100, () => attendu(100)),
    await mesurer('services dont on attend quelque chose', 100, () => organisationsAttendues(essai.base, bcam)),
    await mesurer(`ce qui est attendu d’un territoire (${ACTIONS} actions déclinées)`, 100, () =>
      declinaisonsAttendues(essai.base, finistere, 1, regard.jour),
    ),
    await mesurer('ce qui est attendu de qui est habilité pour la France', 100, () =>
      declinaisonsAttendues(essai.base, habilitee, 1, regard.jour),
    ),
    await mesurer('déploiement : 101 départements, 20 notes chacun', 100, () => deploiement(regard)),
    await mesurer('déploiement, situation passée', 100, () => deploiement(passe)),
    await mesurer('notes qui mentionnent un service', 100, () => listerMentions(essai.base, bcam, 1)),
    await mesurer('axes', 100, () => arbreDuPlan(essai.base, plan, 60)),
    await mesurer('historique', 100, () => historiqueDuPlan(essai.base, plan, { saut: 0, limite: 51 })),
    await mesurer('recherche', 100, () => rechercher(essai.base, bcam, 'référent proximité', 1)),
    await mesurer('liste des plans', 150, () =>
      listerPlans(essai.base, bcam, { q: null, etat: null, territoire: null, page: 1 }, regard),
    ),
  ];
  process.stdout.write(`\n${tableau(lignes)}\n`);
  const pages = await mesurerAdresses(essai, bcam.compte, [
    { nom: 'page du plan, par HTTP', chemin: `/plans/${plan}`, budget: 100 },
    { nom: 'page du plan, texte et tri', chemin: `/plans/${plan}?q=referents&tri=taux&sens=decroissant`, budget: 100 },
    { nom: 'page du plan, en retard', chemin: `/plans/${plan}?marque=en_retard`, budget: 100 },
    { nom: 'page du plan, situation passée', chemin: `/plans/${plan}?au=2021-12-01`, budget: 100 },
    { nom: 'page du plan, par organisation', chemin: `/plans/${plan}?organisation=mi-dnum`, budget: 100 },
    { nom: 'frise', chemin: `/plans/${plan}/frise`, budget: 100 },
    { nom: 'engagements', chemin: `/plans/${plan}/engagements`, budget: 100 },
    { nom: 'engagements au 1er décembre', chemin: `/plans/${plan}/engagements?au=2021-12-01`, budget: 100 },
    { nom: 'ce qui a changé', chemin: `/plans/${plan}/changements?du=2021-12-01`, budget: 100 },
    { nom: 'ce que l’on attend de moi', chemin: '/attendu', budget: 100 },
    { nom: 'accueil', chemin: '/', budget: 100 },
    { nom: 'recherche', chemin: '/recherche?q=référent+proximité', budget: 100 },
    { nom: 'liste des plans', chemin: '/plans', budget: 150 },
    { nom: 'déploiement d’une action', chemin: `/plans/${plan}/actions/${declinee.id}/deploiement`, budget: 100 },
  ]);
  const duTerritoire = await mesurerAdresses(essai, finistere.compte, [
    { nom: 'ce que l’on attend du territoire', chemin: '/attendu', budget: 100 },
    { nom: 'accueil du territoire', chemin: '/', budget: 100 },
  ]);
  process.stdout.write(`\nPar HTTP, page rendue :\n${tableau([...pages, ...duTerritoire])}\n`);
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
