import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ajouterJours, ecrireDecimal, fraction, type Jour } from '#socle/valeurs';
import { lirePoints } from './points-en-texte.ts';

test('« 8066:12.5,8097:-13 » sont deux points, dans l’ordre de leurs jours', () => {
  const lus = (texte: string | null) => lirePoints(texte).map(({ date, valeur }) => `${date} ${ecrireDecimal(valeur)}`);
  expect(lus('8066:12.5,8097:-13')).toEqual(['2022-01-31 12.5', '2022-03-03 -13']);
  expect(lus('8097:0.10,-1:12345678901234567890.123')).toEqual([
    '1999-12-31 12345678901234567890.123',
    '2022-03-03 0.1',
  ]);
  expect(lus(null)).toEqual([]);
});

test('propriété : tout point écrit se relit, quelle que soit sa longueur', () => {
  const points = fc.uniqueArray(
    fc.tuple(
      fc.integer({ min: -10_000, max: 20_000 }),
      fc.oneof(fc.bigInt({ min: -99_999n, max: 99_999n }), fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })),
      fc.integer({ min: 0, max: 4 }),
    ),
    { selector: ([jours]) => jours },
  );
  fc.assert(
    fc.property(points, (voulus) => {
      const attendus = voulus
        .map(([jours, unites, decimales]) => ({
          date: ajouterJours('2000-01-01' as Jour, jours),
          valeur: fraction(unites, 10 ** decimales),
        }))
        .sort((a, b) => (a.date < b.date ? -1 : 1));
      const texte = voulus.map(
        ([jours, unites, decimales]) => `${jours}:${ecrireDecimal(fraction(unites, 10 ** decimales))}`,
      );
      expect(lirePoints(voulus.length === 0 ? null : texte.join(','))).toEqual(attendus);
    }),
  );
});
