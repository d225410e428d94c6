import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acteurDuCompte, type HabilitationEnVigueur, PROFILS } from '#acces';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { lirePlanSansPolitique, type Plan } from './lectures/plan.ts';
import { peutLirePlan, plansVisibles } from './politique.ts';

/** Services of every kind: a bureau, its ministry, a préfecture, a service beside it, a région, a neighbour, the DITP. */
const SERVICES = [
  ['mi-bcam', 'FR'],
  ['mi', 'FR'],
  ['pm-ditp', 'FR'],
  ['d29-prefecture', 'D29'],
  ['d29-sgcd', 'D29'],
  ['r53-prefecture', 'R53'],
  ['d44-prefecture', 'D44'],
] as const;

let essai: Essai;
let plans: Plan[];

beforeAll(async () => {
  essai = await ouvrirEssai();
  await creerComptes();
  await creerPlansDeToutesSortes();
  const lignes = await essai.base.selectFrom('plan').select('id').execute();
  plans = (await Promise.all(lignes.map(({ id }) => lirePlanSansPolitique(essai.base, id)))).filter(
    (plan) => plan !== null,
  );
});
afterAll(() => essai.fermer());

describe('la liste des plans et la page d’un plan décident de même', () => {
  test.each(PROFILS)('pour le profil %s, dans chaque service et pour chaque sorte de plan', async (profil) => {
    expect(plans).toHaveLength(3 * 2 * 3 * 4 * 4);
    for (const [organisation] of SERVICES) {
      const acteur = await acteurDuCompte(essai.base, `${profil}-${organisation}`, aujourdhui(essai.horloge));
      if (acteur === null) throw new Error(`Le compte ${profil} de ${organisation} manque.`);
      const listes = await essai.base.selectFrom('plan').select('id').where(plansVisibles(acteur)).execute();
      const permis = plans.filter((plan) => peutLirePlan(acteur, plan).permis);
      expect(listes.map(({ id }) => id).sort(), organisation).toEqual(permis.map(({ id }) => id).sort());
    }
  });

  test.each(PROFILS)('pour le profil %s, avec chaque sorte d’habilitation', async (profil) => {
    const sans = await acteurDuCompte(essai.base, `${profil}-d44-prefecture`, aujourdhui(essai.horloge));
    if (sans === null) throw new Error(`Le compte ${profil} manque.`);
    for (const habilitation of habilitations()) {
      const acteur = { ...sans, habilitations: [habilitation] };
      const listes = await essai.base.selectFrom('plan').select('id').where(plansVisibles(acteur)).execute();
      const permis = plans.filter((plan) => peutLirePlan(acteur, plan).permis);
      expect(listes.map(({ id }) => id).sort(), JSON.stringify(habilitation)).toEqual(
        permis.map(({ id }) => id).sort(),
      );
    }
  });
});

/** Right × object (the field of a ministry, a plan of each state and territory) × territory. */
function habilitations(): HabilitationEnVigueur[] {
  const vises = ['FR', 'R53', 'D29'].flatMap((territoire) =>
    ['brouillon', 'actif'].map((etat) =>
      plans.find((plan) => plan.territoire === territoire && plan.etat === etat && plan.proprietaire === 'mi-bcam'),
    ),
  );
  const objets = [
    { objet: 'champ', id: 'mi' } as const,
    ...vises.map((plan) => ({ objet: 'plan', id: plan?.id ?? '' }) as const),
  ];
  const lieux = [
    { territoires: ['FR', 'R53', 'D29', 'D44'], territoiresEnglobants: [] },
    { territoires: ['R53', 'D29'], territoiresEnglobants: ['FR'] },
    { territoires: ['D29'], territoiresEnglobants: ['R53', 'FR'] },
  ];
  return (['lire', 'contribuer', 'modifier'] as const).flatMap((droit) =>
    objets.flatMap((objet) => lieux.map((lieu) => ({ droit, ...objet, ...lieu }))),
  );
}

async function creerComptes(): Promise<void> {
  const comptes = PROFILS.flatMap((profil) =>
    SERVICES.map(([organisation, territoire]) => ({
      id: `${profil}-${organisation}`,
      nom: `${profil}, ${organisation}`,
      profil,
      organisation_id: organisation,
      territoire_code: territoire,
      cree_le: essai.horloge.maintenant(),
    })),
  );
  await essai.base.insertInto('compte').values(comptes).execute();
}

/** Owner × circulation × state × territory × service named on an action (none, a direction, a service, a collective). */
async function creerPlansDeToutesSortes(): Promise<void> {
  await sql`
    with sortes as (
      insert into plan (id, titre, genre, proprietaire_id, ministere_id, territoire_code, diffusion, etat, description, cree_le, cree_par)
      select gen_random_uuid(), 'Plan d’essai', 'plan_d_actions', proprietaire, ministere, territoire, diffusion, etat, nomme, now(), 'ditp-pm-ditp'
      from (values ('mi-bcam', 'mi'), ('pm-ditp', null), ('d29-prefecture', null)) as proprietaires (proprietaire, ministere)
        cross join unnest(array['equipe', 'administration']) as diffusion
        cross join unnest(array['brouillon', 'actif', 'archive']) as etat
        cross join unnest(array['FR', 'R53', 'D29', 'D44']) as territoire
        cross join unnest(array['', 'mi-dnum', 'd29-sgcd', 'collectif-sgcd']) as nomme
      returning id, description
    ), nommes as (
      insert into action (id, plan_id, rang, intitule, cree_le, cree_par)
      select gen_random_uuid(), id, 0, 'Désigner un correspondant', now(), 'ditp-pm-ditp' from sortes where description <> ''
      returning id, plan_id
    )
    insert into action_pilote (id, action_id, plan_id, rang, texte, role, organisation_id)
    select gen_random_uuid(), nommes.id, plan_id, 0, description, 'pilote', description
    from nommes join sortes on sortes.id = nommes.plan_id`.execute(essai.base);
}
