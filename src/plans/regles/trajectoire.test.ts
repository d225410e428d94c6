import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Jour } from '#socle/valeurs';
import { attenduAu, ecartEnPoints, pointsDeTrajectoire } from './trajectoire.ts';

const j = (jour: string) => jour as Jour;
const MISSION = [
  { jour: j('2020-05-11'), taux: '75' },
  { jour: j('2020-06-01'), taux: '85' },
  { jour: j('2020-07-01'), taux: '90' },
  { jour: j('2020-09-01'), taux: '100' },
];

describe('le taux attendu un jour donné', () => {
  test('avant la première date, rien n’est attendu', () => expect(attenduAu(MISSION, j('2020-05-10'))).toBeNull());
  test('le jour même d’une date, et jusqu’à la veille de la suivante', () => {
    expect(attenduAu(MISSION, j('2020-06-01'))).toEqual({ depuis: '2020-06-01', taux: '85' });
    expect(attenduAu(MISSION, j('2020-06-30'))).toEqual({ depuis: '2020-06-01', taux: '85' });
    expect(attenduAu(MISSION, j('2020-12-31'))).toEqual({ depuis: '2020-09-01', taux: '100' });
  });
});

describe('l’écart en points', () => {
  test('76 % déclarés pour 85 % attendus : 9 points de moins', () => expect(ecartEnPoints('76', '85')).toBe('-9'));
  test('93,5 % pour 90 % : 3,5 points de plus, exactement', () => expect(ecartEnPoints('93.5', '90')).toBe('3.5'));
  test('rien n’est déclaré : pas d’écart, surtout pas zéro', () => expect(ecartEnPoints(null, '85')).toBeNull());
});

test('chaque date a son attendu, chaque déclaration son écart, la dernière du jour l’emporte', () => {
  const points = pointsDeTrajectoire(MISSION, [
    { jour: j('2020-05-01'), taux: '60' },
    { jour: j('2020-06-10'), taux: '70' },
    { jour: j('2020-06-10'), taux: '80' },
  ]);
  expect(points.map(({ jour, attendu, declare, ecart }) => [jour, attendu, declare, ecart])).toEqual([
    ['2020-05-01', null, '60', null],
    ['2020-05-11', '75', null, null],
    ['2020-06-01', '85', null, null],
    ['2020-06-10', '85', '80', '-5'],
    ['2020-07-01', '90', null, null],
    ['2020-09-01', '100', null, null],
  ]);
});

test('déclarer exactement l’attendu fait un écart nul, quels que soient les taux', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (dixMilliemes) => {
      const taux = String(dixMilliemes / 10_000);
      expect(Number(ecartEnPoints(taux, taux))).toBe(0);
    }),
  );
});
