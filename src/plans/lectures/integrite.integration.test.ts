import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import type { Jour } from '#socle/valeurs';
import { creerAction } from '../commandes/creer-action.ts';
import { creerPlan } from '../commandes/creer-plan.ts';
import { noterAction } from '../commandes/noter-action.ts';
import { reporterEcheance } from '../commandes/reporter-echeance.ts';
import { engagementsDuPlan } from './integrite.ts';

let essai: Essai;
let bcam: Acteur;
beforeAll(async () => {
  essai = await ouvrirEssai('2021-01-04T09:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
});
afterAll(() => essai.fermer());

test('tenue, reportée, ajoutée en chemin : aujourd’hui, et telles qu’un jour passé', async () => {
  const plan = reussi(
    await creerPlan(essai.services, bcam, {
      titre: 'Accueil',
      genre: 'plan_d_actions',
      proprietaire: 'mi-bcam',
      territoire: 'FR',
      diffusion: 'administration',
      etat: 'actif',
      dateDeReference: '2021-01-04',
    }),
  );
  const ajouter = async (intitule: string) =>
    reussi(await creerAction(essai.services, bcam, plan, { intitule, echeances: '30 juin 2021' }));
  const quimper = await ajouter('Ouvrir un guichet à Quimper');
  const brest = await ajouter('Ouvrir un guichet à Brest');
  essai.horloge.regler('2021-03-01T09:00:00Z');
  await ajouter('Ouvrir un guichet à Morlaix');
  essai.horloge.regler('2021-06-15T09:00:00Z');
  const close = { statut: 'terminee', sansPiece: 'Constaté sur place' };
  reussi(await noterAction(essai.services, bcam, { plan, action: quimper }, close));
  reussi(
    await reporterEcheance(
      essai.services,
      bcam,
      { plan, action: brest },
      { engagement: '1', echeance: '30 septembre 2021', motif: 'Travaux' },
    ),
  );
  // Said done again after the deadline: it is done since the first time.
  essai.horloge.regler('2021-08-01T09:00:00Z');
  reussi(await noterAction(essai.services, bcam, { plan, action: quimper }, { statut: 'terminee', texte: 'Inauguré' }));

  const constats = async (jour: string, passe: boolean) =>
    (await engagementsDuPlan(essai.base, plan, { jour: jour as Jour, passe })).actions.map(({ constats }) => constats);
  expect(await constats('2021-08-02', false)).toEqual([
    ['tenue'],
    ['reportee_une_fois'],
    ['depassee', 'ajoutee', 'silencieuse'],
  ]);
  expect(await constats('2021-02-01', true)).toEqual([['sur_la_promesse'], ['sur_la_promesse']]);
  const { bilan } = await engagementsDuPlan(essai.base, plan, { jour: '2021-08-02' as Jour, passe: false });
  expect(bilan).toMatchObject({ total: 3, reports: 1, glissementMedian: 92, parConstat: { tenue: 1, ajoutee: 1 } });
});
