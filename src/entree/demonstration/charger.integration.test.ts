import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROFILS } from '#acces';
import { verifierJournal } from '#journal';
import { aujourdhui } from '#socle';
import { type Essai, ouvrirEssai } from '../../../tests/outils/index.ts';
import { actionsSituees } from '../../plans/lectures/faits.ts';
import { bilan } from '../../plans/regles/situation.ts';
import { chargerDemonstration } from './charger.ts';
import { PERSONAS } from './personas.ts';
import { PLANS } from './plans/index.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai('2026-11-22T09:00:00Z');
  await chargerDemonstration(essai.services, () => undefined);
});
afterAll(() => essai.fermer());

async function contenu(): Promise<Record<string, number>> {
  const tables = [
    'compte',
    'plan',
    'axe',
    'action',
    'action_pilote',
    'echeance',
    'note_avancement',
    'jalon_de_trajectoire',
    'document_source',
    'plan_document',
    'journal',
  ];
  const comptes: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(essai.base);
    comptes[table] = rows[0]?.n ?? 0;
  }
  return comptes;
}

test('charger une seconde fois ne change rien', async () => {
  const avant = await contenu();
  expect(await chargerDemonstration(essai.services, () => undefined)).toBe(false);
  expect(await contenu()).toEqual(avant);
});

test('les comptes et les plans sont là, marqués comme démonstration', async () => {
  expect(await contenu()).toMatchObject({
    compte: PERSONAS.length,
    plan: PLANS.length,
    action: PLANS.reduce((somme, { actions }) => somme + actions.length, 0),
  });
  const plans = await essai.base.selectFrom('plan').select(['titre', 'demonstration']).execute();
  expect(plans.filter(({ demonstration }) => !demonstration)).toEqual([]);
  const profils = new Set(PERSONAS.map(({ profil }) => profil));
  expect(PROFILS.filter((profil) => !profils.has(profil))).toEqual([]);
});

test('le journal de la démonstration est intact', async () => {
  expect(await verifierJournal(essai.base)).toMatchObject({ intact: true });
});

test('aujourd’hui des actions sont faites, en retard, proches, silencieuses, reportées, sans échéance', async () => {
  const plans = await essai.base.selectFrom('plan').select('id').execute();
  const situees = await actionsSituees(
    essai.base,
    plans.map(({ id }) => id),
    { jour: aujourdhui(essai.horloge), passe: false },
  );
  console.log(JSON.stringify(bilan(situees)));
});
