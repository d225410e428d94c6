import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { lire, repondre, SAISIE } from '../essais/remontees.ts';
import { presenterSuivi } from '../pages/donnees-du-suivi.ts';
import { ajouterServices, retirerServices } from './choisir-services.ts';
import { creerRemontee } from './creer-remontee.ts';
import { envoyerRemontee } from './envoyer-remontee.ts';
import { modifierRemontee } from './modifier-remontee.ts';
import { ajouterQuestion } from './questions.ts';

let essai: Essai;
let bcam: Acteur;
let prefet: Acteur;
beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
});
afterAll(() => essai.fermer());

test('jamais anonyme : deux envois qui ne diffèrent que d’un service diraient sa réponse', async () => {
  expect(await creerRemontee(essai.services, bcam, { ...SAISIE, reseau: 'choisis', anonyme: 'oui' })).toMatchObject({
    refus: { regle: 'remontee.anonyme.choisis', champs: { anonyme: expect.any(String) } },
  });
  const id = reussi(await creerRemontee(essai.services, bcam, { ...SAISIE, reseau: 'choisis' }));
  expect(
    await modifierRemontee(essai.services, bcam, id, { ...SAISIE, reseau: 'choisis', anonyme: 'oui', version: '1' }),
  ).toMatchObject({ refus: { regle: 'remontee.anonyme.choisis' } });
});

test('un service hors du territoire, un collectif, un inconnu, une remontée à un réseau : refusés, rien n’est ajouté', async () => {
  const id = reussi(await creerRemontee(essai.services, bcam, { ...SAISIE, reseau: 'choisis', territoire: 'R53' }));
  const ajouter = (service: string | string[], version = '1', acteur = bcam) =>
    ajouterServices(essai.services, acteur, id, { version, service });
  expect(await ajouter('d29-sgcd', '1', prefet)).toMatchObject({ refus: { regle: 'remontee.tenir' } });
  for (const service of ['d44-prefecture', 'collectif-sgcd', 'inconnu', ['d29-sgcd', 'd44-prefecture'], ''])
    expect(await ajouter(service)).toMatchObject({ refus: { champs: { service: expect.any(String) } } });
  expect(await ajouter('d29-sgcd', '9')).toMatchObject({ refus: { regle: 'remontee.version' } });
  const reseau = reussi(await creerRemontee(essai.services, bcam, SAISIE));
  expect(await ajouterServices(essai.services, bcam, reseau, { version: '1', service: 'd29-sgcd' })).toMatchObject({
    refus: { regle: 'remontee.services.reseau' },
  });
  reussi(await ajouterQuestion(essai.services, bcam, id, { version: '1', genre: 'nombre', intitule: 'Agents' }));
  expect(await envoyerRemontee(essai.services, bcam, id, { version: '2' })).toMatchObject({
    refus: { regle: 'remontee.envoyer.choix' },
  });
});

test('choisis un à un, retirés, envoyés ; deux services d’un département n’y sont qu’un point sur la carte', async () => {
  const id = reussi(await creerRemontee(essai.services, bcam, { ...SAISIE, reseau: 'choisis' }));
  const service = ['d29-prefecture', 'd29-sgcd', 'd35-sgcd', 'mi-dnum'];
  reussi(await ajouterServices(essai.services, bcam, id, { version: '1', service }));
  reussi(await retirerServices(essai.services, bcam, id, { version: '2', service: 'd35-sgcd' }));
  reussi(await ajouterServices(essai.services, bcam, id, { version: '3', service: 'd29-sgcd' }));
  reussi(await ajouterQuestion(essai.services, bcam, id, { version: '4', genre: 'nombre', intitule: 'Agents' }));
  expect(reussi(await envoyerRemontee(essai.services, bcam, id, { version: '5' }))).toBe(3);
  reussi(await repondre(essai, id, prefet, { q1: '4' }));
  const { remontee, cibles } = await lire(essai, bcam, id);
  expect(cibles.map(({ organisation }) => organisation)).toEqual(['d29-prefecture', 'd29-sgcd', 'mi-dnum']);
  expect(presenterSuivi(remontee, cibles, null).carte).toEqual([
    { code: 'D29', nom: 'Finistère', classe: 'partielle', valeurTexte: '1 service sur 2 a répondu' },
  ]);
});
