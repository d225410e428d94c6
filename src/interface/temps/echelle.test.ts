import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ajouterJours, type Jour, lireJour } from '#socle/valeurs';
import { creerEchelle } from './echelle.ts';

const enJour = (texte: string): Jour => {
  const lu = lireJour(texte);
  if (lu === null) throw new Error(texte);
  return lu;
};

test('un plan de quelques mois est gradué par mois, et ouvert aux mois entiers', () => {
  const echelle = creerEchelle(['2022-02-15', '2022-05-10']);
  expect(echelle).toMatchObject({ debut: '2022-02-01', fin: '2022-05-31' });
  expect(echelle?.graduations.map((g) => g.texte)).toEqual(['févr. 2022', 'mars', 'avril', 'mai']);
});

test('un plan de deux ans est gradué par trimestre, les années ressortent', () => {
  const echelle = creerEchelle(['2021-11-01', '2022-12-31']);
  expect(echelle?.graduations.map((g) => g.texte)).toEqual(['T4 2021', '2022', 'T2', 'T3', 'T4']);
  expect(echelle?.graduations.filter((g) => g.majeure).map((g) => g.texte)).toEqual(['T4 2021', '2022']);
});

test('un horizon lointain est gradué par année, puis de cinq en cinq', () => {
  expect(creerEchelle(['2016-03-01', '2024-06-30'])?.graduations.map((g) => g.texte)).toEqual([
    '2016',
    '2017',
    '2018',
    '2019',
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
  ]);
  expect(creerEchelle(['2017-01-01', '2050-12-31'])?.graduations.map((g) => g.texte)).toEqual([
    '2015',
    '2020',
    '2025',
    '2030',
    '2035',
    '2040',
    '2045',
    '2050',
  ]);
});

test('sans aucune date, il n’y a pas d’échelle', () => {
  expect(creerEchelle([null, 'à définir'])).toBeNull();
});

test('le temps va toujours de gauche à droite, sans sortir du cadre', () => {
  const unJour = fc.integer({ min: 0, max: 60_000 }).map((n) => ajouterJours(enJour('1950-01-01'), n));
  fc.assert(
    fc.property(fc.array(unJour, { minLength: 1, maxLength: 8 }), (jours) => {
      const echelle = creerEchelle(jours);
      if (echelle === null) throw new Error('une date suffit à une échelle');
      const positions = [...jours].sort().map(echelle.position);
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
      expect(positions.every((x) => x >= 0 && x < 100)).toBe(true);
      expect(echelle.graduations.length).toBeLessThanOrEqual(45);
      const marques = echelle.graduations.map((g) => g.x);
      expect(marques).toEqual([...new Set(marques)].sort((a, b) => a - b));
    }),
  );
});
