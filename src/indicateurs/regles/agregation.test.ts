import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CENT, comparerDecimaux, entier, sommer, ZERO } from '#socle/valeurs';
import { d, dOuAbsent, ecrit, le, unDecimal } from '../essais/valeurs.ts';
import { type Agregation, agreger, type Enfant } from './agregation.ts';
import type { PointDate } from './series.ts';
import { tauxAgrege } from './taux-agrege.ts';

const BRETAGNE = ['D22', 'D29', 'D35', 'D56'];
const MARS = le('2026-03');
const FENETRE = { au: MARS, toleranceEnMois: 2 };

/** One value a département, « – » for none, « x » where the indicator does not apply. */
function enfants(valeurs: readonly string[], date = '2026-03'): Enfant<PointDate>[] {
  return valeurs.map((valeur, i) => ({
    territoire: BRETAGNE[i] ?? '',
    applicable: valeur !== 'x',
    mesure: valeur === '–' || valeur === 'x' ? null : { date: le(date), valeur: d(valeur) },
  }));
}

const somme = (valeurs: readonly string[], date?: string): Agregation => ({
  methode: 'somme',
  enfants: enfants(valeurs, date),
});

describe('Bretagne, somme des quatre départements', () => {
  const valeurs = (actuelle: readonly string[]) => ({
    initiale: somme(['10', '10', '10', '10'], '2020-12'),
    actuelle: somme(actuelle),
    cible: somme(['40', '40', '40', '40'], '2026-12'),
  });
  const taux = (actuelle: readonly string[]) => tauxAgrege('hausse', valeurs(actuelle), le('2026-12'), FENETRE);

  test('VI 10, 10, 10, 10 ; VA 20, 30, 40, 10 ; cibles de 40 : 40, 100, 160, soit 50 %', () => {
    const lu = taux(['20', '30', '40', '10']);
    expect([lu.initiale, lu.actuelle, lu.cible].map(({ valeur }) => ecrit(valeur))).toEqual(['40', '100', '160']);
    expect([ecrit(lu.taux), lu.etat, lu.actuelle.couverture, lu.surLesMesures]).toEqual([
      '50',
      'en_cours',
      { mesures: 4, applicables: 4 },
      null,
    ]);
  });

  test('la dernière valeur manque : 90, partiel, 3 départements sur 4 ; le taux n’est pas donné comme s’il était complet', () => {
    const lu = taux(['20', '30', '40', '–']);
    expect([ecrit(lu.actuelle.valeur), lu.actuelle.partiel, lu.actuelle.couverture, lu.actuelle.absents]).toEqual([
      '90',
      true,
      { mesures: 3, applicables: 4 },
      [{ territoire: 'D56', raison: 'non_mesure' }],
    ]);
    expect([lu.taux, lu.brut, lu.etat]).toEqual([null, null, 'partiel']);
    // On the three that are measured: (90 − 30) / (120 − 30).
    expect([ecrit(lu.surLesMesures?.taux), lu.surLesMesures?.couverture]).toEqual([
      '66.67',
      { mesures: 3, applicables: 4 },
    ]);
  });

  test('rien n’est mesuré : non mesuré, pas 0', () => {
    const lu = taux(['–', '–', '–', '–']);
    expect([lu.etat, lu.taux, lu.actuelle.valeur, lu.actuelle.partiel]).toEqual(['non_mesure', null, null, false]);
    expect(lu.actuelle.couverture).toEqual({ mesures: 0, applicables: 4 });
  });

  test('un département sans objet n’est ni attendu ni manquant', () => {
    const lu = agreger(somme(['20', '30', '40', 'x']), FENETRE);
    expect([ecrit(lu.valeur), lu.partiel, lu.couverture]).toEqual(['90', false, { mesures: 3, applicables: 3 }]);
  });

  test('une cible saisie pour la région ne se compare pas à une partie des départements', () => {
    const saisie: Agregation = { methode: 'saisie', saisie: { date: le('2026-12'), valeur: d(160) } };
    const lu = tauxAgrege('hausse', { ...valeurs(['20', '30', '40', '–']), cible: saisie }, le('2026-12'), FENETRE);
    expect([lu.etat, lu.taux, lu.surLesMesures?.taux, lu.surLesMesures?.etat]).toEqual([
      'partiel',
      null,
      null,
      'sans_cible',
    ]);
  });
});

