import { expect, test } from 'vitest';
import { cleDeTexte, reduireBlancs, sansAccents } from './texte.ts';

test('les espaces insécables, fines et les retours à la ligne valent une espace', () => {
  expect(reduireBlancs(' 2\u202f671 agents\u00a0;\n\t93\u00a0% ')).toBe('2 671 agents ; 93 %');
});

test('« Échéance » et « ECHEANCE » sont le même mot, la casse exceptée', () => {
  expect(sansAccents('Échéance, cœur')).toBe('Echeance, coeur');
  expect(cleDeTexte('État  d’avancement')).toBe(cleDeTexte("ETAT D'AVANCEMENT"));
});
