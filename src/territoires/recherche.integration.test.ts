import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { chercherOrganisations } from './recherche.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai();
});
afterAll(() => essai.fermer());

const chercher = (texte: string) => chercherOrganisations(essai.base, texte, { limite: 20, saut: 0 });

test.each([
  ['dmat', 'DMATES'],
  ['DMAT/SDAT/BCAM', 'BCAM'],
  ['les SGC-D', 'SGC-D'],
  ['PREFECTURE DU FINISTERE', null],
])('« %s » se trouve, sous son nom d’aujourd’hui', async (texte, sigle) => {
  const { organisations } = await chercher(texte);
  expect(organisations[0]?.sigle).toBe(sigle);
});

test('un nom mal écrit propose ceux qui lui ressemblent, et le dit', async () => {
  const { organisations, proches } = await chercher('prefecture du finistaire');
  expect(proches).toBe(true);
  expect(organisations.map(({ nom }) => nom)).toContain('Préfecture du Finistère');
});

test('sans texte, tout l’annuaire, page par page', async () => {
  const { organisations, nombre } = await chercher('');
  expect(organisations).toHaveLength(20);
  expect(nombre).toBeGreaterThan(900);
});
