import { expect, test } from 'vitest';
import { type Jour, lireJour } from '#socle/valeurs';
import { dansAnnees, etatDeLaDuree, fautesDeDuree } from './duree.ts';

const j = (texte: string): Jour => {
  const lu = lireJour(texte);
  if (lu === null) throw new Error(texte);
  return lu;
};
const AUJOURDHUI = j('2022-02-15');
const fautes = (debut: string, fin: string, annees = 3) =>
  fautesDeDuree({ debut: j(debut), fin: j(fin) }, AUJOURDHUI, annees);

test('un accès ne commence pas dans le passé, ne finit pas avant de commencer, ne dure pas plus de trois ans', () => {
  expect(fautes('2022-02-14', '2022-12-31')).toHaveProperty('debut');
  expect(fautes('2022-03-01', '2022-02-28')).toHaveProperty('fin');
  expect(fautes('2022-02-15', '2025-02-16')).toHaveProperty('fin');
  expect(fautes('2022-02-15', '2023-02-16', 1)).toHaveProperty('fin');
});

test('un seul jour suffit, trois ans sont permis', () => {
  expect(fautes('2022-02-15', '2022-02-15')).toBeNull();
  expect(fautes('2022-02-15', '2025-02-15')).toBeNull();
});

test('un an après un 29 février, c’est le 28', () => {
  expect(dansAnnees(j('2024-02-29'), 1)).toBe('2025-02-28');
  expect(dansAnnees(j('2024-02-29'), 4)).toBe('2028-02-29');
});

test.each([
  ['2022-02-15', '2022-02-15', false, 'en_cours'],
  ['2022-02-16', '2022-03-01', false, 'a_venir'],
  ['2022-01-01', '2022-02-14', false, 'expiree'],
  ['2022-01-01', '2022-12-31', true, 'retiree'],
] as const)('du %s au %s, retirée : %s → %s', (debut, fin, retiree, attendu) => {
  expect(etatDeLaDuree({ debut: j(debut), fin: j(fin), retiree }, AUJOURDHUI)).toBe(attendu);
});
