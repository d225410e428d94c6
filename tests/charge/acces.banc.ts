import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { acteurDuCompte } from '../../src/acces/index.ts';
import { lecteursDuPlan } from '../../src/plans/acces/lecteurs.ts';
import { plansDeLaPersonne } from '../../src/plans/acces/plans-de-la-personne.ts';
import { creerAction } from '../../src/plans/commandes/creer-action.ts';
import { creerPlan } from '../../src/plans/commandes/creer-plan.ts';
import { lirePlanSansPolitique } from '../../src/plans/lectures/plan.ts';
import { mesurer, tableau } from './mesurer.ts';

const COMPTES = 5_000;
const HABILITATIONS = 2_000;

test(`qui peut voir un plan, parmi ${COMPTES} comptes et ${HABILITATIONS} habilitations`, async () => {
  const essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  const saisie = { genre: 'plan_d_actions', proprietaire: 'mi-bcam', territoire: 'FR', etat: 'actif' };
  const id = reussi(
    await creerPlan(essai.services, ditp, { ...saisie, titre: 'Plan lu de tous', diffusion: 'administration' }),
  );
  for (const pilotes of ['DNUM', 'les SGC-D', 'les préfectures', 'DMATES, DGAFP, DRH, SGAR de Bretagne'])
    reussi(await creerAction(essai.services, ditp, id, { intitule: `Action confiée à ${pilotes}`, pilotes }));
  for (let rang = 0; rang < 60; rang += 1)
    reussi(await creerPlan(essai.services, ditp, { ...saisie, titre: `Plan ${rang}`, diffusion: 'administration' }));
  await remplir(essai, id, ditp.compte);
  const plan = await lirePlanSansPolitique(essai.base, id);
  const personne = await acteurDuCompte(essai.base, 'charge-17', '2022-02-15' as never);
  if (plan === null || personne === null) throw new Error('Le plan et la personne doivent exister.');
  const lignes = [
    await mesurer('SQL nu : les comptes ouverts', null, () =>
      sql`select id, profil, organisation_id, territoire_code from compte where ferme_le is null`.execute(essai.base),
    ),
    await mesurer('qui peut voir ce plan', 300, () => lecteursDuPlan(essai.services, plan)),
    await mesurer('que peut voir cette personne', 100, () => plansDeLaPersonne(essai.base, personne, ditp, 1)),
  ];
  process.stdout.write(`\n${tableau(lignes)}\n`);
  expect((await lecteursDuPlan(essai.services, plan)).length).toBeGreaterThan(COMPTES / 2);
  await essai.fermer();
});

/** Accounts in every service of the directory, with the profile that goes with it, and grants on the plan and on others. */
async function remplir({ base }: Essai, plan: string, auteur: string): Promise<void> {
  await sql`
    insert into compte (id, nom, profil, organisation_id, territoire_code, cree_le)
    select 'charge-' || i, 'Agent ' || i,
      case when o.territoire_code = 'FR' then (array['pilote', 'responsable_de_plan', 'cabinet'])[1 + i % 3]
        when o.territoire_code like 'R%' then 'prefet_region' else (array['service_deconcentre', 'prefet_departement'])[1 + i % 2] end,
      o.id, o.territoire_code, now()
    from generate_series(1, ${COMPTES}::int) i
      join (select id, territoire_code, row_number() over (order by id) as rang, count(*) over () as nombre
            from organisation where genre <> 'collectif') o on o.rang = 1 + i % o.nombre`.execute(base);
  await sql`
    insert into habilitation (id, compte_id, droit, objet_type, objet_id, territoire_code, debut, fin, motif, accordee_le, accordee_par)
    select gen_random_uuid(), 'charge-' || (1 + i * 2 % ${COMPTES}::int), (array['lire', 'contribuer', 'modifier'])[1 + i % 3], 'plan',
      case when i % 2 = 0 then ${plan} else gen_random_uuid()::text end, (array['FR', 'R53', 'D29', 'D44'])[1 + i % 4],
      '2022-01-01', '2022-12-31', 'Essai', now(), ${auteur}
    from generate_series(1, ${HABILITATIONS}::int) i`.execute(base);
  await sql`vacuum analyze`.execute(base);
}
