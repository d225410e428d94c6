import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  additionner,
  arrondir,
  comparerDecimaux,
  type Decimal,
  diviser,
  entier,
  fraction,
  multiplier,
  opposer,
  plusGrand,
  plusPetit,
  racineCarree,
  signe,
  sommer,
  soustraire,
  valeurAbsolue,
  ZERO,
} from './decimal.ts';
import {
  arrondirEcrit,
  decimalDeNombre,
  decimalesDe,
  ecrireDecimal,
  lireDecimal,
  lireNombreEcrit,
} from './decimal-texte.ts';

function d(texte: string): Decimal {
  const lu = lireDecimal(texte);
  if (!lu) throw new Error(`décimal attendu : ${texte}`);
  return lu;
}

describe('lire un nombre de programme', () => {
  test.each([
    ['1234.5', '1234.5'],
    ['-0.70', '-0.7'],
    ['-0', '0'],
    ['0.000', '0'],
    ['1e3', '1000'],
    ['2.5E-3', '0.0025'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
  ])('« %s » s’écrit %s', (texte, ecrit) => expect(ecrireDecimal(d(texte))).toBe(ecrit));

  test.each([
    ...['', ' ', '1,5', '007', '.5', '5.', '+5', '1 000', 'NaN', 'Infinity', '0x10', '١٢', '--1'],
    ...['1e999', '1e-31', '1'.repeat(31), `0.${'1'.repeat(31)}`],
  ])('« %s » n’est pas lu', (texte) => expect(lireDecimal(texte)).toBeNull());

  test('un nombre passé par JSON garde l’écriture qu’on lui voit', () => {
    expect(decimalDeNombre(0.1)).toEqual(d('0.1'));
    expect(decimalDeNombre(1e21)).toEqual(d('1e21'));
    expect(decimalDeNombre(1.5e-7)).toEqual(d('0.00000015'));
    expect([Number.NaN, Number.POSITIVE_INFINITY].map(decimalDeNombre)).toEqual([null, null]);
  });
});

describe('lire un nombre écrit par une personne', () => {
  test.each([
    ['1 234,5', '1234.5', false],
    ['2\u202f671', '2671', false],
    ['\u00a01\u00a0234\u00a0567 ', '1234567', false],
    ['93 %', '93', true],
    ['93\u202f%', '93', true],
    ['33,3%', '33.3', true],
    ['−12,5', '-12.5', false],
    ['– 3', '-3', false],
    ['+4', '4', false],
    ['1234.5', '1234.5', false],
    ['0,70', '0.7', false],
  ])('« %s »', (texte, valeur, enPourcent) =>
    expect(lireNombreEcrit(texte)).toEqual({ valeur: d(valeur), enPourcent }));

  test.each([
    ...['', '%', 'n/a', '–', '1.234,5', '1,234.5', '12 34', '1 2345', '1,2,3', '5 €', 'environ 12', '1e3', '½'],
    ...['12 %%', '3-5', '(5)'],
  ])('« %s » n’est pas deviné', (texte) => expect(lireNombreEcrit(texte)).toBeNull());
});

test.each([
  ['0.125', 2, '0.13'],
  ['-0.125', 2, '-0.13'],
  ['0.124999', 2, '0.12'],
  ['2.5', 0, '3'],
  ['-2.5', 0, '-3'],
  ['-0.004', 2, '0'],
  ['7', 2, '7'],
])('%s à %i décimales, demi loin de zéro : %s', (texte, decimales, attendu) => {
  expect(arrondir(d(texte), decimales)).toEqual(d(attendu));
  expect(ecrireDecimal(d(texte), decimales)).toBe(attendu);
});

test('un tiers reste un tiers, et ne s’arrondit qu’à l’écriture', () => {
  const tiers = fraction(1, 3);
  expect(sommer([tiers, tiers, tiers])).toEqual(entier(1));
  expect(ecrireDecimal(tiers, 2)).toBe('0.33');
  expect(ecrireDecimal(tiers)).toBe(`0.${'3'.repeat(30)}`);
  expect(decimalesDe(tiers)).toBe(30);
  expect([d('1.250'), d('12'), ZERO].map(decimalesDe)).toEqual([2, 0, 0]);
});

test('diviser par zéro est une faute du programme, jamais un infini', () => {
  expect(() => diviser(entier(1), ZERO)).toThrow('division par zéro');
  expect(() => racineCarree(entier(-1), 2)).toThrow('négatif');
});

describe('propriétés, contre les fractions de grands entiers', () => {
  /** Figures of every day, those about to leave what a float holds exactly, and far beyond. */
  const LIMITE = BigInt(Number.MAX_SAFE_INTEGER);
  const grandeurs = fc.oneof(
    fc.bigInt({ min: 1n, max: 10_000n }),
    fc.bigInt({ min: LIMITE - 3n, max: LIMITE + 3n }),
    fc.bigInt({ min: 94_906_260n, max: 94_906_270n }),
    fc.bigInt({ min: 1n, max: 10n ** 24n }),
  );
  const fractions = fc.tuple(
    fc.oneof(
      fc.constant(0n),
      grandeurs,
      grandeurs.map((n) => -n),
    ),
    grandeurs,
  );
  type F = readonly [bigint, bigint];
  const de = ([n, q]: F) => fraction(n, q);
  /** Same value, told without any of the functions under test. */
  const vaut = (a: Decimal, n: bigint, q: bigint) => BigInt(a.numerateur) * q === n * BigInt(a.denominateur);
  const canonique = (a: Decimal) => {
    const [numerateur, denominateur] = [BigInt(a.numerateur), BigInt(a.denominateur)];
    expect(denominateur > 0n).toBe(true);
    for (const p of [2n, 3n, 5n, 7n])
      expect(numerateur % p === 0n && denominateur % p === 0n && numerateur !== 0n).toBe(false);
    if (numerateur === 0n) expect(a).toEqual(ZERO);
    for (const entiers of [a.numerateur, a.denominateur]) {
      const tient = BigInt(entiers) <= LIMITE && BigInt(entiers) >= -LIMITE;
      expect(typeof entiers).toBe(tient ? 'number' : 'bigint');
    }
  };

  test('les quatre opérations sont exactes, et leur écriture interne unique', () => {
    fc.assert(
      fc.property(fractions, fractions, (x, y) => {
        const [a, b] = [de(x), de(y)];
        const [n, q, m, r] = [x[0], x[1], y[0], y[1]];
        expect(vaut(additionner(a, b), n * r + m * q, q * r)).toBe(true);
        expect(vaut(soustraire(a, b), n * r - m * q, q * r)).toBe(true);
        expect(vaut(multiplier(a, b), n * m, q * r)).toBe(true);
        if (m !== 0n) {
          expect(vaut(diviser(a, b), n * r, q * m)).toBe(true);
          expect(multiplier(diviser(a, b), b)).toEqual(a);
        }
        for (const c of [a, additionner(a, b), soustraire(a, b), multiplier(a, b)]) canonique(c);
        expect(soustraire(additionner(a, b), b)).toEqual(a);
      }),
      { numRuns: 2_000 },
    );
  });

  test('l’ordre est celui des nombres', () => {
    fc.assert(
      fc.property(fractions, fractions, (x, y) => {
        const [a, b] = [de(x), de(y)];
        expect(comparerDecimaux(a, b)).toBe(signe(soustraire(a, b)));
        expect(comparerDecimaux(b, a)).toBe(0 - comparerDecimaux(a, b) || 0);
        expect([plusPetit(a, b), plusGrand(a, b)]).toEqual(comparerDecimaux(a, b) <= 0 ? [a, b] : [b, a]);
        expect(signe(valeurAbsolue(a))).toBe(signe(a) === 0 ? 0 : 1);
      }),
    );
  });

  test('l’arrondi est le plus proche, les demis s’éloignent de zéro, le signe ne change rien', () => {
    fc.assert(
      fc.property(fractions, fc.nat({ max: 6 }), (x, decimales) => {
        const a = de(x);
        const arrondi = arrondir(a, decimales);
        const ecart = valeurAbsolue(soustraire(a, arrondi));
        const demi = fraction(1n, 2n * 10n ** BigInt(decimales));
        expect(comparerDecimaux(ecart, demi)).toBeLessThanOrEqual(0);
        if (comparerDecimaux(ecart, demi) === 0)
          expect(comparerDecimaux(valeurAbsolue(arrondi), valeurAbsolue(a))).toBe(1);
        expect(arrondir(opposer(a), decimales)).toEqual(opposer(arrondi));
      }),
    );
  });

  test('ce qui est écrit se relit, exactement', () => {
    const ecrits = fc.tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.nat({ max: 25 }));
    fc.assert(
      fc.property(ecrits, ([n, decimales]) => {
        const a = fraction(n, 10n ** BigInt(decimales));
        const ecrit = ecrireDecimal(a);
        expect(lireDecimal(ecrit)).toEqual(a);
        expect(ecrit).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/);
        expect(lireNombreEcrit(ecrit.replace('.', ','))?.valeur).toEqual(a);
      }),
    );
  });

  test('les petits nombres se comparent aux flottants de la machine', () => {
    const petits = fc.tuple(fc.integer({ min: -10000, max: 10000 }), fc.integer({ min: 1, max: 1000 }));
    fc.assert(
      fc.property(petits, petits, ([n, q], [m, r]) => {
        const somme = additionner(fraction(n, q), fraction(m, r));
        expect(Number(ecrireDecimal(somme))).toBeCloseTo(n / q + m / r, 9);
      }),
    );
  });

  test('la racine carrée est la plus grande qui tienne', () => {
    fc.assert(
      fc.property(fractions, fc.nat({ max: 12 }), (x, decimales) => {
        const a = valeurAbsolue(de(x));
        const r = racineCarree(a, decimales);
        const suivante = additionner(r, fraction(1n, 10n ** BigInt(decimales)));
        expect(comparerDecimaux(multiplier(r, r), a)).toBeLessThanOrEqual(0);
        expect(comparerDecimaux(multiplier(suivante, suivante), a)).toBe(1);
      }),
    );
  });
});

test('un nombre écrit s’arrondit comme s’il avait été lu', () => {
  const cas = ['33.333', '66.665', '-0.004', '-0.005', '99.995', '0', '12', '-7.5', '0.10000000000000000000000000001'];
  const arrondi = (ecrit: string, decimales: number) => ecrireDecimal(lireDecimal(ecrit) ?? entier(0), decimales);
  for (const ecrit of cas) expect(arrondirEcrit(ecrit, 2), ecrit).toBe(arrondi(ecrit, 2));
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.nat({ max: 9 }),
      fc.nat({ max: 4 }),
      (n, d, k) => {
        const ecrit = ecrireDecimal(fraction(n, 10n ** BigInt(d)));
        return arrondirEcrit(ecrit, k) === arrondi(ecrit, k);
      },
    ),
  );
});
