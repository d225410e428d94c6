import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formaterJour, formaterNombre, formaterTaux } from '#interface';
import { ecrireDecimal } from '#socle/valeurs';
import { d, le, mensuelle, point, serie, simple, unDecimal, unJour } from '../essais/valeurs.ts';
import { agreger } from './agregation.ts';
import { avancement, type Suivi } from './avancement.ts';
import { appliquerTraitement } from './cumul.ts';
import type { Explication } from './explication.ts';
import { avertissements, expliquerTaux, expliquerTrajectoire } from './expliquer-avancement.ts';
import {
  expliquerAgregat,
  expliquerFraicheur,
  expliquerReforme,
  expliquerSignal,
  expliquerTraitement,
} from './expliquer-calculs.ts';
import { fraicheur } from './fraicheur.ts';
import { moisDuJour } from './mois.ts';
import { direJour, direMois, direNombre, direTaux, enumerer } from './phrases.ts';
import { tauxDeReforme } from './reforme.ts';
import { lireSignal } from './signal.ts';

const AU = le('2026-05-15');
const FIBRE: Suivi = {
  direction: 'hausse',
  depart: { valeur: d(20), date: le('2024-12') },
  cibles: serie('2025-12:50, 2026-12:80'),
  valeurs: serie('2026-03:65'),
};

