import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparerDecimaux, opposer } from '#socle/valeurs';
import { d, ecrit, mensuelle, serieDe, simple } from '../essais/valeurs.ts';
import { ENONCES_DE_CIBLE, enonceDuSignal, lireSignal, type Signal } from './signal.ts';

function lu(signal: Signal) {
  if (!signal.suffisant) throw new Error('historique trop court');
  return signal;
}

/** Months of 2023 and after, 100 on average, moving by 4 each month: limits 100 ± 2.66 × 4. */
const ORDINAIRE = [98, 102, 98, 102, 98, 102, 98, 102, 98, 102, 98, 102];

describe('limites d’une carte XmR', () => {
  test('moyenne, et 2,66 fois l’étendue mobile moyenne de part et d’autre', () => {
    const { centre, limiteBasse, limiteHaute, vus, verdict } = lu(
      lireSignal(mensuelle('2023-01', ORDINAIRE), 'hausse'),
    );
    expect([centre, limiteBasse, limiteHaute].map(ecrit)).toEqual(['100', '89.36', '110.64']);
    expect([vus, verdict]).toEqual([[], 'variation_ordinaire']);
  });

  test('à 11 valeurs, pas de verdict ; à 12, un verdict', () => {
    const courte = lireSignal(mensuelle('2023-01', ORDINAIRE.slice(1)), 'hausse');
    expect([courte, simple(enonceDuSignal(courte))]).toEqual([
      { suffisant: false, points: 11 },
      'historique trop court (11 valeurs sur 12)',
    ]);
    expect(enonceDuSignal(lireSignal(mensuelle('2023-01', ORDINAIRE), 'hausse'))).toBe('variation ordinaire');
  });

  test('une série qui ne bouge jamais ne donne aucun signal', () => {
    expect(lu(lireSignal(mensuelle('2023-01', Array(15).fill(7)), 'baisse')).vus).toEqual([]);
  });
});

describe('ce que la carte voit', () => {
  // nom, valeurs ajoutées à la série ordinaire, genre, sens, verdict si la hausse est bonne, si la baisse est bonne
  test.each([
    ['un point au-delà d’une limite', [120], 'hors_limite', 'haut', 'amélioration', 'dégradation'],
    ['un point en deçà', [80], 'hors_limite', 'bas', 'dégradation', 'amélioration'],
    [
      'sept points du même côté',
      [104, 103, 104, 103, 104, 103, 104],
      'suite_d_un_cote',
      'haut',
      'amélioration',
      'dégradation',
    ],
    ['sept points qui montent', [94, 95, 96, 97, 98, 99, 101], 'suite_monotone', 'haut', 'amélioration', 'dégradation'],
    [
      'sept points qui descendent',
      [106, 105, 104, 103, 102, 101, 98],
      'suite_monotone',
      'bas',
      'dégradation',
      'amélioration',
    ],
  ] as const)('%s', (_, ajout, genre, sens, hausse, baisse) => {
    const points = mensuelle('2023-01', [...ORDINAIRE, ...ajout]);
    const signal = lu(lireSignal(points, 'hausse'));
    expect(signal.vus.filter(({ fin }) => fin === points.at(-1)?.date)).toMatchObject([{ genre, sens }]);
    expect(enonceDuSignal(signal)).toBe(`${hausse} significative`);
    expect(enonceDuSignal(lireSignal(points, 'baisse'))).toBe(`${baisse} significative`);
  });

  test.each([
    ['six points du même côté ne suffisent pas', [104, 103, 104, 103, 104, 103]],
    ['une égalité interrompt une suite qui monte', [94, 95, 96, 97, 97, 98, 99]],
    ['un point hors limite il y a longtemps ne juge pas d’aujourd’hui', [120, ...ORDINAIRE]],
  ])('%s', (_, ajout) => {
    const base = ajout.length > 7 ? [] : ORDINAIRE.slice(0, -1);
    expect(lu(lireSignal(mensuelle('2023-01', [...base, ...ajout]), 'hausse')).verdict).toBe('variation_ordinaire');
  });

  test('ce qui est ancien reste visible, avec ses dates', () => {
    const { vus } = lu(lireSignal(mensuelle('2023-01', [120, ...ORDINAIRE]), 'hausse'));
    expect(vus).toEqual([{ genre: 'hors_limite', sens: 'haut', debut: '2023-01-31', fin: '2023-01-31' }]);
  });
});

test.each([
  ['hausse', '89.36', 'cible atteinte régulièrement'],
  ['hausse', '89.37', 'cible atteinte parfois'],
  ['hausse', '110.63', 'cible atteinte parfois'],
  ['hausse', '110.65', 'cible jamais atteinte avec le processus actuel'],
  ['baisse', '110.64', 'cible atteinte régulièrement'],
  ['baisse', '100', 'cible atteinte parfois'],
  ['baisse', '89', 'cible jamais atteinte avec le processus actuel'],
] as const)('en %s, processus entre 89,36 et 110,64, cible %s : %s', (direction, cible, attendu) => {
  const verdict = lu(lireSignal(mensuelle('2023-01', ORDINAIRE), direction, d(cible))).cible;
  expect(verdict && ENONCES_DE_CIBLE[verdict]).toBe(attendu);
});

describe('propriétés', () => {
  const nombres = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 30 });

  test('les limites entourent la moyenne, et changer le sens change le verdict', () => {
    fc.assert(
      fc.property(nombres, (valeurs) => {
        const points = mensuelle('2020-01', valeurs);
        const hausse = lu(lireSignal(points, 'hausse'));
        const baisse = lu(lireSignal(points, 'baisse'));
        expect(comparerDecimaux(hausse.limiteBasse, hausse.centre)).toBeLessThanOrEqual(0);
        expect(comparerDecimaux(hausse.centre, hausse.limiteHaute)).toBeLessThanOrEqual(0);
        expect(baisse.vus).toEqual(hausse.vus);
        expect(baisse.verdict === hausse.verdict).toBe(hausse.verdict === 'variation_ordinaire');
      }),
    );
  });

  test('la série retournée se lit à l’envers', () => {
    fc.assert(
      fc.property(nombres, (valeurs) => {
        const points = mensuelle('2020-01', valeurs);
        const miroir = serieDe(points.map(({ date, valeur }) => ({ date, valeur: opposer(valeur) })));
        expect(lu(lireSignal(miroir, 'baisse')).verdict).toBe(lu(lireSignal(points, 'hausse')).verdict);
      }),
    );
  });
});
