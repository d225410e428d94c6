import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { uneReforme } from '../essais/reformes.ts';
import {
  ajouterReforme,
  cloreFeuille,
  creerFeuille,
  proposerEvolution,
  repondreAuPrefet,
  signerFeuille,
} from './index.ts';

let essai: Essai;
let reforme: string;
let ditp: Acteur;
let collegue: Acteur;
let prefet: Acteur;
let feuille: string;

beforeAll(async () => {
  essai = await ouvrirEssai();
  reforme = (await uneReforme(essai, { nom: 'Fibre optique' })).id;
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  collegue = await creerActeur(essai, 'ditp', 'mi-dnum');
  prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  await creerActeur(essai, 'prefet_departement', 'd44-prefecture', 'D44');
  await creerActeur(essai, 'prefet_region', 'r53-sgar', 'R53');
  await creerActeur(essai, 'chef_de_projet', 'pm-ditp');
  await creerActeur(essai, 'service_deconcentre', 'd29-sgcd', 'D29');
  await sql`update compte set courriel = lower(id) || '@exemple.gouv.fr'`.execute(essai.base);
  feuille = reussi(await creerFeuille(essai.services, ditp, { titre: 'Mandat 2022-2025', territoire: 'D29' }));
  const engagement = 'Raccorder chaque commune.';
  reussi(await ajouterReforme(essai.services, ditp, feuille, { reforme, engagement }));
});
afterAll(() => essai.fermer());
beforeEach(() => essai.base.deleteFrom('courriel').execute());

const courriels = () =>
  essai.base.selectFrom('courriel').select(['compte_id', 'genre', 'sujet', 'texte', 'html']).orderBy('id').execute();
const AVENANT = { genre: 'avenant', texte: 'Reporter l’Arsenal.', motif: 'Une crue a tout emporté.' };
const proposer = (qui: Acteur, valeurs: object = AVENANT) => proposerEvolution(essai.services, qui, feuille, valeurs);
const repondre = (evenement: number, reponse: string, motif = '') =>
  repondreAuPrefet(essai.services, ditp, feuille, { evenement, reponse, motif });

describe('qui reçoit un courriel', () => {
  test('la signature prévient le préfet de ce territoire seul ; une signature refusée, personne', async () => {
    expect((await signerFeuille(essai.services, ditp, feuille, { jour: '2022-02-16' })).ok).toBe(false);
    expect(await courriels()).toEqual([]);
    reussi(await signerFeuille(essai.services, ditp, feuille, { jour: '2022-02-15' }));
    expect(await courriels()).toMatchObject([
      { compte_id: prefet.compte, sujet: 'La feuille de route du Finistère est signée' },
    ]);
  });

  test('un avenant proposé prévient la DITP, et elle seule, sans dire ce qu’il change', async () => {
    expect((await proposer(prefet, { ...AVENANT, texte: '' })).ok).toBe(false);
    expect(await courriels()).toEqual([]);
    reussi(await proposer(prefet));
    const recus = await courriels();
    expect(recus.map(({ compte_id }) => compte_id).sort()).toEqual([ditp.compte, collegue.compte].sort());
    for (const { sujet, texte, html } of recus) {
      expect(sujet).toBe('Un avenant est proposé : feuille de route du Finistère');
      for (const forme of [texte, html]) {
        expect(forme).toContain(`/feuilles-de-route/${feuille}/vie`);
        expect(forme).not.toMatch(/Arsenal|crue/);
      }
    }
  });

  test('proposée par la DITP, une actualisation ne prévient pas qui la propose', async () => {
    reussi(await proposer(ditp, { ...AVENANT, genre: 'actualisation' }));
    expect(await courriels()).toMatchObject([
      { compte_id: collegue.compte, sujet: 'Une actualisation est proposée : feuille de route du Finistère' },
    ]);
  });

  test('la réponse prévient le préfet une fois, même donnée deux fois en même temps, sans sa raison', async () => {
    const refuse = reussi(await proposer(prefet));
    await essai.base.deleteFrom('courriel').execute();
    expect((await repondre(refuse, 'refus')).ok).toBe(false);
    expect(await courriels()).toEqual([]);
    await Promise.all([repondre(refuse, 'refus', 'Trop tôt.'), repondre(refuse, 'refus', 'Trop tôt.')]);
    const recus = await courriels();
    expect(recus).toMatchObject([{ compte_id: prefet.compte, genre: 'feuille.refuser' }]);
    expect(recus[0]?.sujet).toBe('L’avenant n’est pas retenu : feuille de route du Finistère');
    expect(recus[0]?.texte).not.toContain('Trop tôt');
    expect(recus[0]?.html).not.toContain('Trop tôt');
  });

  test('une actualisation acceptée se dit au féminin', async () => {
    const acceptee = reussi(await proposer(prefet, { ...AVENANT, genre: 'actualisation' }));
    await essai.base.deleteFrom('courriel').execute();
    reussi(await repondre(acceptee, 'acceptation'));
    expect(await courriels()).toMatchObject([
      {
        compte_id: prefet.compte,
        genre: 'feuille.accepter',
        sujet: 'L’actualisation est acceptée : feuille de route du Finistère',
      },
    ]);
  });

  test('la clôture prévient le préfet', async () => {
    reussi(await cloreFeuille(essai.services, ditp, feuille, { motif: 'Nouveau mandat.', jour: '2022-02-15' }));
    expect(await courriels()).toMatchObject([{ compte_id: prefet.compte, genre: 'feuille.clore' }]);
  });
});
