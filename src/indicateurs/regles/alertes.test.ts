import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparerDecimaux, entier, fraction, soustraire } from '#socle/valeurs';
import { d, le, m, point, simple } from '../essais/valeurs.ts';
import { alertes, estEnRetrait, type FaitsDAlerte, type Meteo } from './alertes.ts';
import { ecartsALaMediane } from './mediane.ts';

const AU = le('2022-02-15');

/** A territory where everything is fine. */
const CALME: FaitsDAlerte = {
  au: AU,
  taux: { taux: d(60), etat: 'en_cours' },
  cibleAttendue: true,
  derniereCible: point('2022-12', 80),
  ecartALaMediane: d('3.5'),
  ecartALaTrajectoire: d(-2),
  signal: 'variation_ordinaire',
  meteo: { declaree: { meteo: 'soleil', date: le('2022-02-03') }, cadenceEnJours: 90 },
  fraicheur: { prochaineValeur: m('2022-02'), attendueLe: le('2022-03-31'), retardEnJours: 0 },
  departements: null,
};

const phrases = (faits: Partial<FaitsDAlerte>) =>
  alertes({ ...CALME, ...faits }).map(({ alerte, phrase }) => `${alerte} : ${simple(phrase)}`);

const meteo = (declaree: Meteo, date = '2022-02-03') => ({
  meteo: { declaree: { meteo: declaree, date: le(date) }, cadenceEnJours: 90 },
});

test('quand tout va, aucune alerte', () => expect(phrases({})).toEqual([]));

describe('chaque alerte a sa phrase', () => {
  test.each<[string, Partial<FaitsDAlerte>, string]>([
    [
      'pas de valeur alors qu’une cible est attendue',
      { taux: { taux: null, etat: 'non_mesure' } },
      'taux_non_calculable : Taux non calculable : aucune valeur n’est connue',
    ],
    [
      'pas de cible',
      { taux: { taux: null, etat: 'sans_cible' } },
      'taux_non_calculable : Taux non calculable : la cible manque',
    ],
    [
      'des territoires manquent',
      { taux: { taux: null, etat: 'partiel' } },
      'taux_non_calculable : Taux non calculable : une partie des territoires manque',
    ],
    [
      'aucun département',
      { departements: { avecTaux: 0, attendus: 101 } },
      'aucun_taux_departemental : Aucun taux départemental, sur 101 départements attendus',
    ],
    [
      'loin derrière les autres',
      { ecartALaMediane: d('-22.456') },
      'retrait_sur_la_mediane : 22,46 points sous la médiane des territoires de même maille',
    ],
    [
      'à peine plus de 10 points derrière',
      { ecartALaMediane: d('-10.001') },
      'retrait_sur_la_mediane : un peu plus de 10 points sous la médiane des territoires de même maille',
    ],
    [
      'la série se dégrade',
      { signal: 'degradation_significative' },
      'degradation_significative : Dégradation significative de l’indicateur',
    ],
    ['aucune météo', { meteo: { declaree: null, cadenceEnJours: 90 } }, 'meteo_absente : Météo jamais déclarée'],
    [
      'une vieille météo',
      meteo('nuageux', '2021-11-16'),
      'meteo_ancienne : Météo déclarée il y a 91 jours, attendue tous les 90 jours',
    ],
    [
      'soleil, mais loin de la trajectoire',
      { ecartALaTrajectoire: d(-31) },
      'meteo_divergente : Météo « soleil », mais l’indicateur est 31 points sous sa trajectoire',
    ],
    [
      'orage, mais la cible est atteinte',
      { ...meteo('orage'), taux: { taux: d(100), etat: 'atteinte' } },
      'meteo_divergente : Météo « orage », mais la cible est atteinte',
    ],
    [
      'une valeur se fait attendre',
      { fraicheur: { prochaineValeur: m('2021-12'), attendueLe: le('2022-01-31'), retardEnJours: 15 } },
      'valeur_en_retard : Valeur de décembre 2021 attendue le 31 janvier 2022, en retard de 15 jours',
    ],
    [
      'la cible est dépassée en avance',
      { taux: { taux: d(100), etat: 'depassee_avant_terme' } },
      'cible_deja_atteinte : Cible déjà atteinte avant son terme : à rehausser ?',
    ],
    [
      'la dernière cible est derrière nous',
      { derniereCible: point('2021-12', 80) },
      'cible_echue : La dernière cible était pour le 31 décembre 2021 : aucune n’est fixée au-delà',
    ],
  ])('%s', (_, faits, attendue) => expect(phrases(faits)).toEqual([attendue]));
});

