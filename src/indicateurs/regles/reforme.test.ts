import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CENT, comparerDecimaux, fraction, signe, ZERO } from '#socle/valeurs';
import { d, dOuAbsent, ecrit, simple } from '../essais/valeurs.ts';
import { ecartsALaMediane, mediane } from './mediane.ts';
import { type PartDeReforme, tauxDeReforme, verifierPoids } from './reforme.ts';

const part = (poids: string, taux: string, applicable = true): PartDeReforme => ({
  indicateur: `poids ${poids}`,
  poids: d(poids),
  applicable,
  taux: dOuAbsent(taux),
});

describe('taux d’une réforme', () => {
  test.each([
    ['60 et 40', [part('60', '50'), part('40', '100')], '70', '2 indicateurs sur 2 mesurés'],
    ['un taux manque', [part('60', '50'), part('40', '–')], null, '1 indicateur sur 2 mesuré'],
    ['le second est sans objet ici', [part('60', '50'), part('40', '–', false)], '50', '1 indicateur sur 1 mesuré'],
    ['30 et 30', [part('30', '50'), part('30', '100')], '75', '2 indicateurs sur 2 mesurés'],
    ['un taux de 0 est un taux', [part('50', '0'), part('50', '100')], '50', '2 indicateurs sur 2 mesurés'],
    ['un poids de 0 ne compte pas', [part('100', '40'), part('0', '–')], '40', '1 indicateur sur 1 mesuré'],
    ['rien n’est mesuré', [part('60', '–'), part('40', '–')], null, '0 indicateur sur 2 mesuré'],
    ['rien n’est applicable', [part('60', '50', false)], null, 'aucun indicateur ne compte ici'],
    ['aucun indicateur', [], null, 'aucun indicateur ne compte ici'],
  ])('%s', (_, parts, taux, phrase) => {
    const lu = tauxDeReforme(parts);
    expect([ecrit(lu.taux), simple(lu.phrase)]).toEqual([taux, phrase]);
  });

  test('les indicateurs sans taux et sans objet sont nommés', () => {
    const lu = tauxDeReforme([part('60', '–'), part('40', '–', false)]);
    expect([lu.sansTaux, lu.nonApplicables]).toEqual([['poids 60'], ['poids 40']]);
  });

  test('des poids négatifs ou tous nuls sont refusés, un total autre que 100 est dit', () => {
    expect(verifierPoids([d(60), d(40)])).toMatchObject({ ok: true, valeur: { avertissement: null } });
    const dit = verifierPoids([d(30), d('30.5')]);
    expect(dit.ok && simple(dit.valeur.avertissement ?? '')).toBe(
      'La somme des poids est 60,5, non 100 : chacun compte pour sa part du total.',
    );
    for (const poids of [[], [ZERO, ZERO], [d(110), d(-10)]]) expect(verifierPoids(poids).ok).toBe(false);
  });

  const unePart = fc.record({
    indicateur: fc.constant('i'),
    poids: fc.nat({ max: 100 }).map((n) => d(n)),
    applicable: fc.boolean(),
    taux: fc.option(fc.tuple(fc.nat({ max: 300 }), fc.constant(3)).map(([n, q]) => fraction(n, q))),
  });

  test('propriété : absent si un indicateur qui compte l’est, sinon entre le plus bas et le plus haut ; l’ordre ne change rien', () => {
    fc.assert(
      fc.property(fc.array(unePart, { maxLength: 6 }), (parts) => {
        const lu = tauxDeReforme(parts);
        expect(tauxDeReforme(parts.toReversed()).taux).toEqual(lu.taux);
        const comptes = parts.filter(({ applicable, poids }) => applicable && signe(poids) > 0);
        expect(lu.taux === null).toBe(comptes.length === 0 || comptes.some(({ taux }) => taux === null));
        expect([lu.mesures, lu.attendus]).toEqual([comptes.filter(({ taux }) => taux).length, comptes.length]);
        if (lu.taux === null) return;
        const tries = comptes.map(({ taux }) => taux ?? CENT).sort(comparerDecimaux);
        expect(comparerDecimaux(lu.taux, tries[0] ?? ZERO)).toBeGreaterThanOrEqual(0);
        expect(comparerDecimaux(lu.taux, tries.at(-1) ?? ZERO)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('médiane', () => {
  test.each([
    [['42', '40', '60', '55'], '48.5'],
    [['80', '–', '10', '50'], '50'],
    [['0', '0', '5'], '0'],
    [['7'], '7'],
    [['–'], null],
    [[], null],
  ])('%j : %s', (taux, attendu) => expect(ecrit(mediane(taux.map(dOuAbsent)))).toBe(attendu));

  test.each([
    [
      ['80', '–', '10', '50'],
      ['30', null, '-40', '0'],
    ],
    [
      ['0', '0', '12'],
      ['0', '0', '12'],
    ],
    [
      ['–', '–'],
      [null, null],
    ],
  ])('écarts de %j', (taux, ecarts) => expect(ecartsALaMediane(taux.map(dOuAbsent)).map(ecrit)).toEqual(ecarts));
});
