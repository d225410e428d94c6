import { describe, expect, test } from 'vitest';
import type { Jour } from '#socle/valeurs';
import { courrierDuJour, type Faits, RIEN_A_COMPTER } from './courrier-du-jour.ts';
import { PROPOSITION } from './reglage.ts';

const j = (texte: string) => texte as Jour;

/** A préfecture whose département has to hand out cards before Tuesday 15 March 2022, in a plan under the proposed rules. */
const CARTES = {
  id: 'cartes-29',
  action: 'cartes',
  plan: 'plan',
  terme: j('2022-03-15'),
  silence: null,
  derniereNouvelle: null,
};
const FAITS: Faits = {
  actions: [],
  declinaisons: [CARTES],
  reunions: [],
  remontees: [],
  comptes: RIEN_A_COMPTER,
  reglages: new Map([['plan', PROPOSITION]]),
  memoires: new Map(),
  annonces: new Set(),
  coupes: new Set(),
};
const dire = (jour: string, faits: Partial<Faits> = {}) =>
  courrierDuJour({ ...FAITS, ...faits }, j(jour))?.mentions.map(({ genre, action, declinaison }) => ({
    genre,
    action,
    declinaison,
  })) ?? [];

describe('une action déclinée dans mon territoire', () => {
  const rappelee = (genre: string) => [{ genre, action: 'cartes', declinaison: 'cartes-29' }];

  test('se rappelle comme une action que mon service pilote : avant, après, le lundi', () => {
    expect(dire('2022-03-07')).toEqual([]);
    expect(dire('2022-03-08')).toEqual(rappelee('avant'));
    expect(dire('2022-03-16')).toEqual(rappelee('apres'));
    const dejaAnnoncee = new Map([['cartes-29', { derniere: j('2022-03-08'), annoncees: [j('2022-03-15')] }]]);
    expect(dire('2022-03-14', { memoires: dejaAnnoncee })).toEqual(rappelee('semaine'));
  });

  test('le silence est celui du territoire', () => {
    const muette = { ...CARTES, terme: null, silence: 31 };
    expect(dire('2022-03-04', { declinaisons: [muette] })).toEqual(rappelee('silence'));
  });

  test('ce qui a été dit de l’action elle-même ne compte pas pour elle', () => {
    const dite = { derniere: j('2022-03-08'), annoncees: [j('2022-03-15')] };
    expect(dire('2022-03-08', { memoires: new Map([['cartes', dite]]) })).toEqual(rappelee('avant'));
    expect(dire('2022-03-09', { memoires: new Map([['cartes-29', dite]]) })).toEqual([]);
  });

  test('se coupe d’un geste, sans couper les actions de mon service', () => {
    const coupes = new Set(['territoire'] as const);
    expect(dire('2022-03-08', { coupes })).toEqual([]);
    const mienne = { ...CARTES, id: 'mienne' };
    expect(dire('2022-03-08', { coupes, actions: [mienne] })).toEqual([
      { genre: 'avant', action: 'mienne', declinaison: null },
    ]);
  });

  test('chaque sorte de rappel coupée l’est aussi pour elle', () => {
    expect(dire('2022-03-08', { coupes: new Set(['avant']) })).toEqual([]);
    expect(dire('2022-03-16', { coupes: new Set(['apres']) })).toEqual([]);
  });

  test('un plan que personne n’a réglé ne la rappelle que le lundi', () => {
    expect(dire('2022-03-16', { reglages: new Map() })).toEqual([]);
    expect(dire('2022-03-21', { reglages: new Map() })).toEqual(rappelee('semaine'));
  });

  test('un comité attend les nouvelles du pilote, pas de chaque territoire', () => {
    const reunion = { id: 'comite', jour: j('2022-03-10'), plans: ['plan'], membre: false };
    const plusTard = { ...CARTES, terme: j('2022-12-31') };
    expect(dire('2022-03-08', { declinaisons: [plusTard], reunions: [reunion] })).toEqual([]);
  });
});
