import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparerDecimaux, ZERO } from '#socle/valeurs';
import { d, desPoints, ecrit, le, mensuelle, serie, serieDe, simple } from '../essais/valeurs.ts';
import { appliquerTraitement, configurerTraitement, type Fenetre, type Traitement } from './cumul.ts';
import type { Periodicite } from './mois.ts';
import { enSerie, type Serie } from './series.ts';

const A = serie('2023-01:10, 2023-02:25, 2023-03:45, 2024-01:5, 2024-02:12');
const B = serie('2023-11:1, 2023-12:2, 2024-01:4, 2024-03:8, 2024-12:16');

const DECUMUL: Traitement = { decumuler: true, calcul: null };
const calcul = (operation: 'somme' | 'moyenne', fenetre: Fenetre, decumuler = false): Traitement => ({
  decumuler,
  calcul: { operation, fenetre },
});

function traiter(lignes: Serie, traitement: Traitement, periodicite?: Periodicite) {
  const traitee = appliquerTraitement(lignes, traitement, periodicite);
  if (!traitee.ok) throw new Error(traitee.refus.message);
  return traitee.valeur;
}

const valeurs = (lignes: Serie, traitement: Traitement) =>
  traiter(lignes, traitement).map(({ valeur }) => ecrit(valeur));

describe('cas de référence', () => {
  test.each([
    ['dé-cumuler depuis janvier', A, DECUMUL, ['10', '15', '20', '5', '7']],
    ['cumuler depuis janvier', A, calcul('somme', 'annee_civile'), ['10', '35', '80', '5', '17']],
    ['moyenne depuis janvier, dé-cumulée', A, calcul('moyenne', 'annee_civile', true), ['10', '12.5', '15', '5', '6']],
    ['12 mois glissants, somme', B, calcul('somme', 12), ['1', '3', '7', '15', '28']],
    ['3 mois glissants, somme', B, calcul('somme', 3), ['1', '3', '7', '12', '16']],
  ] as const)('%s', (_, lignes, traitement, attendu) => {
    expect(valeurs(lignes, traitement)).toEqual(attendu);
    // A row that carries only a target disturbs nothing.
    const avecCible = enSerie([
      ...lignes,
      { date: le('2023-02-10'), valeur: null },
      { date: le('2024-06'), valeur: null },
    ]);
    expect(avecCible.ok && valeurs(avecCible.valeur, traitement)).toEqual(attendu);
  });

  test('les moyennes glissantes portent sur les mois connus', () => {
    expect(valeurs(B, calcul('moyenne', 3))).toEqual(['1', '1.5', '2.33', '6', '16']);
    expect(valeurs(B, calcul('moyenne', 12))).toEqual(['1', '1.5', '2.33', '3.75', '9.33']);
  });
});

describe('un mois manquant est dit, jamais inventé', () => {
  test('dé-cumuler par-dessus un mois manquant : la différence vaut pour les deux mois ensemble', () => {
    const [, mars] = traiter(serie('2023-01:10, 2023-03:45'), DECUMUL);
    expect([ecrit(mars?.valeur), mars?.couverts, mars?.manquants]).toEqual(['35', ['2023-02', '2023-03'], ['2023-02']]);
  });

  test('une série cumulée qui commence en mars vaut pour tout le premier trimestre', () => {
    const [mars] = traiter(serie('2023-03:45'), DECUMUL);
    expect(mars?.couverts).toEqual(['2023-01', '2023-02', '2023-03']);
    expect(valeurs(serie('2023-03:45'), calcul('moyenne', 'annee_civile', true))).toEqual(['15']);
  });

  test('une différence à cheval sur le bord de la fenêtre ne se coupe pas', () => {
    const points = traiter(serie('2023-01:10, 2023-04:40, 2023-05:45'), calcul('somme', 3, true));
    expect(points.map(({ valeur }) => ecrit(valeur))).toEqual(['10', '30', null]);
  });

  test('la fenêtre dit ce qui lui manque', () => {
    const points = traiter(B, calcul('somme', 3));
    expect(points.map(({ manquants }) => manquants)).toEqual([
      ['2023-09', '2023-10'],
      ['2023-10'],
      [],
      ['2024-02'],
      ['2024-10', '2024-11'],
    ]);
  });

  test('une série trimestrielle n’attend qu’une valeur par trimestre', () => {
    const lignes = serie('2023-03:1, 2023-06:2, 2023-09:3, 2023-12:4, 2024-06:5');
    const points = traiter(lignes, calcul('somme', 12), 'trimestrielle');
    expect(points.map(({ valeur }) => ecrit(valeur))).toEqual(['1', '3', '6', '10', '12']);
    expect(points.map(({ manquants }) => manquants.length)).toEqual([3, 2, 1, 0, 1]);
    expect(traiter(lignes, DECUMUL, 'trimestrielle').map(({ manquants }) => manquants)).toEqual([
      [],
      [],
      [],
      [],
      ['2024-03'],
    ]);
  });
});

