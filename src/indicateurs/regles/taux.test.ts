import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { additionner, CENT, comparerDecimaux, entier, opposer, signe, ZERO } from '#socle/valeurs';
import { d, dOuAbsent, ecrit, le, point, serie, simple, unDecimal, unJour } from '../essais/valeurs.ts';
import { avancement } from './avancement.ts';
import { calculerTaux, type Direction, type ElementsDeTaux, enonceDuTaux, estDegeneree } from './taux.ts';

describe('cas de référence : un territoire, valeur de mars 2026, cibles de fin 2026 et fin 2027', () => {
  // direction, VI, cible annuelle, cible globale, VA, taux annuel, taux global ; « – » : absent
  test.each([
    ['hausse', '100', '200', '300', '150', '50', '25'],
    ['hausse', '100', '200', '300', '250', '100', '75'],
    ['hausse', '100', '200', '300', '50', '0 (recul)', '0 (recul)'],
    ['hausse', '200', '150', '150', '160', '100', '100'],
    ['hausse', '200', '150', '150', '140', '0', '0'],
    ['hausse', '100', '100', '100', '100', '100', '100'],
    ['hausse', '100', '100', '100', '99', '0', '0'],
    ['baisse', '100', '50', '20', '75', '50', '31.25'],
    ['baisse', '100', '50', '20', '40', '100', '75'],
    ['baisse', '100', '50', '20', '120', '0 (recul)', '0 (recul)'],
    ['baisse', '50', '80', '80', '70', '100', '100'],
    ['baisse', '50', '80', '80', '90', '0', '0'],
    ['hausse', '0', '3', '3', '1', '33.33', '33.33'],
    ['hausse', '0', '3', '3', '2', '66.67', '66.67'],
    ['hausse', '–', '200', '300', '150', 'null', 'null'],
    ['hausse', '100', '–', '300', '150', 'null', '25'],
    ['hausse', '−10', '10', '30', '0', '50', '25'],
    ['hausse', '0', '0.3', '0.7', '0.1', '33.33', '14.29'],
  ] as const)('%s, VI %s, cibles %s et %s, VA %s : annuel %s, global %s', (...cas) => {
    const [direction, vi, annuelle, globale, va, taux, tauxGlobal] = cas;
    const initiale = dOuAbsent(vi);
    const cibleAnnuelle = dOuAbsent(annuelle);
    const lu = avancement(
      {
        direction,
        depart: initiale && { valeur: initiale, date: null },
        cibles: serie(`${cibleAnnuelle ? `2026-12:${annuelle},` : ''}2027-12:${globale}`),
        valeurs: serie(`2026-03:${va}`),
      },
      le('2026-03'),
    );
    const dire = ({ taux, etat }: { taux: Parameters<typeof ecrit>[0]; etat: string }) =>
      `${ecrit(taux)}${etat === 'recul' ? ' (recul)' : ''}`;
    expect([dire(lu.annuel), dire(lu.global)]).toEqual([taux, tauxGlobal]);
  });
});

describe('un taux ne va jamais sans son état', () => {
  const AU = le('2026-03');
  const cas = (elements: Partial<ElementsDeTaux>) =>
    calculerTaux(
      { direction: 'hausse', initiale: d(100), cible: point('2026-12', 200), actuelle: d(150), ...elements },
      AU,
    );

  test.each([
    ['la valeur manque', { actuelle: null }, 'non_mesure', 'non mesuré'],
    ['rien n’est connu', { actuelle: null, cible: null, initiale: null }, 'non_mesure', 'non mesuré'],
    ['la cible manque', { cible: null }, 'sans_cible', 'sans cible'],
    ['la valeur initiale manque', { initiale: null }, 'sans_valeur_initiale', 'sans valeur initiale'],
    ['la valeur a reculé', { actuelle: d(88) }, 'recul', 'recul de 12 points'],
    ['elle a reculé d’un rien', { actuelle: d('99.995') }, 'recul', 'recul de 0,01 point'],
    ['elle n’a pas bougé', { actuelle: d(100) }, 'en_cours', '0 %'],
    ['elle avance', { actuelle: d('177.5') }, 'en_cours', '77,5 %'],
    [
      'la cible est atteinte en avance',
      { actuelle: d(200) },
      'depassee_avant_terme',
      'cible déjà atteinte : à rehausser ?',
    ],
    ['elle est atteinte au jour dit', { actuelle: d(210), cible: point('2026-03', 200) }, 'atteinte', 'cible atteinte'],
    ['elle est atteinte après terme', { actuelle: d(200), cible: point('2025-12', 200) }, 'atteinte', 'cible atteinte'],
  ] as const)('%s', (_, elements, etat, enonce) => {
    const taux = cas(elements);
    expect([taux.etat, simple(enonceDuTaux(taux))]).toEqual([etat, enonce]);
    expect(taux.taux === null).toBe(['non_mesure', 'sans_cible', 'sans_valeur_initiale'].includes(etat));
  });

  test('une cible qui n’est pas du bon côté du départ est signalée, et se lit tout ou rien', () => {
    expect(estDegeneree('hausse', d(100), d(100))).toBe(true);
    expect(estDegeneree('baisse', d(100), d(99))).toBe(false);
    const perdue = cas({ initiale: d(300), actuelle: d(199) });
    expect([perdue.degeneree, perdue.etat, ecrit(perdue.brut)]).toEqual([true, 'en_cours', '0']);
  });
});

