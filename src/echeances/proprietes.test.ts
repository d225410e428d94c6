import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lireJour } from '#socle/valeurs';
import type { Echeance } from './echeance.ts';
import { planDu, SANS_REPERE } from './essais/attentes.ts';
import { lireEcheances } from './lecture.ts';
import { libelleDEcheance } from './libelle.ts';
import { separerLivrables } from './livrables.ts';

const PLAN = planDu('2021-11-01');

const MOTS = [
  ...['1er', '2ème', 'deuxième', '3', '31', '12', '2022', '2023', '24', 'S1', 'T2', 'semestre', 'trimestre', 'semaine'],
  ...['mars', 'fév.', 'août', 'décembre', 'été', 'rentrée', 'début', 'mi', 'fin', 'courant', 'année', 'mois', 'jours'],
  ...[
    'au plus tard',
    'd’ici',
    'avant',
    'à partir de',
    'entre',
    'et',
    'ou',
    'à',
    'du',
    'au',
    'le',
    'des',
    'pour',
    'sous',
  ],
  ...[
    '/',
    '-',
    ',',
    ';',
    ':',
    '(',
    ')',
    '.',
    '%',
    '\n',
    '?',
    'Etape 1',
    '1)',
    'reporté au',
    'chaque',
    'en cours',
    'après',
  ],
  ...['validation', 'guide', 'immédiat', 'fil de l’eau'],
];

const phrase = fc.array(fc.constantFrom(...MOTS), { maxLength: 14 }).map((mots) => mots.join(' '));
const texte = fc.oneof(phrase, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 200 }));

function estSain(lue: Echeance): void {
  for (const jour of [lue.debut, lue.fin]) if (jour !== null) expect(lireJour(jour)).toBe(jour);
  if (lue.debut && lue.fin) expect(lue.debut <= lue.fin).toBe(true);
  if (lue.nature === 'date') expect(lue.debut).toBe(lue.fin);
  if (lue.nature === 'inconnue' || lue.nature === 'invalide') expect([lue.debut, lue.fin]).toEqual([null, null]);
}

describe('quel que soit le texte', () => {
  test('la lecture ne lève jamais d’erreur, ne rend que des jours réels, et le début ne suit pas la fin', () => {
    fc.assert(
      fc.property(texte, fc.constantFrom(PLAN, SANS_REPERE), (cellule, reperes) => {
        const lecture = lireEcheances(cellule, reperes);
        expect(lecture.texte).toBe(cellule);
        expect(lecture.echeances.length).toBeGreaterThan(0);
        lecture.echeances.forEach(estSain);
        for (const lue of lecture.echeances) expect(libelleDEcheance(lue)).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  test('les mots d’une échéance sont ceux de la cellule', () => {
    fc.assert(
      fc.property(phrase, (cellule) => {
        for (const lue of lireEcheances(cellule, PLAN).echeances) {
          expect(cellule).toContain(lue.texte);
          if (lue.libelle !== null && !['report', 'engagement initial'].includes(lue.libelle))
            expect(cellule).toContain(lue.libelle);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('séparer livrables et échéance ne perd ni n’invente de mots', () => {
    fc.assert(
      fc.property(texte, (cellule) => {
        const { livrables, echeance } = separerLivrables(cellule, PLAN);
        for (const part of [livrables, echeance]) if (part !== null) expect(cellule).toContain(part);
        const lettres = (mots: string) => mots.replace(/[^\p{L}\p{N}]/gu, '').length;
        expect(lettres(livrables ?? '') + lettres(echeance ?? '')).toBeGreaterThanOrEqual(lettres(cellule));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('espaces, accents et capitales ne changent rien', () => {
  const EXPRESSIONS = [
    '1er semestre 2022',
    'Octobre / novembre 2021',
    'Au plus tard fin 2021',
    'D’ici la fin 2021',
    'A partir du 4ème trimestre 2023',
    'du 3 au 7 avril 2023',
    '31 décembre 2024 (reporté au 30 juin 2025)',
    '2ème semestre 2016 2017',
    'Trois mois après publication',
    'au fil de l’eau',
    'à définir',
    'chaque année',
    '15 février 2024',
    '30 / 06 / 2023',
    '1ère étape : début 2022 Etape 2 : été 2023',
    'Création effective des postes début 2022',
  ];
  const BLANCS = [' ', '  ', '\u00a0', '\u202f', '\t', '\n', ' \u2009', '\u3000', '\u200b '];

  test('toutes les écritures d’une expression ont le même sens', () => {
    const attendus = new Map(EXPRESSIONS.map((expression) => [expression, sensDe(expression)]));
    fc.assert(
      fc.property(
        fc.constantFrom(...EXPRESSIONS),
        fc.infiniteStream(fc.constantFrom(...BLANCS)),
        fc.constantFrom(
          (mots: string) => mots,
          (mots: string) => mots.toUpperCase(),
          (mots: string) => mots.toLowerCase(),
          (mots: string) => mots.normalize('NFD'),
          (mots: string) => mots.normalize('NFD').replace(/\p{M}/gu, ''),
        ),
        (expression, blancs, ecrire) => {
          const blanc = () => blancs.next().value ?? ' ';
          const ecrite = `${blanc()}${ecrire(expression).replace(/ /g, blanc)}${blanc()}`;
          expect(sensDe(ecrite)).toEqual(attendus.get(expression));
        },
      ),
      { numRuns: 1500 },
    );
  });

  function sensDe(expression: string) {
    return lireEcheances(expression, PLAN).echeances.map(({ nature, debut, fin, ambigu }) => ({
      nature,
      debut,
      fin,
      ambigu,
    }));
  }
});

test('une cellule de 4 000 caractères se lit en un instant', () => {
  const cellules = [
    'Mise en place d’un guide pour les agents des SGC-D, ',
    '1er semestre 2022 ',
    '(échéance ',
    '1) a 2) b ',
    'mars, ',
    'fin ',
  ];
  for (const cellule of cellules) lireEcheances(cellule.repeat(20), PLAN);
  for (const cellule of cellules) {
    const longue = cellule.repeat(Math.ceil(4000 / cellule.length));
    const depart = performance.now();
    lireEcheances(longue, PLAN);
    separerLivrables(longue, PLAN);
    expect(performance.now() - depart).toBeLessThan(500);
  }
});
