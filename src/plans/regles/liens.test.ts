import { expect, test } from 'vitest';
import { lireJour } from '#socle/valeurs';
import { dernierJourDeLien, etatDuLien } from './liens.ts';

test('un lien ouvre jusqu’à la fin de son dernier jour, à Paris', () => {
  // 31 March 2022 in Paris ends at 22:00 UTC.
  const lien = { expire: new Date('2022-03-31T22:00:00Z'), revoque: null };
  expect(etatDuLien(lien, new Date('2022-03-31T21:59:59Z'))).toBe('ouvert');
  expect(etatDuLien(lien, new Date('2022-03-31T22:00:00Z'))).toBe('expire');
});

test('un lien révoqué le reste, même expiré depuis', () => {
  const lien = { expire: new Date('2022-03-31T22:00:00Z'), revoque: new Date('2022-02-15T11:00:00Z') };
  expect(etatDuLien(lien, new Date('2022-02-15T11:00:00Z'))).toBe('revoque');
  expect(etatDuLien(lien, new Date('2023-01-01T00:00:00Z'))).toBe('revoque');
});

test('un lien dure un an au plus', () => {
  const jour = lireJour('2022-02-15');
  expect(jour && dernierJourDeLien(jour)).toBe('2023-02-15');
});