describe('dates et tolérance', () => {
  const mesures = (dates: readonly string[]): Agregation => ({
    methode: 'somme',
    enfants: dates.map((date, i) => ({
      territoire: BRETAGNE[i] ?? '',
      applicable: true,
      mesure: { date: le(date), valeur: d(1) },
    })),
  });

  test('chaque département donne sa dernière valeur, si elle n’est pas plus vieille que la tolérance', () => {
    const lu = agreger(mesures(['2026-03', '2026-01-01', '2025-12-31', '2026-04-01']), FENETRE);
    expect([ecrit(lu.valeur), lu.date, lu.dateLaPlusRecente]).toEqual(['2', '2026-01-01', '2026-03-31']);
    expect(lu.absents).toEqual([
      { territoire: 'D35', raison: 'trop_ancien' },
      { territoire: 'D56', raison: 'non_mesure' },
    ]);
  });

  test('les cibles et valeurs initiales n’ont pas d’âge', () => {
    expect(ecrit(agreger(mesures(['2019-01', '2030-12']), null).valeur)).toBe('2');
  });
});

describe('autres manières d’agréger', () => {
  const pondere = (couples: readonly (readonly [string, string])[]): Agregation => ({
    methode: 'moyenne_ponderee',
    enfants: couples.map(([valeur, poids], i) => ({
      territoire: BRETAGNE[i] ?? '',
      applicable: true,
      mesure: { date: MARS, valeur: d(valeur), poids: dOuAbsent(poids) },
    })),
  });
  const ratio = (couples: readonly (readonly [string, string])[]): Agregation => ({
    methode: 'ratio',
    facteur: CENT,
    enfants: couples.map(([numerateur, denominateur], i) => ({
      territoire: BRETAGNE[i] ?? '',
      applicable: true,
      mesure: { date: MARS, numerateur: dOuAbsent(numerateur), denominateur: dOuAbsent(denominateur) },
    })),
  });

  test.each([
    [
      'moyenne pondérée : 80 pour 900 et 20 pour 100',
      pondere([
        ['80', '900'],
        ['20', '100'],
      ]),
      '74',
      2,
      false,
    ],
    [
      'un poids manque',
      pondere([
        ['80', '900'],
        ['20', '–'],
      ]),
      '80',
      1,
      true,
    ],
    [
      'tous les poids sont nuls',
      pondere([
        ['80', '0'],
        ['20', '0'],
      ]),
      null,
      2,
      false,
    ],
    [
      'ratio : 30 sur 40 et 10 sur 60',
      ratio([
        ['30', '40'],
        ['10', '60'],
      ]),
      '40',
      2,
      false,
    ],
    [
      'un dénominateur manque',
      ratio([
        ['30', '40'],
        ['10', '–'],
      ]),
      '75',
      1,
      true,
    ],
    ['rien au dénominateur', ratio([['0', '0']]), null, 1, false],
    [
      '0 au numérateur est une mesure',
      ratio([
        ['0', '50'],
        ['0', '50'],
      ]),
      '0',
      2,
      false,
    ],
  ])('%s', (_, agregation, valeur, mesures, partiel) => {
    const lu = agreger(agregation, FENETRE);
    expect([ecrit(lu.valeur), lu.couverture?.mesures, lu.partiel]).toEqual([valeur, mesures, partiel]);
  });

  test('saisie à cette maille : la valeur, sans couverture ; aucune agrégation : rien', () => {
    const saisie = agreger({ methode: 'saisie', saisie: { date: MARS, valeur: d(12) } }, FENETRE);
    expect([ecrit(saisie.valeur), saisie.date, saisie.couverture, saisie.partiel]).toEqual(['12', MARS, null, false]);
    expect(agreger({ methode: 'aucune' }, FENETRE)).toMatchObject({ valeur: null, couverture: null });
  });
});