describe('refus', () => {
  test.each([
    [
      'somme',
      6,
      'La fenêtre « 6 » n’est pas prévue : choisissez depuis janvier, 3 mois glissants ou 12 mois glissants.',
    ],
    ['somme', null, 'La fenêtre n’est pas dite : choisissez depuis janvier, 3 mois glissants ou 12 mois glissants.'],
    ['produit', 3, 'L’opération « produit » n’est pas prévue : choisissez la somme ou la moyenne.'],
  ] as const)('%s sur %s', (operation, fenetre, message) => {
    const lu = configurerTraitement({ decumuler: false, operation, fenetre });
    expect(!lu.ok && simple(lu.refus.message)).toBe(message);
  });

  test('ce qui est prévu est lu tel quel', () => {
    expect(configurerTraitement({ decumuler: true, operation: null, fenetre: null })).toEqual({
      ok: true,
      valeur: DECUMUL,
    });
    for (const fenetre of ['annee_civile', 3, '12'] as const) {
      expect(configurerTraitement({ decumuler: false, operation: 'moyenne', fenetre }).ok).toBe(true);
    }
  });

  test('deux valeurs le même mois ne sont pas départagées ; sans calcul, elles passent', () => {
    const double = serie('2024-01-10:1, 2024-01-31:2');
    const refus = appliquerTraitement(double, DECUMUL);
    expect(!refus.ok && simple(refus.refus.message)).toBe(
      'Deux valeurs en janvier 2024 : gardez-en une, ce calcul en attend une par période.',
    );
    expect(traiter(double, { decumuler: false, calcul: null })).toHaveLength(2);
  });
});

describe('propriétés', () => {
  const unParMois = desPoints().map((points) =>
    serieDe([...new Map(points.map((p) => [p.date.slice(0, 7), p])).values()]),
  );
  const fenetre = fc.constantFrom<Fenetre>('annee_civile', 3, 12);

  test('cumuler depuis janvier ce qui a été dé-cumulé rend la série', () => {
    fc.assert(
      fc.property(unParMois, (lignes) => {
        const rendue = traiter(lignes, calcul('somme', 'annee_civile', true));
        expect(rendue.map(({ date, valeur }) => ({ date, valeur }))).toEqual([...lignes]);
      }),
    );
  });

  test('un point traité par point collecté, et tout mois de la fenêtre est couvert ou manquant', () => {
    fc.assert(
      fc.property(unParMois, fenetre, fc.boolean(), (lignes, largeur, decumuler) => {
        const points = traiter(lignes, calcul('somme', largeur, decumuler));
        expect(points).toHaveLength(lignes.length);
        for (const { mois, couverts, manquants } of points) {
          const attendus = largeur === 'annee_civile' ? Number(mois.slice(5)) : largeur;
          expect(new Set([...couverts, ...manquants]).size).toBe(attendus);
        }
      }),
    );
  });

  test('douze mois pleins : la somme glissante est celle des douze, sans mois manquant', () => {
    const douze = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(douze, (nombres) => {
        const dernier = traiter(mensuelle('2023-05', nombres), calcul('somme', 12)).at(-1);
        expect(dernier?.manquants).toEqual([]);
        expect(comparerDecimaux(dernier?.valeur ?? ZERO, d(nombres.reduce((a, b) => a + b)))).toBe(0);
      }),
    );
  });
});
