import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CENT, comparerDecimaux, entier, ZERO } from '#socle/valeurs';
import { d, dOuAbsent, ecrit } from '../essais/valeurs.ts';
import { entonnoir, type TerritoireCompte } from './entonnoir.ts';

const compte = (territoire: string, numerateur: string, denominateur: string): TerritoireCompte => ({
  territoire,
  numerateur: dOuAbsent(numerateur),
  denominateur: dOuAbsent(denominateur),
});

const PROPORTION = { genre: 'proportion' } as const;

describe('part des agents dotés d’une carte, 5 000 agents, 50 % en tout', () => {
  const points = entonnoir(
    [
      compte('D29', '500', '1000'),
      compte('D35', '1960', '4000'),
      compte('D22', '36', '60'),
      compte('D56', '4', '5'),
      compte('D53', '0', '0'),
      compte('D72', '–', '80'),
      compte('D44', '81', '80'),
    ],
    PROPORTION,
    'hausse',
  );

  test('la référence est la somme sur la somme ; ce qui ne se place pas est nommé', () => {
    expect(ecrit(points?.reference)).toBe('49.36');
    expect(points?.nonPlaces).toEqual(['D53', 'D72', 'D44']);
  });

  test('4 sur 5 n’a rien d’extraordinaire : le territoire est petit', () => {
    const morbihan = points?.points.find(({ territoire }) => territoire === 'D56');
    expect([ecrit(morbihan?.valeur), morbihan?.place, morbihan?.favorable]).toEqual(['80', 'ordinaire', null]);
    expect([morbihan?.limites.bas998, morbihan?.limites.haut998].map(ecrit)).toEqual(['0', '100']);
  });
});

test.each([
  // sur 1 000 autour de 50 % : écart type 1,581 point ; 95 % : 46,90 à 53,10 ; 99,8 % : 45,11 à 54,89
  ['530', 'ordinaire', null],
  ['531', 'au_dela_de_95', true],
  ['548', 'au_dela_de_95', true],
  ['549', 'au_dela_de_99_8', true],
  ['469', 'au_dela_de_95', false],
  ['451', 'au_dela_de_99_8', false],
])('%s sur 1 000 autour de 50 %% : %s', (numerateur, place, favorable) => {
  // The others are so many that the reference stays at 50 %.
  const autres = String(5_000_000_000 + 500 - Number(numerateur));
  const lu = entonnoir(
    [compte('D29', numerateur, '1000'), compte('autres', autres, '10000000000')],
    PROPORTION,
    'hausse',
  );
  expect([lu?.points[0]?.place, lu?.points[0]?.favorable]).toEqual([place, favorable]);
});

test('un taux pour 1 000 habitants : limites de Poisson, moins est mieux', () => {
  const lu = entonnoir(
    [compte('D75', '900', '100000'), compte('D48', '20', '1000'), compte('D23', '80', '9000')],
    { genre: 'taux', facteur: d(1000) },
    'baisse',
  );
  expect(ecrit(lu?.reference)).toBe('9.09');
  const [paris, lozere] = lu?.points ?? [];
  expect([ecrit(paris?.valeur), ecrit(paris?.limites.bas95), ecrit(paris?.limites.haut95)]).toEqual([
    '9',
    '8.5',
    '9.68',
  ]);
  expect([ecrit(lozere?.valeur), lozere?.place, lozere?.favorable]).toEqual(['20', 'au_dela_de_99_8', false]);
});

test('aucun territoire à placer : pas d’entonnoir', () => {
  expect(entonnoir([compte('D29', '–', '10')], PROPORTION, 'hausse')).toBeNull();
});

test('propriété : les limites s’emboîtent, restent entre 0 et 100, et se resserrent quand la taille grandit', () => {
  const un = fc.tuple(fc.nat({ max: 500 }), fc.integer({ min: 1, max: 500 })).map(([n, total]) => ({
    territoire: `D${n}`,
    numerateur: entier(Math.min(n, total)),
    denominateur: entier(total),
  }));
  fc.assert(
    fc.property(fc.array(un, { minLength: 2, maxLength: 20 }), (comptes) => {
      const points = entonnoir(comptes, PROPORTION, 'hausse')?.points ?? [];
      expect(points).toHaveLength(comptes.length);
      for (const { limites: l } of points) {
        const suite = [ZERO, l.bas998, l.bas95, l.haut95, l.haut998, CENT];
        suite.slice(1).forEach((limite, i) => {
          expect(comparerDecimaux(suite[i] ?? ZERO, limite)).toBeLessThanOrEqual(0);
        });
      }
      const parTaille = points.toSorted((a, b) => comparerDecimaux(a.taille, b.taille));
      parTaille.slice(1).forEach(({ limites }, i) => {
        expect(comparerDecimaux(limites.haut95, parTaille[i]?.limites.haut95 ?? CENT)).toBeLessThanOrEqual(0);
      });
    }),
  );
});
