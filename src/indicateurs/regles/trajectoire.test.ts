import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anneeDe, comparerDecimaux, opposer, plusGrand, plusPetit } from '#socle/valeurs';
import { d, desPoints, ecrit, le, serie, serieDe, unDecimal, unJour } from '../essais/valeurs.ts';
import { avancement } from './avancement.ts';
import { enSerie } from './series.ts';
import { attenduA, ecartALaTrajectoire, ecartEnPoints } from './trajectoire.ts';

describe('fibre dans le Finistère : 20 % au 1er janvier 2021, 60 % attendus fin 2022, 80 % fin 2023', () => {
  const depart = { valeur: d(20), date: le('2021-01-01') };
  const jalons = serie('2022-12:60, 2023-12:80');

  test.each([
    ['2020-12-31', null, 'avant le départ, rien n’est attendu'],
    ['2021-01-01', '20', 'au départ, la valeur initiale'],
    ['2021-12-31', '39.97', '364 jours sur 729'],
    ['2022-01-01', '40.03', '365 jours sur 729'],
    ['2022-12-31', '60', 'le premier jalon'],
    ['2023-07-02', '70.03', '183 jours sur 365 entre les deux jalons'],
    ['2023-12-31', '80', 'le dernier jalon'],
    ['2026-05-15', '80', 'ensuite, à plat'],
  ])('au %s : %s (%s)', (date, attendu, _) => expect(ecrit(attenduA(depart, jalons, le(date)))).toBe(attendu));

  test('sans jalon, rien n’est attendu', () => expect(attenduA(depart, serie(''), le('2022-01-01'))).toBeNull());

  test('sans date de départ, rien n’est attendu avant le premier jalon', () => {
    for (const sansDate of [null, { valeur: d(20), date: null }]) {
      expect(attenduA(sansDate, jalons, le('2022-06'))).toBeNull();
      expect(ecrit(attenduA(sansDate, jalons, le('2023-07-02')))).toBe('70.03');
    }
  });

  test('un jalon d’avant le départ est laissé de côté, sauf s’il n’y en a pas d’autre', () => {
    expect(attenduA(depart, serie('2020-06:55, 2022-12:60'), le('2021-01-01'))).toEqual(d(20));
    expect(attenduA(depart, serie('2020-06:55'), le('2021-06'))).toEqual(d(55));
  });
});

test('l’écart est positif quand c’est mieux, dans les deux sens', () => {
  expect(ecartALaTrajectoire('hausse', d(60), d(55))).toEqual(d(-5));
  expect(ecartALaTrajectoire('baisse', d(60), d(55))).toEqual(d(5));
});

test('l’écart se dit aussi en points de taux : recul de 12, 19 attendus, −31 points', () => {
  // VI 100, cible 0 : une valeur de 112 est un recul de 12 points, 81 étaient attendus.
  expect(ecartEnPoints('baisse', d(100), d(0), ecartALaTrajectoire('baisse', d(81), d(112)))).toEqual(d(-31));
  expect(ecartEnPoints('hausse', d(100), d(100), d(3))).toBeNull();
});

test('la valeur se compare à ce qui était attendu le jour de sa mesure, pas le jour où on la lit', () => {
  const suivi = {
    direction: 'hausse' as const,
    depart: { valeur: d(0), date: le('2025-12-31') },
    cibles: serie('2026-12:365'),
    valeurs: serie('2026-03-31:80'),
  };
  const lu = avancement(suivi, le('2026-06-30'));
  expect([ecrit(lu.attendu?.valeur), lu.attendu?.date, ecrit(lu.ecart)]).toEqual(['90', '2026-03-31', '-10']);
  const sansValeur = avancement({ ...suivi, valeurs: serie('') }, le('2026-06-30'));
  expect([ecrit(sansValeur.attendu?.valeur), sansValeur.attendu?.date, sansValeur.ecart]).toEqual([
    '181',
    '2026-06-30',
    null,
  ]);
});

