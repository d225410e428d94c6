import { describe, expect, test } from 'vitest';
import { entier, type Jour, lireJour } from '#socle/valeurs';
import {
  type Constat,
  debutDuRecul,
  direFiabilite,
  fiabiliteDesMeteos,
  type MeteoConstatee,
} from './fiabilite-des-meteos.ts';
import type { Meteo } from './meteo.ts';

const le = (texte: string): Jour => {
  const lu = lireJour(texte);
  if (lu === null) throw new Error(texte);
  return lu;
};

/** « soleil le 3 janvier 2021, à 60 % » : la météo et ce que disait l’indicateur. */
const declaree = (
  meteo: Meteo,
  jour: string,
  taux: number | null,
  enRetrait: boolean | null = taux === null ? null : false,
): MeteoConstatee => ({ meteo, constat: constat(jour, taux, enRetrait) });

const constat = (jour: string, taux: number | null, enRetrait: boolean | null, degradation: boolean | null = null) =>
  ({ jour: le(jour), taux: taux === null ? null : entier(taux), enRetrait, degradation }) satisfies Constat;

/** Trois mois avant le 15 février 2022. */
const LIMITE = le('2021-11-15');
const juger = (meteos: readonly MeteoConstatee[], aujourdhui: Constat | null = null) =>
  fiabiliteDesMeteos([{ meteos, aujourdhui }], LIMITE);

describe('une météo confiante est démentie', () => {
  test('par un retrait de plus de 10 points constaté plus tard', () => {
    expect(juger([declaree('soleil', '2021-01-03', 60), declaree('orage', '2021-04-03', 60, true)])).toEqual({
      effectif: 1,
      dementies: 1,
    });
  });

  test('par ce que l’indicateur dit aujourd’hui', () => {
    const seule = [declaree('partiellement_nuageux', '2021-01-03', 60)];
    expect(juger(seule, constat('2022-02-15', 60, true)).dementies).toBe(1);
    expect(juger(seule, constat('2022-02-15', 60, false, true)).dementies, 'dégradation significative').toBe(1);
    expect(juger(seule, constat('2022-02-15', 65, false)).dementies).toBe(0);
  });

  test('par un taux qui perd plus de 10 points, strictement', () => {
    const seule = [declaree('soleil', '2021-01-03', 60)];
    expect(juger(seule, constat('2022-02-15', 50, false)).dementies).toBe(0);
    expect(juger(seule, constat('2022-02-15', 49, false)).dementies).toBe(1);
  });
});

describe('ne comptent pas', () => {
  test('les météos inquiètes, quoi qu’il arrive ensuite', () => {
    expect(juger([declaree('orage', '2021-01-03', 60), declaree('nuageux', '2021-02-03', 60)]).effectif).toBe(0);
  });

  test('celles de moins de trois mois', () => {
    expect(juger([declaree('soleil', '2021-11-15', 60)], constat('2022-02-15', 10, true)).effectif).toBe(0);
    expect(juger([declaree('soleil', '2021-11-14', 60)], constat('2022-02-15', 10, true)).effectif).toBe(1);
  });

  test('celles après lesquelles rien n’a été mesuré : non mesuré n’est pas « tout va bien »', () => {
    expect(juger([declaree('soleil', '2021-01-03', 60)]).effectif).toBe(0);
    expect(juger([declaree('soleil', '2021-01-03', 60)], constat('2022-02-15', null, null)).effectif).toBe(0);
  });

  test('ce que disait l’indicateur le jour même, ou avant', () => {
    const meteos = [declaree('soleil', '2021-06-03', 60), declaree('orage', '2021-01-03', 60, true)];
    expect(juger(meteos, constat('2022-02-15', 60, false))).toEqual({ effectif: 1, dementies: 0 });
  });
});

test('les territoires ne se mélangent pas', () => {
  const finistere = { meteos: [declaree('soleil', '2021-01-03', 60)], aujourdhui: constat('2022-02-15', 60, false) };
  const manche = { meteos: [declaree('soleil', '2021-01-03', 60)], aujourdhui: constat('2022-02-15', 10, true) };
  expect(fiabiliteDesMeteos([finistere, manche], LIMITE)).toEqual({ effectif: 2, dementies: 1 });
});

test('au-dessous de cinq, rien n’est dit ; sinon l’effectif est dit', () => {
  expect(direFiabilite({ effectif: 4, dementies: 4 })).toBe(
    'Trop peu de météos passées pour dire ce qu’elles valaient\u00a0: 4 sur les 5 qu’il faut.',
  );
  expect(direFiabilite({ effectif: 12, dementies: 4 })).toBe(
    'Sur 12 météos «\u00a0soleil\u00a0» ou «\u00a0partiellement nuageux\u00a0» déclarées il y a plus de 3 mois, 4 ont été suivies d’un retrait de plus de 10 points ou d’une dégradation.',
  );
  expect(direFiabilite({ effectif: 5, dementies: 0 })).toMatch(/aucune n’a été suivie/);
});

test('trois mois avant, jour pour jour, ou le dernier du mois', () => {
  expect(debutDuRecul(le('2022-02-15'))).toBe('2021-11-15');
  expect(debutDuRecul(le('2022-05-31'))).toBe('2022-02-28');
});