/** Everything an explanation says, spaces made plain. */
function lue({ resultat, formule, calcul, manques, couverture, remarques }: Explication) {
  const phrases = [
    resultat,
    formule,
    ...(calcul ? [calcul] : []),
    ...manques,
    ...(couverture ? [couverture.phrase] : []),
    ...remarques,
  ];
  for (const phrase of phrases) expect(phrase).not.toMatch(/NaN|undefined|null|\[object/);
  return phrases.map(simple);
}

describe('d’où vient un taux', () => {
  const expliquer = (suivi: Partial<Suivi>) => {
    const complet = { ...FIBRE, ...suivi };
    const vu = avancement(complet, AU);
    return expliquerTaux(complet, vu, vu.global);
  };

  test('la formule, ses chiffres, leurs dates', () => {
    const explication = expliquer({});
    expect(lue(explication)).toEqual([
      '75 %',
      '100 × (valeur actuelle − valeur initiale) ÷ (cible − valeur initiale), gardé entre 0 et 100',
      '100 × (65 − 20) ÷ (80 − 20) = 75 %',
    ]);
    expect(explication.entrees).toEqual([
      { nom: 'valeur actuelle', ...point('2026-03', 65) },
      { nom: 'valeur initiale', ...point('2024-12', 20) },
      { nom: 'cible', ...point('2026-12', 80) },
    ]);
  });

  test('ce qui manque est dit, et rien n’est calculé', () => {
    expect(lue(expliquer({ valeurs: serie('') })).slice(2)).toEqual([
      'Aucune valeur n’est connue au 15 mai 2026 : le taux n’est pas 0, il n’est pas mesuré.',
    ]);
    expect(lue(expliquer({ depart: null, cibles: serie('') })).slice(2)).toEqual([
      'La valeur initiale n’est pas connue.',
      'Aucune cible n’est fixée.',
    ]);
  });

  test('un recul, un dépassement, une cible du mauvais côté', () => {
    expect(lue(expliquer({ valeurs: serie('2026-03:-10') })).slice(2)).toEqual([
      '100 × ((−10) − 20) ÷ (80 − 20) = −50 %',
      'La valeur est moins bonne qu’au départ : le taux est arrêté à 0.',
    ]);
    expect(lue(expliquer({ valeurs: serie('2026-03:95') })).at(-1)).toBe(
      'La cible est dépassée : le taux est arrêté à 100.',
    );
    expect(avertissements('hausse', d(100), d('99.5')).map(simple)).toEqual([
      'L’indicateur doit monter, mais la cible (99,5) n’est pas au-dessus de la valeur initiale (100) : le taux vaut 100 si la cible est tenue, 0 sinon.',
    ]);
    expect(avertissements('baisse', d(100), d('99.5'))).toEqual([]);
  });
});

test('d’où vient l’écart à la trajectoire', () => {
  const vu = avancement(FIBRE, AU);
  expect(lue(expliquerTrajectoire(FIBRE, vu)).toSpliced(1, 1)).toEqual([
    '+7,6 (+12,67 points de taux)',
    'attendu le 31 mars 2026 : 57,4 ; mesuré : 65',
    'Comparé au 31 mars 2026, jour de la dernière mesure : le délai de publication n’est pas un retard.',
  ]);
  const sansDate = { ...FIBRE, depart: { valeur: d(20), date: null }, valeurs: serie('2025-03:65') };
  expect(lue(expliquerTrajectoire(sansDate, avancement(sansDate, le('2025-03')))).at(-1)).toBe(
    'La date de la valeur initiale n’est pas connue : la trajectoire ne commence qu’à la première cible.',
  );
});

test('d’où vient une somme régionale : sa couverture, ses dates, qui manque', () => {
  const noms: Record<string, string> = {
    D22: 'Côtes-d’Armor',
    D29: 'Finistère',
    D35: 'Ille-et-Vilaine',
    D56: 'Morbihan',
  };
  const enfants = [
    { territoire: 'D22', applicable: true, mesure: point('2026-03', 20) },
    { territoire: 'D29', applicable: true, mesure: point('2026-02', 1030) },
    { territoire: 'D35', applicable: true, mesure: point('2025-06', 40) },
    { territoire: 'D56', applicable: true, mesure: null },
  ];
  const agregat = agreger({ methode: 'somme', enfants }, { au: le('2026-03'), toleranceEnMois: 2 });
  expect(lue(expliquerAgregat(agregat, (code) => noms[code] ?? code))).toEqual([
    '1 050 (partiel)',
    'somme des valeurs des territoires',
    'Sans valeur : Morbihan.',
    'Valeur trop ancienne : Ille-et-Vilaine.',
    '2 territoires sur 4',
    'Valeurs du 28 février 2026 au 31 mars 2026.',
    'Des territoires manquent : ce chiffre n’est pas comparé à la cible de l’ensemble.',
  ]);
});

test('d’où vient le taux d’une réforme', () => {
  const parts = [
    { indicateur: 'fibre', poids: d(60), applicable: true, taux: d(50) },
    { indicateur: 'mobile', poids: d(40), applicable: true, taux: d(100) },
    { indicateur: 'littoral', poids: d(10), applicable: false, taux: null },
  ];
  expect(lue(expliquerReforme(parts, tauxDeReforme(parts), (code) => code))).toEqual([
    '70 %',
    'moyenne des taux de ses indicateurs, chacun selon son poids',
    '50 % (poids 60) ; 100 % (poids 40)',
    '2 indicateurs sur 2 mesurés',
    '« littoral » est sans objet dans ce territoire : son poids va aux autres.',
  ]);
  const sansMobile = parts.map((part) => (part.indicateur === 'mobile' ? { ...part, taux: null } : part));
  expect(lue(expliquerReforme(sansMobile, tauxDeReforme(sansMobile), (code) => code)).slice(0, 3)).toEqual([
    'non mesuré : 1 indicateur sur 2 mesuré',
    'moyenne des taux de ses indicateurs, chacun selon son poids',
    '« mobile » n’a pas de taux.',
  ]);
});

test('d’où viennent une moyenne glissante, un signal, une date attendue', () => {
  const traitement = { decumuler: true, calcul: { operation: 'moyenne', fenetre: 3 } } as const;
  const traitee = appliquerTraitement(serie('2023-01:10, 2023-04:40'), traitement);
  expect(traitee.ok && traitee.valeur.map((p) => lue(expliquerTraitement(p, traitement)))).toEqual([
    [
      '10',
      'valeur du mois moins celle du mois d’avant dans la même année, puis moyenne sur 3 mois glissants',
      'Sans valeur : novembre 2022 et décembre 2022.',
      '1 période couverte',
    ],
    [
      '10',
      'valeur du mois moins celle du mois d’avant dans la même année, puis moyenne sur 3 mois glissants',
      '3 périodes couvertes',
    ],
  ]);
  const stable = mensuelle('2023-01', [98, 102, 98, 102, 98, 102, 98, 102, 98, 102, 98, 120]);
  expect(lue(expliquerSignal(lireSignal(stable, 'hausse', d(90)))).toSpliced(1, 1)).toEqual([
    'amélioration significative',
    'moyenne 101,5, limites 86,51 et 116,49, sur 12 valeurs',
    'Au-delà de la limite haute, le 31 décembre 2023.',
    'Au vu de ces limites : cible atteinte parfois.',
  ]);
  const cadence = { periodicite: 'mensuelle', delaiEnMois: 1 } as const;
  const janvier = le('2024-01');
  expect(lue(expliquerFraicheur(janvier, fraicheur(janvier, cadence, le('2024-04-02')), cadence))[0]).toBe(
    'valeur de février 2024 attendue le 31 mars 2024, en retard de 2 jours',
  );
});

describe('les phrases écrivent nombres et jours comme les écrans', () => {
  test('nombres, taux, jours', () => {
    fc.assert(
      fc.property(unDecimal, unJour, (nombre, jour) => {
        const texte = ecrireDecimal(nombre, 2);
        expect(direNombre(nombre)).toBe(formaterNombre(texte));
        expect(direTaux(nombre)).toBe(formaterTaux(texte));
        expect(simple(direJour(jour))).toBe(simple(formaterJour(jour)));
        expect(simple(formaterJour(jour))).toContain(direMois(moisDuJour(jour)));
      }),
    );
  });

  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a et b'],
    [['a', 'b', 'c'], 'a, b et c'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'a, b, c, d et 3 autres'],
  ])('énumérer %j', (mots, phrase) => expect(enumerer(mots)).toBe(phrase));
});
