import { afterAll, beforeAll, expect, test } from 'vitest';
import { creerInstance, ouvrirSeance, planifierReunion, pointsDeLaReunion, prendreDecision } from '#instances';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { declinerAction } from '#plans/commandes';
import {
  ajouterAction,
  auMatinDu,
  courriersEcrits,
  creerPlanDEssai,
  donnerAdresse,
  preparerSuivi,
} from './essais/plan-suivi.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai('2022-03-08T08:00:00Z');
});
afterAll(() => essai.fermer());

test('la semaine compte les décisions d’un comité à suivre et dit les actions muettes de son territoire', async () => {
  const { services, base } = essai;
  const { bcam, dnum, plan } = await preparerSuivi(essai);
  const finistere = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  await donnerAdresse(essai, finistere);
  const partout = await creerPlanDEssai(essai, bcam, 'Cartes des départements', 'actif', 'administration');
  const action = await ajouterAction(essai, bcam, partout, 'Doter les agents', 'décembre 2022');
  const cible = { plan: partout, action };
  reussi(await declinerAction(services, bcam, cible, { maille: 'departemental', portee: 'tous' }));
  const horaire = { jour: '2022-03-08', heure: '09:30', duree: '60', lieu: '' };
  const instance = reussi(
    await creerInstance(services, bcam, {
      nom: 'Comité des cartes',
      niveau: 'suivi',
      secretariat: 'mi-bcam',
      presidence: 'BCAM',
      territoire: 'FR',
      cadence: 'mensuelle',
      membres: 'DNUM',
      plans: [plan],
      ...horaire,
    }),
  );
  await ajouterAction(essai, bcam, plan, 'Recenser les agents', '1er mars 2022');
  const reunion = reussi(await planifierReunion(services, bcam, instance, horaire));
  reussi(await ouvrirSeance(services, bcam, reunion));
  const [point] = await pointsDeLaReunion(base, reunion);
  const decision = { point: point?.id ?? '', genre: 'orientation', texte: 'Livrer par région', responsable: 'DNUM' };
  reussi(await prendreDecision(services, bcam, reunion, decision));

  await auMatinDu(essai, '2022-04-11');
  const sujets = new Map((await courriersEcrits(essai)).map(({ compte, sujet }) => [compte, sujet]));
  expect(sujets.get(dnum.compte)).toContain('1 décision de comité à suivre');
  expect(sujets.get(finistere.compte)).toBe('Votre semaine du 11 avril 2022 : 1 action déclinée dans votre territoire');
});
