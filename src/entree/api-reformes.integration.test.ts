import { afterAll, beforeAll, expect, test } from 'vitest';
import { acteurDuCompte, creerJeton } from '#acces';
import { type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { ROUTES_DE_L_API } from '../accueil/api/routes.ts';
import { creerApi } from './api.ts';
import { chargerDemonstration } from './demonstration/charger.ts';

let essai: Essai;
let app: ReturnType<typeof creerApi>;
beforeAll(async () => {
  essai = await ouvrirEssai('2026-11-22T09:00:00Z');
  await chargerDemonstration(essai.services, () => undefined);
  app = creerApi(essai.services, () => '192.0.2.1');
});
afterAll(() => essai.fermer());

async function demander(compte: string, chemin: string) {
  const acteur = await acteurDuCompte(essai.base, compte, aujourdhui(essai.services.horloge));
  if (acteur === null) throw new Error(`Pas de compte ${compte}.`);
  // Ten tokens in force is the most one person has.
  await essai.base
    .updateTable('jeton')
    .set({ expire_le: new Date(0) })
    .execute();
  const { jeton } = reussi(
    await creerJeton(essai.services, acteur, {
      libelle: 'Essai',
      portees: ['reformes.lire'],
      expiration: '2026-12-01',
    }),
  );
  const reponse = await app.request(`/api/v1${chemin}`, { headers: { authorization: `Bearer ${jeton}` } });
  return { statut: reponse.status, corps: await reponse.json() };
}

test('un préfet du Finistère ne lit ni l’Ille-et-Vilaine ni la France, et le refus reste au journal', async () => {
  for (const code of ['D35', 'R53', 'FR']) {
    expect(await demander('demo-prefet-29', `/territoires/${code}/suivis`), code).toMatchObject({ statut: 403 });
  }
  const refus = await essai.base.selectFrom('journal').select('acte').where('acte', '=', 'acces.refuser').execute();
  expect(refus.length).toBeGreaterThan(0);
  expect((await demander('demo-prefet-29', '/territoires/D99/suivis')).statut).toBe(404);
});

test('le Finistère : les réformes de l’écran, chacune avec son taux, son état et sa météo', async () => {
  const { statut, corps } = await demander('demo-prefet-29', '/territoires/D29/suivis');
  expect(statut).toBe(200);
  expect(corps.nombre).toBe(11);
  expect(corps.suivis.map(({ territoire }: { territoire: string }) => territoire)).toEqual(Array(11).fill('D29'));
  const mdph = corps.suivis.find(({ nom }: { nom: string }) => nom.startsWith('Répondre plus vite'));
  expect(mdph).toMatchObject({ meteo: { code: 'soleil', ancienne: true, divergente: true }, position: 'en_retrait' });
});

test('une réforme dans tous les territoires lus, et dans eux seuls ; un brouillon n’existe que pour son équipe', async () => {
  const toutes = await demander('demo-ditp', '/reformes');
  expect(toutes.corps.nombre).toBe(12);
  const fibre = toutes.corps.reformes.find(({ nom }: { nom: string }) => nom.startsWith('Très haut débit'));
  expect((await demander('demo-ditp', `/reformes/${fibre.id}/suivis`)).corps.nombre).toBe(120);
  const vus = await demander('demo-prefet-bretagne', `/reformes/${fibre.id}/suivis`);
  expect(vus.corps.suivis.map(({ territoire }: { territoire: string }) => territoire).sort()).toEqual([
    'D22',
    'D29',
    'D35',
    'D56',
    'R53',
  ]);
  expect((await demander('demo-cabinet-mi', `/reformes/${fibre.id}/suivis`)).statut).toBe(403);
  expect((await demander('demo-dnum', '/reformes')).corps.nombre).toBe(0);
  const brouillon = toutes.corps.reformes.find(({ etat }: { etat: string }) => etat === 'brouillon');
  expect((await demander('demo-dgafp', `/reformes/${brouillon.id}/suivis`)).statut).toBe(200);
  expect((await demander('demo-premier-ministre', `/reformes/${brouillon.id}/suivis`)).statut).toBe(403);
});

test('chaque réponse est celle que la description annonce', async () => {
  const [reforme] = (await demander('demo-ditp', '/reformes')).corps.reformes;
  const routes = ROUTES_DE_L_API.filter(({ portee }) => portee === 'reformes.lire');
  for (const route of routes) {
    const chemin = route.chemin.replace('{reforme}', reforme.id).replace('{territoire}', 'R53');
    const { statut, corps } = await demander('demo-ditp', chemin);
    expect(statut, chemin).toBe(200);
    expect(route.reponse.safeParse(corps), chemin).toMatchObject({ success: true });
  }
  expect(routes).toHaveLength(3);
});
