import { expect, test } from 'vitest';
import type { Jour } from '#socle/valeurs';
import { dimancheDe, estOuvre, ouvreLaSemaine, prochainOuvre } from './jours-ouvres.ts';

const j = (texte: string) => texte as Jour;

test('ni samedi, ni dimanche, ni jour férié : Pâques, l’Ascension et la Pentecôte comptés', () => {
  for (const ferme of [
    '2022-02-19',
    '2022-02-20',
    '2022-04-18',
    '2022-05-26',
    '2022-06-06',
    '2022-07-14',
    '2026-11-11',
  ])
    expect(estOuvre(j(ferme)), ferme).toBe(false);
  for (const ouvert of ['2022-02-21', '2022-04-19', '2022-05-27', '2024-04-02', '2026-11-10'])
    expect(estOuvre(j(ouvert)), ouvert).toBe(true);
});

test('le jour ouvré suivant saute le pont qui n’en est pas un', () => {
  expect(prochainOuvre(j('2022-02-18'))).toBe('2022-02-21');
  expect(prochainOuvre(j('2022-04-15'))).toBe('2022-04-19');
});

test('la semaine s’ouvre le lundi, ou le mardi quand le lundi est férié', () => {
  expect(ouvreLaSemaine(j('2022-02-21'))).toBe(true);
  expect(ouvreLaSemaine(j('2022-02-22'))).toBe(false);
  expect(ouvreLaSemaine(j('2022-04-18'))).toBe(false);
  expect(ouvreLaSemaine(j('2022-04-19'))).toBe(true);
  expect(dimancheDe(j('2022-04-19'))).toBe('2022-04-24');
  expect(dimancheDe(j('2022-04-24'))).toBe('2022-04-24');
});
