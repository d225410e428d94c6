import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { creerAction } from '../commandes/creer-action.ts';
import { creerPlan } from '../commandes/creer-plan.ts';
import { declinaisonsAttendues } from './attendues.ts';
import { declinerAction } from './decliner.ts';
import { noterDeclinaison } from './noter-declinaison.ts';

let essai: Essai;
let bcam: Acteur;
let finistere: Acteur;

beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  finistere = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
});
afterAll(() => essai.fermer());

const attendues = (acteur: Acteur) => declinaisonsAttendues(essai.base, acteur, 1, aujourdhui(essai.horloge));

async function creer(titre: string): Promise<string> {
  const saisie = { genre: 'plan_d_actions', proprietaire: 'mi-bcam', territoire: 'FR', etat: 'actif' };
  return reussi(await creerPlan(essai.services, bcam, { ...saisie, titre, diffusion: 'administration' }));
}

async function ajouter(plan: string, intitule: string): Promise<string> {
  return reussi(await creerAction(essai.services, bcam, plan, { intitule }));
}

test('une habilitation à contribuer en ajoute, pour son territoire et son plan ; lire, non', async () => {
  const ouvert = await creer('Plan habilité');
  const autre = await creer('Autre plan');
  for (const cible of [ouvert, autre]) {
    const action = await ajouter(cible, 'Former les référents');
    reussi(
      await declinerAction(essai.services, bcam, { plan: cible, action }, { maille: 'departemental', portee: 'tous' }),
    );
  }
  const noms = async (acteur: Acteur) =>
    (await attendues(acteur)).montrees.filter(({ plan }) => plan === ouvert || plan === autre);
  const avec = (droit: 'lire' | 'contribuer' | 'modifier', id: string, territoires: readonly string[]): Acteur => ({
    ...finistere,
    habilitations: [{ droit, objet: 'plan', id, territoires, territoiresEnglobants: ['FR'] }],
  });
  expect(await noms(finistere)).toMatchObject([{ territoire: 'D29' }, { territoire: 'D29' }]);
  expect(await noms(avec('lire', ouvert, ['D44']))).toHaveLength(2);
  const contribue = avec('contribuer', ouvert, ['D44']);
  const [nantes, ...lesSiennes] = (await noms(contribue)).sort((a, b) => b.territoire.localeCompare(a.territoire));
  expect(nantes).toMatchObject({ territoire: 'D44', plan: ouvert, habilitee: true, vue: '' });
  expect(lesSiennes).toMatchObject([{ habilitee: false }, { habilitee: false }]);
  expect((await attendues(contribue)).habilitees).toBe(1);
  // Whoever a grant makes part of the team is not asked for the hundred others.
  const modifie = (territoires: readonly string[]) => attendues(avec('modifier', ouvert, territoires));
  expect((await modifie(['D44'])).habilitees).toBe(1);
  expect((await modifie(['FR', 'D29', 'D44', 'D35'])).habilitees).toBe(0);
  // What is asked can be answered.
  const cible = { plan: ouvert, action: nantes?.action ?? '', declinaison: nantes?.id ?? '' };
  expect(await noterDeclinaison(essai.services, finistere, cible, { texte: 'Fait.' })).toMatchObject({ ok: false });
  reussi(await noterDeclinaison(essai.services, contribue, cible, { statut: 'terminee', sansPiece: 'Vu sur place' }));
  expect((await attendues(contribue)).habilitees).toBe(0);
});

test('les plus anciens silences d’abord, dix par page, comptés en entier', async () => {
  const ouvert = await creer('Plan long');
  const avant = (await attendues(finistere)).nombre;
  for (let rang = 0; rang < 12; rang += 1) {
    const action = await ajouter(ouvert, `Étape ${rang}`);
    const cible = { plan: ouvert, action };
    reussi(
      await declinerAction(essai.services, bcam, cible, { maille: 'departemental', portee: 'liste', liste: '29' }),
    );
    const [{ id } = { id: '' }] = await essai.base
      .selectFrom('declinaison')
      .select('id')
      .where('action_id', '=', action)
      .execute();
    essai.horloge.avancer(86_400_000);
    reussi(await noterDeclinaison(essai.services, finistere, { ...cible, declinaison: id }, { taux: String(rang) }));
  }
  essai.horloge.avancer(35 * 86_400_000);
  const lues = await attendues(finistere);
  expect(lues).toMatchObject({ nombre: avant + 12, pages: Math.ceil((avant + 12) / 10) });
  expect(lues.silencieuses).toBeGreaterThanOrEqual(12);
  const silences = lues.montrees.map(({ silence }) => silence ?? 0);
  expect(silences).toEqual([...silences].sort((a, b) => b - a));
});
