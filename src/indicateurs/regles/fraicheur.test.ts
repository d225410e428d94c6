import { expect, test } from 'vitest';
import { le } from '../essais/valeurs.ts';
import { fraicheur, silenceEnJours } from './fraicheur.ts';

test.each([
  // périodicité, délai, dernière valeur, prochaine valeur, attendue le
  ['mensuelle', 1, '2024-01', '2024-02', '2024-03-31'],
  ['trimestrielle', 2, '2024-01', '2024-04', '2024-06-30'],
  ['annuelle', 3, '2024-01', '2025-01', '2025-04-30'],
  ['semestrielle', 0, '2023-12', '2024-06', '2024-06-30'],
  ['mensuelle', 0, '2024-01-01', '2024-02', '2024-02-29'],
  ['mensuelle', 2, '2023-11', '2023-12', '2024-02-29'],
] as const)('%s, délai de %i mois, dernière valeur %s : %s, le %s', (periodicite, delaiEnMois, derniere, mois, jour) => {
  expect(fraicheur(le(derniere), { periodicite, delaiEnMois }, le('2023-12-01'))).toEqual({
    prochaineValeur: mois,
    attendueLe: jour,
    retardEnJours: 0,
  });
});

test('la valeur n’est en retard que le lendemain du dernier jour', () => {
  const retard = (au: string) =>
    fraicheur(le('2024-01'), { periodicite: 'mensuelle', delaiEnMois: 1 }, le(au))?.retardEnJours;
  expect(['2024-03-31', '2024-04-01', '2024-05-01'].map(retard)).toEqual([0, 1, 31]);
});

test('un territoire jamais mesuré n’a pas de prochaine valeur : il n’est pas « en retard », il est non mesuré', () => {
  expect(fraicheur(null, { periodicite: 'mensuelle', delaiEnMois: 1 }, le('2024-01'))).toBeNull();
});

test('le silence se compte depuis la dernière nouvelle connue ce jour-là', () => {
  const au = le('2022-02-15');
  expect(silenceEnJours([le('2022-01-01'), null, le('2022-01-31')], au)).toBe(15);
  expect(silenceEnJours([le('2022-02-15'), le('2022-03-01')], au)).toBe(0);
  expect(silenceEnJours([null, le('2022-03-01')], au)).toBeNull();
});
