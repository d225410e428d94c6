import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lireEcheances } from '#echeances';
import { ajouterJours, type Jour, jour, lireJour } from '#socle/valeurs';
import { ecrireMoments } from './moments.ts';
import { PLANS } from './plans/index.ts';

const NOVEMBRE = lireJour('2026-11-22') ?? impossible();
const unJour = fc.integer({ min: 0, max: 3650 }).map((n) => ajouterJours(jour(2026, 1, 1) ?? impossible(), n));
const echeances = PLANS.flatMap(({ titre, actions }) =>
  actions.flatMap(({ intitule, echeances, suite = [] }) => [
    ...(echeances === undefined ? [] : [{ titre, intitule, echeances }]),
    ...suite.flatMap((geste) => (geste.type === 'report' ? [{ titre, intitule, echeances: geste.echeance }] : [])),
  ]),
);

test.each([
  ['{date 0}', '22 novembre 2026'],
  ['le {date 9}', 'le 1er décembre 2026'],
  ['avant le {chiffres -22}', 'avant le 31/10/2026'],
  ['En {mois 2}', 'En janvier 2027'],
  ['À partir de {mois -3}', 'À partir d’août 2026'],
  ['{deuxmois 0}', 'novembre / décembre 2026'],
  ['{trimestre 1}', '1er trimestre 2027'],
  ['{semestre -1}', '1er semestre 2026'],
  ['{annee 0}/{annee 1}', '2026/2027'],
  ['Au plus tard {fin -1}', 'Au plus tard fin 2025'],
  ['{debut 0}', 'début 2027'],
  ['{rentree -1}', 'rentrée 2026'],
  ['{automne 0}', 'automne 2026'],
])('le 22 novembre 2026, « %s » s’écrit « %s »', (texte, attendu) => {
  expect(ecrireMoments(texte, NOVEMBRE)).toBe(attendu);
});

test('un moment que l’on ne connaît pas est refusé', () => {
  expect(() => ecrireMoments('{siècle 1}', NOVEMBRE)).toThrow('Moment inconnu');
});

test.each([
  'mois',
  'deuxmois',
  'trimestre',
  'semestre',
  'annee',
  'debut',
  'rentree',
  'automne',
  'fin',
])('quel que soit le jour, « %s -1 » est passé et « %s 0 » ne l’est pas', (famille) => {
  fc.assert(
    fc.property(unJour, (depuis) => {
      expect(fin(ecrireMoments(`{${famille} -1}`, depuis), depuis) < depuis).toBe(true);
      expect(fin(ecrireMoments(`{${famille} 0}`, depuis), depuis) >= depuis).toBe(true);
    }),
  );
});

test('quel que soit le jour, toutes les échéances de la démonstration sont comprises, sauf une, exprès', () => {
  fc.assert(
    fc.property(unJour, (depuis) => {
      const incomprises = echeances.filter((cas) =>
        lireEcheances(ecrireMoments(cas.echeances, depuis), { reference: depuis }).echeances.some(
          ({ nature }) => nature === 'inconnue' || nature === 'invalide',
        ),
      );
      expect(incomprises.map(({ intitule }) => intitule)).toEqual([
        'Poser des bornes de recharge sur les sites de l’État à Carhaix et à Landerneau',
      ]);
    }),
  );
});

function fin(texte: string, reference: Jour): Jour {
  return lireEcheances(texte, { reference }).echeances[0]?.fin ?? impossible();
}

function impossible(): never {
  throw new Error('Ce jour devrait exister.');
}