describe('propriétés', () => {
  const enfant = fc.record({
    applicable: fc.boolean(),
    mesure: fc.option(
      fc.record({
        date: fc.constantFrom(le('2025-06'), le('2026-01'), le('2026-03'), le('2026-04')),
        valeur: unDecimal,
        poids: fc.option(fc.nat({ max: 50 }).map((n) => entier(n))),
      }),
    ),
  });
  const fratrie = fc
    .array(enfant, { maxLength: 8 })
    .map((liste) => liste.map((e, i) => ({ ...e, territoire: `D${String(i).padStart(2, '0')}` })));

  test('un agrégat auquel il manque un territoire est toujours marqué, et les comptes tombent juste', () => {
    fc.assert(
      fc.property(fratrie, fc.constantFrom('somme' as const, 'moyenne_ponderee' as const), (liste, methode) => {
        const lu = agreger({ methode, enfants: liste }, FENETRE);
        const { mesures = 0, applicables = 0 } = lu.couverture ?? {};
        expect(applicables).toBe(liste.filter(({ applicable }) => applicable).length);
        expect(mesures + lu.absents.length).toBe(applicables);
        expect(lu.partiel).toBe(mesures > 0 && mesures < applicables);
        if (mesures === 0) expect(lu.valeur).toBeNull();
        expect(lu.date === null).toBe(mesures === 0);
      }),
    );
  });

  test('l’ordre des territoires ne change rien', () => {
    const melange = fratrie.chain((liste) =>
      fc.tuple(fc.constant(liste), fc.shuffledSubarray(liste, { minLength: liste.length })),
    );
    fc.assert(
      fc.property(melange, ([liste, autre]) => {
        for (const methode of ['somme', 'moyenne_ponderee'] as const)
          expect(agreger({ methode, enfants: autre }, FENETRE)).toEqual(agreger({ methode, enfants: liste }, FENETRE));
      }),
    );
  });

  test('la somme est celle des valeurs prises ; la moyenne reste entre la plus petite et la plus grande', () => {
    fc.assert(
      fc.property(fratrie, (liste) => {
        const prises = liste.filter(
          ({ applicable, mesure }) => applicable && (mesure?.date === le('2026-01') || mesure?.date === MARS),
        );
        const valeurs = prises.flatMap(({ mesure }) => (mesure ? [mesure.valeur] : [])).sort(comparerDecimaux);
        const total = agreger({ methode: 'somme', enfants: liste }, FENETRE).valeur;
        expect(total).toEqual(valeurs.length === 0 ? null : sommer(valeurs));
        const moyenne = agreger({ methode: 'moyenne_ponderee', enfants: liste }, FENETRE).valeur;
        if (moyenne === null) return;
        expect(comparerDecimaux(moyenne, valeurs[0] ?? ZERO)).toBeGreaterThanOrEqual(0);
        expect(comparerDecimaux(moyenne, valeurs.at(-1) ?? ZERO)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('un taux n’est jamais donné quand une des trois valeurs est partielle', () => {
    fc.assert(
      fc.property(fratrie, fratrie, fratrie, (i, a, c) => {
        const de = (liste: typeof i): Agregation => ({ methode: 'somme', enfants: liste });
        const lu = tauxAgrege('baisse', { initiale: de(i), actuelle: de(a), cible: de(c) }, MARS, FENETRE);
        const trois = [lu.initiale, lu.actuelle, lu.cible];
        const partiel = trois.some((agregat) => agregat.partiel);
        if (partiel) expect([lu.taux, lu.brut]).toEqual([null, null]);
        expect(lu.etat === 'partiel').toBe(partiel && trois.every(({ valeur }) => valeur !== null));
        if (lu.etat !== 'partiel') expect(lu.surLesMesures).toBeNull();
      }),
    );
  });
});
