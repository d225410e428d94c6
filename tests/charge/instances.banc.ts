import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { creerActeur, ouvrirEssai, reussi } from '#outils-d-essai';
import { abonnerMonAgenda } from '../../src/instances/commandes/abonner.ts';
import { creerInstance } from '../../src/instances/commandes/creer-instance.ts';
import { planifierReunion } from '../../src/instances/commandes/reunions.ts';
import { calendrierDuSecret } from '../../src/instances/lectures/calendrier.ts';
import { decisionsAttendues, decisionsDeLInstance } from '../../src/instances/lectures/decisions-suivies.ts';
import { listerInstances, trouverInstance } from '../../src/instances/lectures/instances.ts';
import { presenterPoints } from '../../src/instances/lectures/presenter-points.ts';
import { rechercherInstances } from '../../src/instances/lectures/recherche.ts';
import { contenuDuReleve } from '../../src/instances/lectures/releve.ts';
import { instancesQuiSuivent, resumerInstances } from '../../src/instances/lectures/resumes.ts';
import { listerReunions, reunionsProches, trouverReunion } from '../../src/instances/lectures/reunions.ts';
import { creerPlan } from '../../src/plans/commandes/creer-plan.ts';
import { rafraichir } from '../../src/plans/commandes/rafraichir.ts';
import { mesurer, tableau } from './mesurer.ts';
import { mesurerAdresses } from './pages.ts';

const ACTIONS = 5_000;
const REUNIONS = 200;
const INSTANCES = 60;
const JOUR = '2022-02-15' as never;
const BUDGET_MS = 100;