describe('propriétés', () => {
  const direction = fc.constantFrom<Direction>('hausse', 'baisse');
  const peutEtre = fc.option(unDecimal);
  const elements = fc.record({
    direction,
    initiale: peutEtre,
    cible: fc.option(fc.record({ date: unJour, valeur: unDecimal })),
    actuelle: peutEtre,
  });
  const complets = fc.record({
    direction,
    initiale: unDecimal,
    cible: fc.record({ date: unJour, valeur: unDecimal }),
    actuelle: unDecimal,
  });

  test('un taux est absent, ou entre 0 et 100 ; il n’est absent que si une donnée l’est : 0 ne veut jamais dire absent', () => {
    fc.assert(
      fc.property(elements, unJour, (e, au) => {
        const { taux, brut, etat } = calculerTaux(e, au);
        const absent = e.initiale === null || e.cible === null || e.actuelle === null;
        expect([taux === null, brut === null]).toEqual([absent, absent]);
        expect(['non_mesure', 'sans_cible', 'sans_valeur_initiale'].includes(etat)).toBe(absent);
        if (taux === null || brut === null) return;
        expect(comparerDecimaux(taux, ZERO) >= 0 && comparerDecimaux(taux, CENT) <= 0).toBe(true);
        expect(etat === 'recul').toBe(signe(brut) < 0);
        expect(enonceDuTaux({ taux, brut, etat, degeneree: false })).not.toMatch(/NaN|undefined|null/);
      }),
    );
  });

  test('une meilleure valeur ne donne jamais un taux plus bas', () => {
    fc.assert(
      fc.property(complets, unDecimal, unJour, (e, autre, au) => {
        const [pire, meilleure] = comparerDecimaux(e.actuelle, autre) <= 0 ? [e.actuelle, autre] : [autre, e.actuelle];
        const [avant, apres] = e.direction === 'hausse' ? [pire, meilleure] : [meilleure, pire];
        const bas = calculerTaux({ ...e, actuelle: avant }, au).brut;
        const haut = calculerTaux({ ...e, actuelle: apres }, au).brut;
        expect(bas && haut && comparerDecimaux(bas, haut)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('baisser de 100 vers 50 se juge comme monter de −100 vers −50', () => {
    fc.assert(
      fc.property(complets, unJour, (e, au) => {
        const miroir: ElementsDeTaux = {
          direction: e.direction === 'hausse' ? 'baisse' : 'hausse',
          initiale: opposer(e.initiale),
          cible: { date: e.cible.date, valeur: opposer(e.cible.valeur) },
          actuelle: opposer(e.actuelle),
        };
        expect(calculerTaux(miroir, au)).toEqual(calculerTaux(e, au));
      }),
    );
  });

  test('changer d’origine ou d’unité ne change pas le taux', () => {
    fc.assert(
      fc.property(complets, unDecimal, unJour, (e, origine, au) => {
        const decale = {
          ...e,
          initiale: additionner(e.initiale, origine),
          cible: { ...e.cible, valeur: additionner(e.cible.valeur, origine) },
          actuelle: additionner(e.actuelle, origine),
        };
        expect(calculerTaux(decale, au)).toEqual(calculerTaux(e, au));
      }),
    );
  });

  test('à la valeur initiale le taux est 0, à la cible il est 100', () => {
    fc.assert(
      fc.property(complets, unJour, (e, au) => {
        fc.pre(!estDegeneree(e.direction, e.initiale, e.cible.valeur));
        expect(calculerTaux({ ...e, actuelle: e.initiale }, au).brut).toEqual(ZERO);
        expect(calculerTaux({ ...e, actuelle: e.cible.valeur }, au).brut).toEqual(entier(100));
      }),
    );
  });
});