describe('ce qui n’en est pas', () => {
  test.each<[string, Partial<FaitsDAlerte>]>([
    [
      'un taux absent là où aucune cible n’est attendue',
      { taux: { taux: null, etat: 'sans_cible' }, cibleAttendue: false },
    ],
    ['un taux de 0 : il est mesuré', { taux: { taux: d(0), etat: 'en_cours' } }],
    ['une météo de 90 jours tout juste', meteo('soleil', '2021-11-17')],
    ['un indicateur seul, sans météo', { meteo: null }],
    [
      'nuageux, et derrière la trajectoire : les deux s’accordent',
      { ...meteo('nuageux'), ecartALaTrajectoire: d(-31) },
    ],
    ['soleil, et cible atteinte', { taux: { taux: d(100), etat: 'atteinte' } }],
    ['un seul département mesuré', { departements: { avecTaux: 1, attendus: 101 } }],
    ['la cible d’aujourd’hui', { derniereCible: { date: AU, valeur: d(80) } }],
    ['soleil, sans trajectoire connue', { ecartALaTrajectoire: null }],
    ['médiane inconnue', { ecartALaMediane: null }],
  ])('%s', (_, faits) => expect(phrases(faits)).toEqual([]));
});

describe('le seuil de 10 points est strict, et n’arrondit pas', () => {
  test.each([
    ['-10', false],
    ['-10.000000000000000000000000000001', true],
    ['-9.999', false],
    ['-10.001', true],
    ['0', false],
    ['25', false],
  ])('%s point(s) : %s', (ecart, attendu) => expect(estEnRetrait(d(ecart))).toBe(attendu));

  test('des taux en tiers, exactement 10 points sous une médiane de deux valeurs : pas de retrait', () => {
    // 130/3 and 160/3 around a median of 145/3; 115/3 is exactly 10 below.
    const ecarts = ecartsALaMediane([fraction(130, 3), fraction(160, 3), fraction(115, 3), fraction(200, 3)]);
    expect(ecarts[2]).toEqual(entier(-10));
    expect(estEnRetrait(ecarts[2] ?? null)).toBe(false);
  });

  test('la phrase, le filtre et la couleur jugent pareil', () => {
    const ecart = fc
      .tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 1, max: 300 }))
      .map(([n, q]) => fraction(n, q));
    fc.assert(
      fc.property(ecart, (e) => {
        const dite = alertes({ ...CALME, ecartALaMediane: e }).some(
          ({ alerte }) => alerte === 'retrait_sur_la_mediane',
        );
        expect(dite).toBe(estEnRetrait(e));
        expect(estEnRetrait(e)).toBe(comparerDecimaux(soustraire(e, entier(-10)), entier(0)) < 0);
      }),
    );
  });
});

test('plusieurs alertes viennent dans un ordre stable, chacune sous le nom de sa règle', () => {
  const levees = alertes({ ...CALME, taux: { taux: null, etat: 'non_mesure' }, ...meteo('soleil', '2020-01-01') });
  expect(levees.map(({ regle }) => regle)).toEqual([
    'indicateur.alerte.taux_non_calculable',
    'indicateur.alerte.meteo_ancienne',
  ]);
});
