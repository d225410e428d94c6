import { describe, expect, test } from 'vitest';
import { ecrireDecimal, lireDecimal } from '#socle/valeurs';
import { type ProfilDeTerritoire, semblables } from './proximite.ts';
import { quartiles } from './quartiles.ts';

const profil = (
  code: string,
  valeurs: Record<string, string>,
  type: ProfilDeTerritoire['type'] = 'metropole',
): ProfilDeTerritoire => ({ code, type, valeurs });

const FINISTERE = profil('D29', { population: '918000', part_urbaine: '41' });
const TOUS = [
  FINISTERE,
  profil('D22', { population: '605000', part_urbaine: '24' }),
  profil('D35', { population: '1098000', part_urbaine: '43' }),
  profil('D50', { population: '495000', part_urbaine: '23' }),
  profil('D57', { population: '1046000', part_urbaine: '40' }),
  profil('D48', { population: '76000', part_urbaine: '17' }),
  profil('D974', { population: '880000', part_urbaine: '96' }, 'outre_mer'),
  profil('D75', { population: '2130000', part_urbaine: '100' }, 'ile_de_france'),
];
const codes = (cible: ProfilDeTerritoire, tous: readonly ProfilDeTerritoire[], combien: number) =>
  semblables(cible, tous, combien).retenus.map(({ code }) => code);

describe('les départements semblables', () => {
  test('les plus proches par l’ensemble des critères, du plus semblable au moins semblable', () => {
    expect(codes(FINISTERE, TOUS, 3)).toEqual(['D57', 'D35', 'D22']);
  });
  test('l’outre-mer et l’Île-de-France passent après ce qui leur ressemble en tout sauf le type', () => {
    expect(codes(FINISTERE, TOUS, 7).slice(-3)).toEqual(expect.arrayContaining(['D75', 'D974']));
  });
  test('chacun dit pourquoi, chiffre contre chiffre', () => {
    const [premier] = semblables(FINISTERE, TOUS, 1).retenus;
    expect(premier?.raisons.map((raison) => raison.replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual([
      'population 1 046 000 contre 918 000',
      'part vivant dans une commune de 10 000 habitants et plus 40 % contre 41 %',
    ]);
  });
  test('un critère que le territoire n’a pas ne compte pas, et le dit', () => {
    const sans = profil('D29', { population: '918000' });
    const lu = semblables(sans, [sans, ...TOUS.slice(1)], 2);
    expect(lu.criteres).toEqual(['population']);
    expect(lu.manquants).toEqual(['part vivant dans une commune de 10 000 habitants et plus']);
  });
  test('un territoire dont un chiffre manque est écarté, et compté', () => {
    const lu = semblables(FINISTERE, [...TOUS, profil('D01', { population: '900000' })], 3);
    expect(lu.ecartes).toBe(1);
    expect(lu.retenus.map(({ code }) => code)).not.toContain('D01');
  });
  test('sans aucun chiffre, personne ne se ressemble', () => {
    expect(semblables(profil('D29', {}), [profil('D29', {}), profil('D22', {})])).toMatchObject({
      retenus: [],
      criteres: [],
    });
  });
  test('l’ordre des territoires reçus ne change rien', () => {
    expect(codes(FINISTERE, [...TOUS].reverse(), 5)).toEqual(codes(FINISTERE, TOUS, 5));
  });
  test('le double de la population compte autant au-dessus qu’en dessous', () => {
    const cible = profil('A', { population: '400000' });
    const lus = semblables(cible, [
      cible,
      profil('B', { population: '200000' }),
      profil('C', { population: '800000' }),
    ]);
    expect(lus.retenus[0]?.distance).toBeCloseTo(lus.retenus[1]?.distance ?? 0, 9);
  });
});

test('les quartiles de 10, 20, 30, 40 sont 17,5, 25 et 32,5 ; ceux d’une valeur seule, elle-même', () => {
  const lire = (textes: readonly string[]) => {
    const lus = quartiles(textes.flatMap((texte) => lireDecimal(texte) ?? []));
    return lus && [lus.bas, lus.milieu, lus.haut].map((decimal) => ecrireDecimal(decimal));
  };
  expect(lire(['40', '10', '30', '20'])).toEqual(['17.5', '25', '32.5']);
  expect(lire(['7'])).toEqual(['7', '7', '7']);
  expect(lire([])).toBeNull();
});
