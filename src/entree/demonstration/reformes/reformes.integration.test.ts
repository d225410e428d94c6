import { afterAll, beforeAll, expect, test } from 'vitest';
import { acteurDuCompte } from '#acces';
import { toutRecalculer } from '#indicateurs';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { rechercherReformes, reformesPourAccueil } from '#reformes';
import { aujourdhui } from '#socle';
import { chargerDemonstration } from '../charger.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai('2026-11-22T09:00:00Z');
  await chargerDemonstration(essai.services, () => undefined);
});
afterAll(() => essai.fermer());

async function acteur(id: string) {
  const lu = await acteurDuCompte(essai.base, id, aujourdhui(essai.services.horloge));
  if (lu === null) throw new Error(`Pas de compte ${id}.`);
  return lu;
}

async function accueil(id: string) {
  return reformesPourAccueil(essai.base, await acteur(id), aujourdhui(essai.services.horloge));
}

test('le préfet du Finistère : ses onze réformes, les positions qui font la somme, les météos à déclarer', async () => {
  const vu = await accueil('demo-prefet-29');
  expect(vu).toMatchObject({ territoire: 'D29', total: 11 });
  expect(Object.values(vu?.positions ?? {}).reduce((a, b) => a + b, 0)).toBe(11);
  expect(vu?.aDeclarer.map(({ nom }) => nom)).toEqual([
    'Un logement d’abord',
    'Répondre plus vite aux personnes handicapées',
    'Sécurité routière',
  ]);
});

test('qui ne lit aucune réforme n’en voit rien, ni compte ni recherche', async () => {
  expect(await accueil('demo-dnum')).toBeNull();
  expect(await rechercherReformes(essai.base, await acteur('demo-dnum'), 'fibre')).toEqual([]);
});

test('la recherche trouve par le nom et par les indicateurs, dans ce que la personne lit', async () => {
  const noms = async (id: string, q: string) =>
    (await rechercherReformes(essai.base, await acteur(id), q)).map(({ nom }) => nom);
  expect(await noms('demo-ditp', 'apprentis')).toEqual(['Apprentissage et insertion']);
  expect(await noms('demo-prefet-29', 'classes adaptées')).toEqual(['Répondre plus vite aux personnes handicapées']);
  expect(await noms('demo-cabinet-mi', 'fibre')).toEqual([]);
  expect(await noms('demo-ditp', 'subvention')).toEqual(['Simplifier les demandes de subvention des associations']);
  expect(await noms('demo-prefet-29', 'subvention')).toEqual([]);
});

test('les lecteurs nationaux ne déclarent rien', async () => {
  expect((await accueil('demo-presidence'))?.aDeclarer).toEqual([]);
  expect((await accueil('demo-ditp'))?.aDeclarer).toEqual([]);
});

test('chaque situation est celle du jour : tout recalculer ne change rien', async () => {
  expect(await toutRecalculer(essai.services)).toBe(0);
});

test('la feuille de route du Finistère est en vigueur : un projet et ses deux jalons', async () => {
  const feuille = await essai.base.selectFrom('feuille_de_route').selectAll().executeTakeFirstOrThrow();
  expect(feuille).toMatchObject({
    territoire_code: 'D29',
    demonstration: true,
    signee_le: '2025-11-12',
    fin: '2028-11-12',
  });
  const compter = async (table: 'projet_local' | 'jalon_de_projet') =>
    (await essai.base.selectFrom(table).selectAll().execute()).length;
  expect([await compter('projet_local'), await compter('jalon_de_projet')]).toEqual([1, 2]);
});
