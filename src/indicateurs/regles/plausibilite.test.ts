import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction, multiplier } from '#socle/valeurs';
import { d, ecrit, mensuelle, serie, serieDe, simple } from '../essais/valeurs.ts';
import { direFichier, direPlausibilite, direSoupcon } from './dire-plausibilite.ts';
import { jugerFichier, jugerSerie, type Plausibilite } from './plausibilite.ts';
import type { Serie } from './series.ts';

/** Monthly, around 1 000, moving by a few percent. */
const CALME = mensuelle('2022-01', [1000, 1020, 1010, 1035, 1040, 1028, 1050, 1062, 1055, 1070, 1080, 1091]);
/** Added up since January: back near nothing each January. */
const CUMULEE = mensuelle(
  '2021-01',
  [2021, 2022].flatMap(() => [100, 205, 310, 400, 505, 600, 700, 810, 905, 1000, 1100, 1210]),
);
const fois = (points: Serie, facteur: string | number) =>
  serieDe(points.map(({ date, valeur }) => ({ date, valeur: multiplier(valeur, d(facteur)) })));
const dire = (p: Plausibilite) => p.soupcons.map((soupcon) => simple(direSoupcon(soupcon)));

describe('ce qui passe', () => {
  test.each([
    ['la valeur du mois suivant', CALME, serie('2023-01:1100')],
    ['un bond de moitié', CALME, serie('2023-01:1600')],
    ['une révision statistique de 3 % sur tout l’historique', CALME, fois(CALME, '1.03')],
    ['une révision de 20 % d’une valeur', CALME, serie('2022-06:1230')],
    ['les mêmes valeurs une seconde fois', CALME, CALME],
    ['le retour à zéro de janvier, pour une série cumulée', CUMULEE, serie('2023-01:95')],
    ['son doublement de février', CUMULEE, serie('2023-01:95, 2023-02:200')],
    ['de petits nombres qui varient : 1, puis 4', serie('2022-10:2, 2022-11:1'), serie('2022-12:4')],
    ['de petits nombres qui tombent à 0', serie('2022-10:2, 2022-11:1'), serie('2022-12:0')],
    ['des valeurs plus anciennes', CALME, serie('2021-12:980')],
    ['une série qui démarre', serie('2022-11:0, 2022-12:0'), serie('2023-01:250')],
  ])('%s', (_, connue, proposee) => {
    const jugee = jugerSerie(connue, proposee);
    expect(dire(jugee)).toEqual([]);
    expect(direPlausibilite(jugee)).toBe('plausible');
  });

  test('une première livraison n’a rien à quoi se comparer : elle passe, et c’est dit', () => {
    const jugee = jugerSerie(serie(''), CALME);
    expect([jugee.verdict, simple(direPlausibilite(jugee))]).toEqual([
      'sans_historique',
      'première valeur connue : rien à quoi la comparer',
    ]);
  });
});

describe('ce qui demande une raison', () => {
  test.each([
    [
      'trois fois trop',
      CALME,
      serie('2023-01:3300'),
      '31 janvier 2023 : 3 300 après 1 091 le 31 décembre 2022, soit 3,02 fois ce que cette série laissait attendre.',
    ],
    [
      'trois fois trop peu',
      CALME,
      serie('2023-01:360'),
      '31 janvier 2023 : 360 après 1 091 le 31 décembre 2022, soit 0,33 fois ce que cette série laissait attendre.',
    ],
    [
      'un pourcentage écrit en fraction',
      serie('2022-10:91.5, 2022-11:92, 2022-12:92.8'),
      serie('2023-01:0.93'),
      '31 janvier 2023 : 0,93 après 92,8 le 31 décembre 2022, soit 0,01 fois ce que cette série laissait attendre.',
    ],
    [
      'une révision du simple au triple',
      CALME,
      serie('2022-06:3084'),
      '30 juin 2022 : 3 084 à la place de 1 028, soit 3 fois.',
    ],
    [
      'un 0 là où l’on compte par milliers',
      CALME,
      serie('2023-01:0'),
      '31 janvier 2023 : 0 après 1 091 le 31 décembre 2022 : une absence de valeur se laisse vide, elle ne s’écrit pas 0.',
    ],
    [
      'une révision qui efface',
      CALME,
      serie('2022-06:0'),
      '30 juin 2022 : 0 à la place de 1 028 : une absence de valeur se laisse vide, elle ne s’écrit pas 0.',
    ],
    [
      'une valeur sans commune mesure, après un 0',
      serie('2022-10:3, 2022-11:2, 2022-12:0'),
      serie('2023-01:900'),
      '31 janvier 2023 : 900 est bien plus grand que tout ce que cette série a connu.',
    ],
    [
      'le cumul de janvier qui n’est pas reparti de zéro',
      CUMULEE,
      serie('2023-01:6000'),
      '31 janvier 2023 : 6 000 après 1 210 le 31 décembre 2022, soit 4,25 fois ce que cette série laissait attendre.',
    ],
  ])('%s', (_, connue, proposee, phrase) => expect(dire(jugerSerie(connue, proposee))).toEqual([phrase]));

  test('trop peu d’historique pour apprendre : 3 fois, c’est trop ; 2,9 fois, non', () => {
    const courte = serie('2022-11:1000, 2022-12:1000');
    expect(jugerSerie(courte, serie('2023-01:3000')).verdict).toBe('a_confirmer');
    expect(jugerSerie(courte, serie('2023-01:2900')).verdict).toBe('plausible');
  });
});

