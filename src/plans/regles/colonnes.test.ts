import { expect, test } from 'vitest';
import { COLONNES_HABITUELLES, lireColonnes } from './colonnes.ts';

test('les colonnes demandées viennent dans l’ordre du tableau, les inconnues sont laissées', () => {
  expect(lireColonnes(['livrables', 'secret', 'pilotes'])).toEqual(['pilotes', 'livrables']);
});

test('sans choix, ou sans aucun choix connu, on montre les colonnes habituelles', () => {
  expect(lireColonnes([])).toBe(COLONNES_HABITUELLES);
  expect(lireColonnes(['secret'])).toBe(COLONNES_HABITUELLES);
});
