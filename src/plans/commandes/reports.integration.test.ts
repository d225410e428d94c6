import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, etatsGardesEtFaits, ouvrirEssai, reussi } from '#outils-d-essai';
import type { Jour } from '#socle/valeurs';
import { trouverAction } from '../lectures/action.ts';
import { actionsEnAttenteDeReport, demandesDeReport } from '../lectures/reports.ts';
import { creerAction } from './creer-action.ts';
import { creerPlan } from './creer-plan.ts';
import { demanderReport, repondreAuReport, retirerDemandeDeReport } from './demander-report.ts';
import { reporterEcheance } from './reporter-echeance.ts';

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;
const present = { jour: '2022-06-01' as Jour, passe: false };

beforeAll(async () => {
  essai = await ouvrirEssai('2022-01-10T09:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
});
afterAll(() => essai.fermer());

async function action(reportsAValider: 'oui' | 'non' = 'oui') {
  essai.horloge.regler('2022-01-10T09:00:00Z');
  const plan = reussi(
    await creerPlan(essai.services, bcam, {
      titre: 'Cartes d’agent',
      genre: 'plan_d_actions',
      proprietaire: 'mi-bcam',
      territoire: 'FR',
      diffusion: 'administration',
      etat: 'actif',
      dateDeReference: '2022-01-01',
      reportsAValider,
    }),
  );
  const id = reussi(
    await creerAction(essai.services, bcam, plan, {
      intitule: 'Doter les agents de Quimper',
      pilotes: 'DNUM',
      echeances: '31 mars 2022',
    }),
  );
  return { plan, action: id };
}

const DEMANDE = { engagement: '1', echeance: '30 juin 2022', motif: 'Les cartes ne sont pas livrées' };
const engagements = async (cible: { plan: string; action: string }) =>
  reussi(await trouverAction(essai.base, cible.plan, cible.action, present)).engagements;
const enAttente = async (cible: { action: string }) =>
  (await demandesDeReport(essai.base, cible.action, present))[0]?.id ?? '';

test('où le plan ne prend pas de demande, le pilote est renvoyé à l’équipe', async () => {
  const cible = await action('non');
  expect(await demanderReport(essai.services, dnum, cible, DEMANDE)).toMatchObject({
    ok: false,
    refus: { nature: 'interdit', regle: 'report.demander.ferme' },
  });
});

test('sans motif, ou pour une échéance incomprise, la demande est refusée champ par champ', async () => {
  const cible = await action();
  expect(await demanderReport(essai.services, dnum, cible, { ...DEMANDE, motif: ' ' })).toMatchObject({
    ok: false,
    refus: { champs: { motif: expect.any(String) } },
  });
  expect(await demanderReport(essai.services, dnum, cible, { ...DEMANDE, echeance: '31/02/2022' })).toMatchObject({
    ok: false,
    refus: { champs: { echeance: expect.any(String) } },
  });
});

test('demandé, l’engagement reste l’ancien ; accepté, il devient le nouveau, et l’initial reste', async () => {
  const cible = await action();
  reussi(await demanderReport(essai.services, dnum, cible, DEMANDE));
  expect(await engagements(cible)).toMatchObject([{ texte: '31 mars 2022', reports: 0 }]);
  expect(await actionsEnAttenteDeReport(essai.base, cible.plan, present)).toEqual(new Set([cible.action]));
  expect(await demanderReport(essai.services, dnum, cible, DEMANDE)).toMatchObject({
    ok: false,
    refus: { nature: 'conflit' },
  });
  const reponse = { demande: await enAttente(cible), reponse: 'accepter' };
  expect(await repondreAuReport(essai.services, dnum, cible, reponse)).toMatchObject({
    ok: false,
    refus: { nature: 'interdit' },
  });
  essai.horloge.regler('2022-02-10T09:00:00Z');
  reussi(await repondreAuReport(essai.services, bcam, cible, reponse));
  expect(await engagements(cible)).toMatchObject([
    { texte: '30 juin 2022', reports: 1, initial: { texte: '31 mars 2022' } },
  ]);
  expect(await actionsEnAttenteDeReport(essai.base, cible.plan, present)).toEqual(new Set());
  // As of a day in between, the request still waits.
  const entreDeux = { jour: '2022-01-20' as Jour, passe: true };
  expect(await demandesDeReport(essai.base, cible.action, entreDeux)).toMatchObject([{ reponse: null }]);
  expect(await actionsEnAttenteDeReport(essai.base, cible.plan, entreDeux)).toEqual(new Set([cible.action]));
  const { gardes, faits } = await etatsGardesEtFaits(essai.base);
  expect(gardes).toEqual(faits);
});

test('un refus dit pourquoi, et l’engagement ne bouge pas', async () => {
  const cible = await action();
  reussi(await demanderReport(essai.services, dnum, cible, DEMANDE));
  const demande = await enAttente(cible);
  expect(await repondreAuReport(essai.services, bcam, cible, { demande, reponse: 'refuser' })).toMatchObject({
    ok: false,
    refus: { champs: { raison: expect.any(String) } },
  });
  reussi(
    await repondreAuReport(essai.services, bcam, cible, {
      demande,
      reponse: 'refuser',
      raison: 'Priorité du ministre',
    }),
  );
  expect(await engagements(cible)).toMatchObject([{ texte: '31 mars 2022', reports: 0 }]);
  expect(await demandesDeReport(essai.base, cible.action, present)).toMatchObject([
    { reponse: { acceptee: false, raison: 'Priorité du ministre' } },
  ]);
});

test('une échéance reportée entre-temps rend la demande caduque ; deux réponses n’en font qu’une', async () => {
  const cible = await action();
  reussi(await demanderReport(essai.services, dnum, cible, DEMANDE));
  reussi(await reporterEcheance(essai.services, bcam, cible, { ...DEMANDE, echeance: 'fin 2022' }));
  const demande = await enAttente(cible);
  expect(await repondreAuReport(essai.services, bcam, cible, { demande, reponse: 'accepter' })).toMatchObject({
    ok: false,
    refus: { nature: 'conflit', regle: 'report.repondre.perimee' },
  });
  const reponses = await Promise.all(
    ['Déjà fait', 'Caduque'].map((raison) =>
      repondreAuReport(essai.services, bcam, cible, { demande, reponse: 'refuser', raison }),
    ),
  );
  expect(reponses.filter(({ ok }) => ok)).toHaveLength(1);
});

test('qui a demandé retire sa demande, et lui seul ; une réponse donnée entre-temps reste', async () => {
  const cible = await action();
  reussi(await demanderReport(essai.services, dnum, cible, DEMANDE));
  const demande = await enAttente(cible);
  expect(await retirerDemandeDeReport(essai.services, bcam, cible, { demande })).toMatchObject({
    ok: false,
    refus: { nature: 'interdit', regle: 'report.retirer.auteur' },
  });
  essai.horloge.regler('2022-02-10T09:00:00Z');
  const faits = await Promise.all([
    retirerDemandeDeReport(essai.services, dnum, cible, { demande, raison: 'Les cartes sont arrivées' }),
    repondreAuReport(essai.services, bcam, cible, { demande, reponse: 'refuser', raison: 'Non' }),
  ]);
  expect(faits.filter(({ ok }) => ok)).toHaveLength(1);
  expect(faits.find(({ ok }) => !ok)).toMatchObject({ refus: { nature: 'conflit' } });
  expect(await engagements(cible)).toMatchObject([{ texte: '31 mars 2022', reports: 0 }]);
  expect(await demandesDeReport(essai.base, cible.action, { jour: '2022-01-20' as Jour, passe: true })).toMatchObject([
    { reponse: null },
  ]);
});

test('une demande retirée n’attend plus, et une autre peut suivre', async () => {
  const cible = await action();
  reussi(await demanderReport(essai.services, dnum, cible, DEMANDE));
  reussi(await retirerDemandeDeReport(essai.services, dnum, cible, { demande: await enAttente(cible) }));
  expect(await demandesDeReport(essai.base, cible.action, present)).toMatchObject([
    { reponse: { retrait: true, acceptee: false, raison: null } },
  ]);
  expect(await actionsEnAttenteDeReport(essai.base, cible.plan, present)).toEqual(new Set());
  reussi(await demanderReport(essai.services, dnum, cible, DEMANDE));
});
