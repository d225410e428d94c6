import { expect, test } from 'vitest';
import type { Organisation } from './organisation.ts';
import { ORGANISATIONS } from './organisations.ts';
import { TERRITOIRES } from './territoires.ts';

const parId = new Map(ORGANISATIONS.map((o) => [o.id, o]));
const nomDe = (id: string) => parId.get(id)?.nom;
const effectif = (collectif: string) => parId.get(`collectif-${collectif}`)?.membres.length;

test('chaque organisation a son identifiant, et un parent qui existe', () => {
  expect(parId.size).toBe(ORGANISATIONS.length);
  for (const { id, parent, membres } of ORGANISATIONS) {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    if (parent !== null) expect(parId.has(parent), `${id} a pour parent ${parent}`).toBe(true);
    for (const membre of membres) expect(parId.has(membre), `${id} réunit ${membre}`).toBe(true);
  }
});

test('l’arbre n’a pas de boucle', () => {
  for (const organisation of ORGANISATIONS) {
    const vus = new Set<string>();
    for (let o: Organisation | undefined = organisation; o; o = o.parent === null ? undefined : parId.get(o.parent)) {
      expect(vus.has(o.id), `boucle en ${o.id}`).toBe(false);
      vus.add(o.id);
    }
  }
});

test('chaque département a sa préfecture et son SGC-D, chaque région son SGAR', () => {
  for (const { code, maille } of TERRITOIRES) {
    const genres = ORGANISATIONS.filter((o) => o.territoire === code).map((o) => o.genre);
    if (maille === 'departemental') expect(genres, code).toEqual(expect.arrayContaining(['prefecture', 'sgcd']));
    if (maille === 'regional') expect(genres, code).toContain('sgar');
  }
});

test('les services portent leur nom officiel', () => {
  expect(nomDe('d29-prefecture')).toBe('Préfecture du Finistère');
  expect(nomDe('d84-prefecture')).toBe('Préfecture de Vaucluse');
  expect(nomDe('r11-prefecture')).toBe('Préfecture de la région Île-de-France, préfecture de Paris');
  expect(nomDe('mi-pp')).toBe('Préfecture de police');
  expect(nomDe('d22-ddtm')).toBe('Direction départementale des territoires et de la mer des Côtes-d’Armor');
  expect(nomDe('r11-dreets')).toBe(
    'Direction régionale et interdépartementale de l’économie, de l’emploi, du travail et des solidarités d’Île-de-France',
  );
  expect(nomDe('r04-deal')).toBe('Direction de l’environnement, de l’aménagement et du logement de La Réunion');
});

test('la Guyane a ses directions générales, l’outre-mer n’a pas de direction départementale interministérielle', () => {
  expect(parId.get('r03-dgcopop')?.sigle).toBe('DGCOPOP');
  expect(parId.get('d973-sgcd')?.sigle).toBe('DGA');
  expect(ORGANISATIONS.filter((o) => o.genre === 'ddi' && /^D97/.test(o.territoire))).toEqual([]);
});

test('chaque département de métropole, hors Paris et petite couronne, a une DDT ou une DDTM, une DDETS ou une DDETSPP', () => {
  expect([effectif('ddt'), effectif('ddtm'), effectif('ddt-ddtm')]).toEqual([68, 24, 92]);
  expect([effectif('ddets'), effectif('ddetspp'), effectif('ddets-ddetspp')]).toEqual([47, 45, 92]);
  expect(effectif('ddpp')).toBe(51);
});

test('les collectifs réunissent tout le pays', () => {
  expect(effectif('sgcd')).toBe(101);
  expect(effectif('prefectures')).toBe(101);
  expect(effectif('prefectures-de-region')).toBe(18);
  expect(effectif('sgar')).toBe(18);
  expect(effectif('sgami')).toBe(7);
});