describe('propriétés', () => {
  const depart = fc.record({ valeur: unDecimal, date: unJour });

  test('au jour du départ on attend la valeur initiale, à chaque jalon sa valeur, ensuite la dernière', () => {
    fc.assert(
      fc.property(depart, desPoints({ minLength: 1 }), (debut, points) => {
        const jalons = serieDe(points).filter(({ date }) => date > debut.date);
        fc.pre(jalons.length > 0);
        expect(attenduA(debut, serieDe(jalons), debut.date)).toEqual(debut.valeur);
        for (const { date, valeur } of jalons) expect(attenduA(debut, serieDe(jalons), date)).toEqual(valeur);
        expect(attenduA(debut, serieDe(jalons), le('2040-01-01'))).toEqual(jalons.at(-1)?.valeur);
      }),
    );
  });

  test('ce qui est attendu reste entre la plus petite et la plus grande des valeurs de la ligne', () => {
    fc.assert(
      fc.property(fc.option(depart), desPoints({ minLength: 1 }), unJour, (debut, points, date) => {
        const attendu = attenduA(debut, serieDe(points), date);
        if (attendu === null) return;
        const valeurs = [...points.map(({ valeur }) => valeur), ...(debut ? [debut.valeur] : [])];
        expect(comparerDecimaux(attendu, valeurs.reduce(plusPetit))).toBeGreaterThanOrEqual(0);
        expect(comparerDecimaux(attendu, valeurs.reduce(plusGrand))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('l’ordre d’arrivée des valeurs et des cibles ne change rien, ni les lignes sans valeur', () => {
    const tout = fc.tuple(fc.option(depart), desPoints(), desPoints(), unJour);
    const melange = (points: ReturnType<typeof serieDe>) =>
      fc.shuffledSubarray([...points, { date: le('2024-02-29'), valeur: null }], { minLength: points.length + 1 });
    const cas = tout.chain(([debut, cibles, valeurs, au]) =>
      fc.tuple(
        fc.constant({ debut, cibles: serieDe(cibles), valeurs: serieDe(valeurs), au }),
        melange(serieDe(cibles)),
        melange(serieDe(valeurs)),
      ),
    );
    fc.assert(
      fc.property(cas, ([{ debut, cibles, valeurs, au }, autresCibles, autresValeurs]) => {
        const [c, v] = [enSerie(autresCibles), enSerie(autresValeurs)];
        if (!c.ok || !v.ok) throw new Error('séries attendues');
        const suivi = { direction: 'hausse' as const, depart: debut };
        expect(avancement({ ...suivi, cibles: c.valeur, valeurs: v.valeur }, au)).toEqual(
          avancement({ ...suivi, cibles, valeurs }, au),
        );
      }),
    );
  });

  test('ce qui arrive après le jour d’où l’on regarde n’y change rien', () => {
    fc.assert(
      fc.property(fc.option(depart), desPoints(), desPoints(), unJour, (debut, cibles, valeurs, au) => {
        const connues = valeurs.filter(({ date }) => date <= au);
        const suivi = { direction: 'baisse' as const, depart: debut, cibles: serieDe(cibles) };
        const vu = avancement({ ...suivi, valeurs: serieDe(valeurs) }, au);
        expect(vu).toEqual(avancement({ ...suivi, valeurs: serieDe(connues) }, au));
        if (vu.annuel.cible) expect(anneeDe(vu.annuel.cible.date)).toBe(anneeDe(au));
      }),
    );
  });

  test('hausse et baisse sont symétriques', () => {
    const miroir = (points: ReturnType<typeof serieDe>) =>
      serieDe(points.map(({ date, valeur }) => ({ date, valeur: opposer(valeur) })));
    fc.assert(
      fc.property(depart, desPoints(), desPoints(), unJour, (debut, cibles, valeurs, au) => {
        const [c, v] = [serieDe(cibles), serieDe(valeurs)];
        const hausse = avancement({ direction: 'hausse', depart: debut, cibles: c, valeurs: v }, au);
        const inverse = { ...debut, valeur: opposer(debut.valeur) };
        const baisse = avancement({ direction: 'baisse', depart: inverse, cibles: miroir(c), valeurs: miroir(v) }, au);
        expect([baisse.ecart, baisse.ecartEnPoints, baisse.global.brut]).toEqual([
          hausse.ecart,
          hausse.ecartEnPoints,
          hausse.global.brut,
        ]);
      }),
    );
  });
});

test('une date qui a deux valeurs n’est pas tranchée', () => {
  const lue = enSerie([
    { date: le('2023-01'), valeur: d(4) },
    { date: le('2022-12'), valeur: d(3) },
    { date: le('2023-01'), valeur: d('5') },
    { date: le('2022-12'), valeur: d('3.0') },
  ]);
  expect(lue).toEqual({ ok: false, refus: [{ date: le('2023-01'), valeurs: [d(4), d(5)] }] });
});
