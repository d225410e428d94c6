import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ancetres,
  descendants,
  estDans,
  jumeau,
  lireCodeTerritoire,
  TERRITOIRES,
  territoireDe,
  trouverTerritoire,
} from './territoires.ts';

type Officiel = { readonly code: string; readonly nom: string; readonly zone: string; readonly region?: string };
const charger = createRequire(import.meta.url);
const officiels = (nom: string): readonly Officiel[] => {
  const lus: readonly Officiel[] = charger(`@etalab/decoupage-administratif/data/${nom}.json`);
  return lus.filter(({ zone }) => zone === 'metro' || zone === 'drom');
};
const tableau = (prefixe: string) =>
  TERRITOIRES.filter(({ code }) => code.startsWith(prefixe) && code !== 'FR')
    .map(({ code, nom, parent }) => `${code} ${nom.replaceAll('’', "'")} ${parent}`)
    .sort();

test('il y a la France, 18 régions et 101 départements, ceux du code officiel géographique', () => {
  expect(TERRITOIRES).toHaveLength(120);
  expect(tableau('R')).toEqual(
    officiels('regions')
      .map((r) => `R${r.code} ${r.nom} FR`)
      .sort(),
  );
  expect(tableau('D')).toEqual(
    officiels('departements')
      .map((d) => `D${d.code} ${d.nom} R${d.region}`)
      .sort(),
  );
});

test('le Finistère est en Bretagne, la Bretagne en France', () => {
  expect(ancetres('D29')).toEqual(['R53', 'FR']);
  expect(descendants('R53')).toEqual(['D22', 'D29', 'D35', 'D56']);
  expect(descendants('FR')).toHaveLength(119);
  expect(estDans('D29', 'R53')).toBe(true);
  expect(estDans('D29', 'R52')).toBe(false);
});

test.each([
  ['D29', 'dans le Finistère', 'du Finistère'],
  ['D22', 'dans les Côtes-d’Armor', 'des Côtes-d’Armor'],
  ['D01', 'dans l’Ain', 'de l’Ain'],
  ['D26', 'dans la Drôme', 'de la Drôme'],
  ['D2A', 'en Corse-du-Sud', 'de la Corse-du-Sud'],
  ['D35', 'en Ille-et-Vilaine', 'd’Ille-et-Vilaine'],
  ['D75', 'à Paris', 'de Paris'],
  ['D84', 'en Vaucluse', 'de Vaucluse'],
  ['D90', 'dans le Territoire de Belfort', 'du Territoire de Belfort'],
  ['D974', 'à La Réunion', 'de La Réunion'],
  ['D976', 'à Mayotte', 'de Mayotte'],
  ['R53', 'en Bretagne', 'de Bretagne'],
  ['R32', 'dans les Hauts-de-France', 'des Hauts-de-France'],
  ['R11', 'en Île-de-France', 'd’Île-de-France'],
  ['FR', 'en France', 'de France'],
] as const)('%s : « %s », « %s »', (code, locution, genitif) => {
  expect(territoireDe(code)).toMatchObject({ locution, genitif });
});

test('chaque locution a la forme d’un complément de lieu', () => {
  for (const { locution, nom } of TERRITOIRES) {
    expect(locution).toMatch(/^(?:dans (?:le |la |les |l’)|en |à )/);
    expect(locution.endsWith(nom)).toBe(true);
    if (locution.startsWith('dans l’')) expect(nom).toMatch(/^[AEHIOY]/);
    if (/^dans l[ae] /.test(locution)) expect(nom).not.toMatch(/^[AEÉIÎOU]/);
  }
});

test.each([
  ['29', 'D29'],
  ['d29', 'D29'],
  ['2a', 'D2A'],
  ['D2A', 'D2A'],
  ['1', 'D01'],
  ['01', 'D01'],
  ['971', 'D971'],
  ['R53', 'R53'],
  ['FRANCE', 'FR'],
  ['fr', 'FR'],
  ['finistere', 'D29'],
  ['le Finistère', 'D29'],
  ['COTES D ARMOR', 'D22'],
  ['Côtes-d’Armor', 'D22'],
  ['ile de france', 'R11'],
  ['Région Bretagne', 'R53'],
  ['PACA', 'R93'],
  ['Réunion', 'D974'],
  ['La Réunion', 'D974'],
  ['région Guadeloupe', 'R01'],
] as const)('« %s » est le territoire %s', (texte, code) => {
  expect(trouverTerritoire(texte)?.code).toBe(code);
});

test.each(['', '20', '99', '975', 'Bretagne Sud', 'des'])('« %s » n’est aucun territoire', (texte) => {
  expect(trouverTerritoire(texte)).toBeNull();
});

test('un code inconnu n’est pas lu', () => {
  expect(lireCodeTerritoire(' d2b ')).toBe('D2B');
  expect(lireCodeTerritoire('R99')).toBeNull();
  expect(lireCodeTerritoire('29')).toBeNull();
});

test('outre-mer, le département et la région sont le même sol ; Paris n’est pas l’Île-de-France', () => {
  expect(jumeau('R04')).toBe('D974');
  expect(jumeau('D976')).toBe('R06');
  expect(jumeau('D75')).toBeNull();
  expect(jumeau('R94')).toBeNull();
});

test('tout territoire se retrouve par son code et, sauf région d’outre-mer, par son nom', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TERRITOIRES), fc.boolean(), (territoire, majuscules) => {
      const nom = majuscules ? territoire.nom.toUpperCase() : territoire.nom.toLowerCase();
      expect(trouverTerritoire(territoire.code)?.code).toBe(territoire.code);
      const homonyme = jumeau(territoire.code);
      expect([territoire.code, homonyme]).toContain(trouverTerritoire(nom)?.code);
    }),
  );
});
