import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creerAxe } from './axe.ts';

test('un axe va de nombre rond en nombre rond, et dit son unité une fois', () => {
  expect(creerAxe(['22.4', '77'], { unite: '%' })?.graduations.map(({ texte }) => texte)).toEqual([
    '0',
    '20',
    '40',
    '60',
    '80\u00A0%',
  ]);
});

test('zéro est sur l’axe quand il est proche, jamais quand il écraserait la courbe', () => {
  expect(creerAxe(['40', '100'])?.min).toBe(0);
  expect(creerAxe(['91.2', '94.8'])?.graduations.map(({ texte }) => texte)).toEqual(['91', '92', '93', '94', '95']);
});

test('les petites valeurs gardent leurs décimales, les négatives leur signe', () => {
  expect(creerAxe(['0.1', '0.3'])?.graduations.map(({ texte }) => texte)).toEqual(['0,0', '0,1', '0,2', '0,3']);
  expect(creerAxe(['-10', '30'])?.graduations.map(({ texte }) => texte)).toEqual(['−10', '0', '10', '20', '30']);
});

test('une seule valeur a un axe, aucune n’en a pas', () => {
  expect(creerAxe(['0'])).toMatchObject({ min: 0, max: 1 });
  expect(creerAxe(['42'])?.min).toBe(0);
  expect(creerAxe([null, 'secret'])).toBeNull();
});

test('toute valeur a sa place sur l’axe, dans l’ordre', () => {
  const uneValeur = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => (n / 1000).toFixed(3));
  fc.assert(
    fc.property(fc.array(uneValeur, { minLength: 1, maxLength: 20 }), (valeurs) => {
      const axe = creerAxe(valeurs);
      if (axe === null) throw new Error('une valeur suffit à un axe');
      const positions = [...valeurs].sort((a, b) => Number(a) - Number(b)).map(axe.position);
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
      expect(axe.min).toBeLessThanOrEqual(Math.min(...valeurs.map(Number)) + 1e-6);
      expect(axe.max).toBeGreaterThanOrEqual(Math.max(...valeurs.map(Number)) - 1e-6);
      expect(axe.graduations.length).toBeGreaterThanOrEqual(2);
      expect(axe.graduations.length).toBeLessThanOrEqual(8);
      expect(new Set(axe.graduations.map(({ texte }) => texte)).size).toBe(axe.graduations.length);
    }),
  );
});
