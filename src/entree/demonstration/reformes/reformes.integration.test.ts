import { afterAll, beforeAll, expect, test } from 'vitest';
import { acteurDuCompte } from '#acces';
import { toutRecalculer } from '#indicateurs';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { rechercherReformes, reformesPourAccueil } from '#reformes';
import { aujourdhui } from '#socle';
import { TERRITOIRES } from '#territoires';
import { toutesLesReformes } from '../../../reformes/lectures/reformes.ts';
import { lireEntonnoir } from '../../../reformes/territoires/lectures/entonnoir.ts';
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

test('deux points d’étape du Finistère : celui qui fut présenté montre la situation d’alors', async () => {
  const points = await essai.base.selectFrom('point_d_etape').selectAll().orderBy('jour').execute();
  expect(points.map(({ etat, territoire_code }) => [territoire_code, etat])).toEqual([
    ['D29', 'arrete'],
    ['D29', 'brouillon'],
  ]);
  const taux = points.map(({ contenu }) => JSON.stringify(contenu).match(/"taux":\{[^}]*\}/g));
  expect(taux[0]).toHaveLength(11);
  expect(taux[0]).not.toEqual(taux[1]);
});

test('des cibles proposées, discutées, actée ; rien n’attend d’être envoyé, et aucune adresse n’existe', async () => {
  const cibles = await essai.base.selectFrom('cible_convenue').select(['etat', 'cote', 'demonstration']).execute();
  expect(cibles.map(({ etat, cote }) => `${etat} ${cote}`).sort()).toEqual([
    'actee centrale',
    'en_discussion centrale',
    'en_discussion centrale',
    'en_discussion territoire',
  ]);
  expect(cibles.every(({ demonstration }) => demonstration)).toBe(true);
  const courriels = await essai.base.selectFrom('courriel').select(['adresse', 'envoye_le', 'abandonne_le']).execute();
  expect(courriels.filter(({ envoye_le, abandonne_le }) => envoye_le === null && abandonne_le === null)).toEqual([]);
  const comptes = await essai.base.selectFrom('compte').select('courriel').where('demonstration', '=', true).execute();
  const adresses = [...courriels.map(({ adresse }) => adresse), ...comptes.map(({ courriel }) => courriel)];
  expect(adresses.filter((adresse) => adresse !== null && !adresse.endsWith('.invalid'))).toEqual([]);
});

test('un import annulé est dans l’historique, et les valeurs sont celles d’avant', async () => {
  const imports = await essai.base.selectFrom('import_de_valeurs').select(['id', 'etat']).execute();
  expect(imports.map(({ etat }) => etat)).toEqual(['annule']);
  const faits = await essai.base
    .selectFrom('valeur')
    .select(['id', 'indicateur', 'territoire', 'jour', 'valeur'])
    .where('import_id', '=', imports[0]?.id ?? '')
    .execute();
  expect(faits).toHaveLength(8);
});

test('l’entonnoir de la comparaison a ses départements, et une série change de méthode', async () => {
  const ditp = await acteur('demo-ditp');
  const reforme = (await toutesLesReformes(essai.base)).find(({ nom }) => nom.startsWith('Un espace d’accueil'));
  const finistere = TERRITOIRES.find(({ code }) => code === 'D29');
  if (reforme === undefined || finistere === undefined) throw new Error('La démonstration n’a pas cette réforme.');
  const regard = { jour: aujourdhui(essai.horloge), passe: false };
  const dessine = await lireEntonnoir(essai.base, ditp, reforme, finistere, regard);
  expect(dessine?.points.length).toBeGreaterThan(90);
  expect(new Set(dessine?.points.map(({ place }) => place))).toEqual(
    new Set(['dans_les_limites', 'hors_95', 'hors_998']),
  );
  const { ruptures } = await essai.base
    .selectFrom('indicateur')
    .select('ruptures')
    .where('identifiant', '=', 'demo-delai-titres')
    .executeTakeFirstOrThrow();
  expect(ruptures).toHaveLength(1);
});
