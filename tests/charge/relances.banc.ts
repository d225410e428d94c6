import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai } from '#outils-d-essai';
import { rafraichir } from '../../src/plans/commandes/rafraichir.ts';
import { creerPlanDEssai, regler } from '../../src/relances/essais/plan-suivi.ts';
import { relancer } from '../../src/relances/relancer.ts';

const COMPTES = 3_000;
const ACTIONS = 5_000;
/** Those declined in every département. */
const DECLINEES = 40;

test(`${COMPTES} comptes, ${ACTIONS} actions dont ${DECLINEES} déclinées dans 101 départements`, async () => {
  const essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  await remplir(essai);
  // A Tuesday: what the rules of the plan say. A Monday: everyone's week. Then again: nothing more is due.
  const lignes = [
    await mesurerLeJour(essai, 'un mardi', '2022-03-08'),
    await mesurerLeJour(essai, 'un lundi', '2022-03-14'),
    await mesurerLeJour(essai, 'une heure plus tard', '2022-03-14'),
  ];
  process.stdout.write(`\n${lignes.join('\n')}\n`);
  const cles = await essai.base.selectFrom('courriel').select('cle').execute();
  expect(new Set(cles.map(({ cle }) => cle)).size).toBe(cles.length);
  await essai.fermer();
});

async function mesurerLeJour(essai: Essai, nom: string, jour: string): Promise<string> {
  essai.horloge.regler(`${jour}T06:05:00Z`);
  const debut = performance.now();
  const ecrits = await relancer(essai.services);
  const duree = performance.now() - debut;
  const { dites } = await essai.base
    .selectFrom('relance')
    .select(({ fn }) => fn.countAll<number>().as('dites'))
    .where('jour', '=', jour)
    .executeTakeFirstOrThrow();
  return [
    nom.padEnd(22),
    `${ecrits} courriers`.padStart(16),
    `${dites} mentions`.padStart(18),
    `${(duree / 1_000).toFixed(1)} s`.padStart(10),
    ecrits === 0 ? '' : `${Math.round((ecrits * 60_000) / duree)} courriers par minute`,
  ].join('  ');
}

/** Generated in the database itself: what is measured is reminding, not filling. */
async function remplir(essai: Essai): Promise<void> {
  const { base } = essai;
  const bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  const plan = await creerPlanDEssai(essai, bcam, 'Plan de charge', 'actif', 'administration');
  await regler(essai, bcam, plan);
  await sql`
    insert into compte (id, nom, profil, organisation_id, territoire_code, courriel, cree_le)
    select 'charge-' || i, 'Agent ' || i, 'pilote', o.id, o.territoire_code, 'agent-' || i || '@exemple.gouv.fr', now()
    from generate_series(1, ${COMPTES}::int) i
      join (select id, territoire_code, row_number() over (order by id) as rang, count(*) over () as toutes
            from organisation where active) o on o.rang = 1 + i % o.toutes`.execute(base);
  await sql`
    insert into action (id, plan_id, rang, code, intitule, cree_le, cree_par)
    select gen_random_uuid(), ${plan}, i, i::text, 'Déployer les référents de proximité du lot ' || i, '2021-12-01',
      ${bcam.compte} from generate_series(1, ${ACTIONS}::int) i`.execute(base);
  await sql`
    insert into action_pilote (id, action_id, plan_id, rang, texte, role, organisation_id)
    select gen_random_uuid(), a.id, a.plan_id, 0, o.id, 'pilote', o.id
    from action a join (select id, row_number() over (order by id) as rang, count(*) over () as toutes
                        from organisation where active) o on o.rang = 1 + a.rang % o.toutes
    where a.plan_id = ${plan}`.execute(base);
  await sql`
    insert into echeance (id, action_id, plan_id, rang, engagement, texte, nature, fin, ambigu, enregistre_le, auteur)
    select gen_random_uuid(), a.id, a.plan_id, 0, 1, 'fin', 'au_plus_tard', date '2022-01-15' + (a.rang % 120), false,
      timestamptz '2021-12-01', ${bcam.compte} from action a where a.plan_id = ${plan}`.execute(base);
  await sql`
    insert into note_avancement (id, action_id, plan_id, statut, texte, taux, origine, enregistre_le, auteur)
    select gen_random_uuid(), a.id, a.plan_id, 'en_cours', 'Réunion tenue avec les préfectures.', r * 18, 'saisie',
      timestamptz '2021-12-15' + r * interval '20 days', ${bcam.compte}
    from action a cross join generate_series(0, 3) r where a.plan_id = ${plan}`.execute(base);
  await sql`
    insert into declinaison (id, action_id, plan_id, territoire_code, cree_le, cree_par)
    select gen_random_uuid(), a.id, a.plan_id, t.code, '2022-01-03', ${bcam.compte}
    from action a join territoire t on t.maille = 'departemental'
    where a.plan_id = ${plan} and a.rang <= ${DECLINEES}`.execute(base);
  const actions = await base.selectFrom('action').select('id').where('plan_id', '=', plan).execute();
  await rafraichir(
    base,
    actions.map(({ id }) => id),
  );
  await sql`vacuum analyze`.execute(base);
}
