import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai } from '#outils-d-essai';
import { journaliserRefus } from './refus.ts';

let essai: Essai;
let prefet: Acteur;
beforeAll(async () => {
  essai = await ouvrirEssai();
  prefet = await creerActeur(essai, 'prefet_departement', 'd44-prefecture', 'D44');
});
afterAll(() => essai.fermer());

const PLAN = '01890000-0000-7000-8000-000000000001';

const refuser = (chemin: string, methode = 'GET') => journaliserRefus(essai.services, prefet, { methode, chemin });

const lignes = () =>
  essai.base
    .selectFrom('journal')
    .select(['auteur', 'objet_type', 'objet_id', 'territoire_code', 'charge'])
    .where('acte', '=', 'acces.refuser')
    .orderBy('sequence')
    .execute();

test('un refus laisse une ligne : qui, quel objet, quelle page ; insister n’en ajoute pas avant une heure', async () => {
  await refuser(`/plans/${PLAN}/frise`);
  await refuser(`/plans/${PLAN}/frise.data`);
  await Promise.all([refuser(`/plans/${PLAN}`), refuser(`/plans/${PLAN}`, 'POST')]);
  expect(await lignes()).toEqual([
    {
      auteur: prefet.compte,
      objet_type: 'plan',
      objet_id: PLAN,
      territoire_code: 'D44',
      charge: '{"adresse":"/plans/:plan/frise","methode":"GET"}',
    },
  ]);
  essai.horloge.avancer(3_600_001);
  await refuser(`/plans/${PLAN}`);
  expect(await lignes()).toHaveLength(2);
});

test('une page sans objet est nommée par son adresse, et ce qui a été tapé n’entre pas dans le journal', async () => {
  await refuser('/plans/nouveau', 'POST');
  await refuser(`/plans/${'x'.repeat(5_000)}`);
  const ecrites = (await lignes()).slice(-2);
  expect(ecrites.map(({ objet_type, objet_id }) => [objet_type, objet_id])).toEqual([
    ['page', '/plans/nouveau'],
    ['plan', 'x'.repeat(100)],
  ]);
});
