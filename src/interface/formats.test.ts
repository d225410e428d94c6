import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compter,
  enumerer,
  formaterDuree,
  formaterEcart,
  formaterInstant,
  formaterJour,
  formaterJourCourt,
  formaterNombre,
  formaterTaux,
  ilYA,
  pluriel,
} from './formats.ts';

/** No-break spaces made visible, so that the expected texts below can be read. */
const lisible = (texte: string) => texte.replaceAll('\u00A0', '~').replaceAll('\u202F', '_');

describe('les dates', () => {
  test('le 15 février 2022 s’écrit en toutes lettres, son quantième ne quitte pas son mois', () => {
    expect(lisible(formaterJour('2022-02-15'))).toBe('15~février 2022');
    expect(lisible(formaterJourCourt('2022-02-15'))).toBe('15~févr. 2022');
  });
  test('le premier du mois porte son ordinal', () => {
    expect(lisible(formaterJour('2023-07-01'))).toBe('1er~juillet 2023');
  });
  test('ce qui n’est pas une date revient tel quel', () => {
    expect(formaterJour('2023-02-31')).toBe('2023-02-31');
    expect(formaterJour('à définir')).toBe('à définir');
  });
  test('un instant se lit à l’heure de Paris, en été comme en hiver', () => {
    expect(lisible(formaterInstant('2022-02-15T13:05:00Z'))).toBe('15~février 2022 à 14~h~05');
    expect(lisible(formaterInstant(new Date('2022-07-14T22:30:00Z')))).toBe('15~juillet 2022 à 0~h~30');
  });
});

describe('les nombres', () => {
  test('2 671 agents : une espace fine insécable sépare les milliers', () => {
    expect(lisible(formaterNombre(2671))).toBe('2_671');
    expect(lisible(formaterNombre(1_234_567.5))).toBe('1_234_567,5');
  });
  test('un chiffre officiel arrive en texte et garde toutes ses décimales', () => {
    expect(lisible(formaterNombre('33.3'))).toBe('33,3');
    expect(lisible(formaterNombre('9007199254740993'))).toBe('9_007_199_254_740_993');
    expect(formaterNombre('n/a')).toBe('n/a');
  });
  test('un taux porte son signe, une absence de mesure se dit', () => {
    expect(lisible(formaterTaux('93'))).toBe('93~%');
    expect(lisible(formaterTaux(33.333, 1))).toBe('33,3~%');
    expect(formaterTaux(null)).toBe('non mesuré');
  });
  test('un écart à la trajectoire est signé, avec le vrai signe moins', () => {
    expect(lisible(formaterEcart(-31))).toBe('−31~points');
    expect(lisible(formaterEcart(4))).toBe('+4~points');
    expect(lisible(formaterEcart(-1))).toBe('−1~point');
  });
  test('quel que soit l’entier, les chiffres sont tous là et dans l’ordre', () => {
    fc.assert(
      fc.property(fc.integer(), (n) => {
        expect(formaterNombre(n).replace(/\D/g, '')).toBe(String(Math.abs(n)));
        expect(formaterNombre(n)).not.toMatch(/[ -]/);
      }),
    );
  });
});

describe('les durées et les accords', () => {
  test('46 jours de retard, mais 1 jour', () => {
    expect(lisible(formaterDuree(46))).toBe('46~jours');
    expect(lisible(formaterDuree(1))).toBe('1~jour');
  });
  test('le pluriel commence à deux', () => {
    expect(pluriel(0, 'action', 'actions')).toBe('action');
    expect(pluriel(1.5, 'an', 'ans')).toBe('an');
    expect(lisible(compter(29, 'action', 'actions'))).toBe('29~actions');
  });
  test('hier, aujourd’hui, demain, et au-delà', () => {
    expect([0, 1, -1].map(ilYA)).toEqual(['aujourd’hui', 'hier', 'demain']);
    expect(lisible(ilYA(38))).toBe('il y a 38~jours');
    expect(lisible(ilYA(-3))).toBe('dans 3~jours');
  });
  test('une énumération se termine par « et »', () => {
    expect(enumerer(['DNUM', 'DRH', 'DICOM'])).toBe('DNUM, DRH et DICOM');
    expect(enumerer(['DNUM'])).toBe('DNUM');
    expect(enumerer([])).toBe('');
  });
});