test(`${REUNIONS} réunions d’une instance parmi ${INSTANCES}, un plan de ${ACTIONS} actions`, async () => {
  const essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  const { base, services } = essai;
  const bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  const plan = reussi(
    await creerPlan(services, bcam, {
      titre: 'Plan de charge',
      genre: 'plan_d_actions',
      proprietaire: 'mi-bcam',
      territoire: 'FR',
      diffusion: 'administration',
      etat: 'actif',
    }),
  );
  const saisie = (nom: string) => ({
    nom,
    niveau: 'suivi',
    secretariat: 'mi-bcam',
    presidence: 'BCAM',
    territoire: 'FR',
    cadence: 'hebdomadaire',
    heure: '14:30',
    duree: '90',
    membres: 'DNUM\nDRH\nDMATES\nDMATES/SDATE/BCAM',
    sansCompte: 'Camille Exemple ; maire',
    plans: [plan],
  });
  const instance = reussi(await creerInstance(services, bcam, saisie('Comité de charge')));
  for (let rang = 1; rang < INSTANCES; rang++) await creerInstance(services, bcam, saisie(`Comité n° ${rang}`));
  await sql`
    insert into action (id, plan_id, rang, code, intitule, cree_le, cree_par)
    select gen_random_uuid(), ${plan}, i, i::text, 'Déployer les référents de proximité du lot ' || i, '2021-06-01',
      ${bcam.compte} from generate_series(1, ${ACTIONS}::int) i`.execute(base);
  await sql`
    insert into echeance (id, action_id, plan_id, rang, engagement, texte, nature, fin, ambigu, enregistre_le, auteur)
    select gen_random_uuid(), a.id, a.plan_id, 0, 1, 'fin', 'au_plus_tard', date '2021-09-30' + (a.rang % 300), false,
      timestamptz '2021-06-01', ${bcam.compte} from action a where a.plan_id = ${plan}`.execute(base);
  const actions = await base.selectFrom('action').select('id').where('plan_id', '=', plan).execute();
  await rafraichir(
    base,
    actions.map(({ id }) => id),
  );
  await sql`
    insert into reunion (id, instance_id, jour, heure, duree, etat, cree_le, modifie_le)
    select gen_random_uuid(), ${instance}, date '2022-02-14' - i * 7, '14:30', 90, 'seance', now(), now()
    from generate_series(0, ${REUNIONS - 2}::int) i`.execute(base);
  await sql`
    insert into point_de_reunion (id, reunion_id, rang, intitule, motif, raison, plan_id, action_id, cree_le)
    select gen_random_uuid(), r.id, i, a.intitule, 'en_retard', 'Échéance dépassée.', a.plan_id, a.id, now()
    from reunion r cross join generate_series(0, 19) i
      join action a on a.plan_id = ${plan} and a.rang = 1 + (i * 37 + extract(doy from r.jour)::int) % ${ACTIONS}
    where r.instance_id = ${instance}`.execute(base);
  await sql`
    insert into note_de_point (id, point_id, texte, enregistre_le, auteur)
    select gen_random_uuid(), p.id, repeat('Le point est fait avec les préfectures. ', 4), now(), ${bcam.compte}
    from point_de_reunion p`.execute(base);
  await sql`
    insert into decision (id, reunion_id, point_id, numero, genre, texte, responsable, responsables, echeance, fin, plan_id,
      action_id, enregistre_le, auteur)
    select gen_random_uuid(), p.reunion_id, p.id, p.rang + 1, 'arbitrage', 'Le calendrier du lot est tenu par la direction.',
      'DNUM', '{mi-dnum}', 'fin 2022', '2022-12-31', p.plan_id, p.action_id, now(), ${bcam.compte}
    from point_de_reunion p where p.rang < 8`.execute(base);
  const prochaine = reussi(
    await planifierReunion(services, bcam, instance, { jour: '2022-02-22', heure: '14:30', duree: '90', lieu: '' }),
  );
  const passee = await base
    .selectFrom('reunion')
    .select('id')
    .where('instance_id', '=', instance)
    .where('etat', '=', 'seance')
    .orderBy('jour', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await sql`vacuum analyze`.execute(base);
  const dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
  const secret = reussi(await abonnerMonAgenda(services, dnum));
  const ouvrir = async (id: string) => {
    const { reunion, instance: vue } = reussi(await trouverReunion(base, bcam, id));
    await presenterPoints(base, bcam, reunion, JOUR);
    await contenuDuReleve(base, vue, reunion, '');
  };
  const lignes = [
    await mesurer('SQL nu : les réunions', null, () =>
      base.selectFrom('reunion').selectAll().where('instance_id', '=', instance).execute(),
    ),
    await mesurer('liste des instances', BUDGET_MS, async () =>
      resumerInstances(base, await listerInstances(base, bcam), JOUR),
    ),
    await mesurer('page d’une instance', BUDGET_MS, async () => {
      reussi(await trouverInstance(base, bcam, instance));
      await Promise.all([listerReunions(base, [instance], 4), reunionsProches(base, [instance], JOUR)]);
    }),
    await mesurer('ordre du jour à venir', BUDGET_MS, () => ouvrir(prochaine)),
    await mesurer('réunion passée, à son jour', BUDGET_MS, () => ouvrir(passee.id)),
    await mesurer('suivi de 1 600 décisions', BUDGET_MS, () => decisionsDeLInstance(base, bcam, instance, JOUR)),
    await mesurer('demandé par un comité', BUDGET_MS, () => decisionsAttendues(base, dnum, JOUR)),
    await mesurer('comités d’un plan', BUDGET_MS, () => instancesQuiSuivent(base, bcam, { plan }, JOUR)),
    await mesurer('recherche dans les instances', BUDGET_MS, () => rechercherInstances(base, bcam, 'référents lot 74')),
    await mesurer('agenda iCalendar', BUDGET_MS, () => calendrierDuSecret(services, secret)),
  ];
  process.stdout.write(`\n${tableau(lignes)}\n`);
  const pages = await mesurerAdresses(essai, bcam.compte, [
    { nom: 'liste des instances, par HTTP', chemin: '/instances', budget: BUDGET_MS },
    { nom: 'une instance', chemin: `/instances/${instance}`, budget: BUDGET_MS },
    { nom: 'réunion à venir', chemin: `/reunions/${prochaine}`, budget: BUDGET_MS },
    { nom: 'réunion passée', chemin: `/reunions/${passee.id}`, budget: BUDGET_MS },
    { nom: 'relevé', chemin: `/reunions/${passee.id}/releve`, budget: BUDGET_MS },
    { nom: 'suivi de 1 600 décisions', chemin: `/instances/${instance}/decisions`, budget: BUDGET_MS },
    { nom: 'comités du plan', chemin: `/plans/${plan}/comites`, budget: BUDGET_MS },
  ]);
  process.stdout.write(`\nPar HTTP, page rendue :\n${tableau(pages)}\n`);
  await essai.fermer();
  expect(lignes.length).toBeGreaterThan(0);
});
