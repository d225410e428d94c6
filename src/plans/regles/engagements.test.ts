import { expect, test } from 'vitest';
import { lireEcheances } from '#echeances';
import { regrouperLesReports } from './engagements.ts';

const lire = (texte: string) => lireEcheances(texte, { reference: null }).echeances;

test('« 31 décembre 2024 (reporté au 30 juin 2025) » : un engagement, reporté une fois', () => {
  const [engagement, ...autres] = regrouperLesReports(lire('31 décembre 2024 (reporté au 30 juin 2025)'));
  expect(autres).toEqual([]);
  expect(engagement?.initiale).toMatchObject({ fin: '2024-12-31', libelle: null });
  expect(engagement?.actuelle).toMatchObject({ fin: '2025-06-30', libelle: null });
});

test('deux étapes restent deux engagements, sans report', () => {
  const engagements = regrouperLesReports(lire('1ère étape : début 2022 ; étape 2 : fin 2022'));
  expect(engagements.map(({ initiale }) => initiale)).toEqual([null, null]);
});

test('une seule échéance est un seul engagement', () => {
  expect(regrouperLesReports(lire('fin 2023'))).toHaveLength(1);
});