describe('un fichier entier', () => {
  /** Twenty départements whose values move so much that each could triple by itself. */
  const agitees = Array.from({ length: 20 }, (_, i) =>
    mensuelle(
      '2022-01',
      [400, 900, 350, 1100, 420, 1000, 380, 950, 500, 1200, 460, 1000].map((v) => v + 7 * i),
    ),
  );
  const juger = (facteur: string) =>
    jugerFichier(agitees.map((connue) => jugerSerie(connue, fois(serie('2023-01:950'), facteur))));

  test('chacune de ces séries pourrait tripler seule ; ensemble, elles sont arrêtées', () => {
    const [une] = agitees.map((connue) => jugerSerie(connue, serie('2023-01:2000')));
    expect([une?.verdict, Number(ecrit(une?.tolerance ?? null)) > 3]).toEqual(['plausible', true]);
    expect(juger('1')).toMatchObject({ verdict: 'plausible', aConfirmer: 0, facteurCommun: null });
    const triple = juger('3');
    expect([triple.verdict, triple.facteurCommun !== null]).toEqual(['a_confirmer', true]);
    expect(simple(direFichier(triple))).toMatch(
      /^La plupart des séries de ce fichier valent [\d,]+ fois ce qui était attendu : vérifiez l’unité et la colonne, ou donnez la raison\.$/,
    );
  });

  test('une série sur vingt ne fait pas un fichier : elle seule est à confirmer', () => {
    const jugees = Array.from({ length: 20 }, (_, i) => jugerSerie(CALME, serie(`2023-01:${i === 3 ? 5000 : 1100}`)));
    const fichier = jugerFichier(jugees);
    expect([fichier.facteurCommun, simple(direFichier(fichier))]).toEqual([
      null,
      '1 série sur 20 ne ressemble pas à son histoire : donnez la raison, ou écartez-la.',
    ]);
  });

  test('un fichier vide, ou de premières valeurs, est plausible', () => {
    expect(jugerFichier([]).verdict).toBe('plausible');
    expect(jugerFichier(agitees.map((s) => jugerSerie(serie(''), s))).verdict).toBe('plausible');
  });
});

describe('propriétés', () => {
  const positive = fc
    .array(fc.integer({ min: 800, max: 1200 }), { minLength: 6, maxLength: 24 })
    .map((valeurs) => mensuelle('2020-01', valeurs));

  test('une série calme : toute révision de moins de 25 % passe, toute multiplication par 3 ou plus est arrêtée', () => {
    const legere = fc.integer({ min: 80, max: 125 });
    const lourde = fc.integer({ min: 300, max: 100_000 });
    fc.assert(
      fc.property(positive, legere, lourde, (connue, peu, beaucoup) => {
        const par = (centiemes: number) =>
          serieDe(connue.map(({ date, valeur }) => ({ date, valeur: multiplier(valeur, fraction(centiemes, 100)) })));
        expect(jugerSerie(connue, par(peu)).verdict).toBe('plausible');
        expect(jugerSerie(connue, par(beaucoup)).verdict).toBe('a_confirmer');
      }),
    );
  });

  test('l’unité dans laquelle on mesure ne change ni le facteur ni la tolérance', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 1, max: 9000 }), (connue, suite) => {
        const proposee = serie(`2024-01:${suite}`);
        const enMilliers = jugerSerie(fois(connue, '0.001'), fois(proposee, '0.001'));
        const jugee = jugerSerie(connue, proposee);
        expect([jugee.facteurDeLaSuite, jugee.tolerance]).toEqual([enMilliers.facteurDeLaSuite, enMilliers.tolerance]);
      }),
    );
  });
});
