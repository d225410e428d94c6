import { expect, test } from 'vitest';
import { ajouterJours, dernierJourDuMois, jour, jourAParis, joursEntre, lireJour } from './jour.ts';

test('le 31 février n’existe pas, le 29 février 2024 existe', () => {
  expect(jour(2024, 2, 31)).toBeNull();
  expect(lireJour('2023-02-29')).toBeNull();
  expect(lireJour('2024-02-29')).toBe('2024-02-29');
});

test('à 23 h 30 UTC le 31 décembre, il est déjà le 1er janvier à Paris', () => {
  expect(jourAParis(new Date('2023-12-31T23:30:00Z'))).toBe('2024-01-01');
});

test('les jours se comptent au travers des mois et des changements d’heure', () => {
  const j = jour(2024, 3, 30);
  if (!j) throw new Error('jour attendu');
  expect(ajouterJours(j, 2)).toBe('2024-04-01');
  expect(joursEntre(j, ajouterJours(j, 365))).toBe(365);
  expect(dernierJourDuMois(2023, 2)).toBe('2023-02-28');
});
