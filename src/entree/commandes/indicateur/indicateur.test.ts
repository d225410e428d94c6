import { describe, expect, test } from 'vitest';
import { avancement } from '#indicateurs';
import { ecrireAvancement } from './ecrire.ts';
import { lireSuivi } from './lire.ts';

function calculer(entree: string) {
  const lu = lireSuivi(entree);
  if (!lu.ok) throw new Error(lu.refus.message);
  return ecrireAvancement(avancement(lu.valeur.suivi, lu.valeur.au), lu.valeur.decimales);
}

function refus(entree: string) {
  const lu = lireSuivi(entree);
  return lu.ok ? [] : lu.refus.message.replace(/[\u00a0\u202f]/g, ' ').split('\n');
}

describe('cas de référence, valeur de mars 2026', () => {
  test.each([
    ['hausse', '100', '200', '300', '150', 50, 25],
    ['hausse', '100', '200', '300', '250', 100, 75],
    ['hausse', '100', '200', '300', '50', 0, 0],
    ['hausse', '200', '150', '150', '160', 100, 100],
    ['hausse', '200', '150', '150', '140', 0, 0],
    ['hausse', '100', '100', '100', '100', 100, 100],
    ['hausse', '100', '100', '100', '99', 0, 0],
    ['baisse', '100', '50', '20', '75', 50, 31.25],
    ['baisse', '100', '50', '20', '40', 100, 75],
    ['baisse', '100', '50', '20', '120', 0, 0],
    ['baisse', '50', '80', '80', '70', 100, 100],
    ['baisse', '50', '80', '80', '90', 0, 0],
    ['hausse', '0', '3', '3', '1', 33.33, 33.33],
    ['hausse', '0', '3', '3', '2', 66.67, 66.67],
    ['hausse', 'null', '200', '300', '150', null, null],
    ['hausse', '100', 'null', '300', '150', null, 25],
    ['hausse', '-10', '10', '30', '0', 50, 25],
    ['hausse', '0', '0.3', '0.7', '0.1', 33.33, 14.29],
  ])('%s, VI %s, cibles %s et %s, VA %s : %s et %s', (direction, vi, annuelle, globale, va, annuel, global) => {
    const entre = (nombre: string) => (nombre === 'null' ? nombre : `"${nombre}"`);
    for (const ecrire of [(nombre: string) => nombre, entre]) {
      for (const [mars, decembre] of [
        ['2026-03', '2026-12'],
        ['2026-03-31', '2026-12-31'],
      ]) {
        const lu = JSON.parse(
          calculer(`{"direction":"${direction}","valeurInitiale":${ecrire(vi)},"valeurs":[{"date":"${mars}","valeur":${ecrire(va)}}],
            "cibles":[{"date":"2027-12","valeur":${ecrire(globale)}},{"date":"${decembre}","valeur":${ecrire(annuelle)}}],"au":"${mars}"}`),
        );
        expect([lu.annuel.taux, lu.global.taux]).toEqual([annuel, global]);
      }
    }
  });
});

describe('la sortie', () => {
  test('est exacte, au chiffre près, même au-delà des flottants', () => {
    expect(
      calculer(`{"direction":"hausse","valeurInitiale":0,"cibles":[{"date":"2026-12","valeur":30000000000000000000}],
        "valeurs":[{"date":"2025-12-31","valeur":0},{"date":"2026-03-31","valeur":10000000000000000000.125}],"au":"2026-04-15"}`),
    ).toBe(
      '{"annuel":{"taux":33.33,"brut":33.33,"etat":"en_cours"},"global":{"taux":33.33,"brut":33.33,"etat":"en_cours"},"attendu":7397260273972602739.726,"ecart":2602739726027397260.399}',
    );
  });

  test('la date de départ peut être donnée ; les valeurs d’après « au » ne comptent pas ; les lignes vides non plus', () => {
    expect(
      calculer(`{"direction":"baisse","valeurInitiale":{"date":"2025-12-31","valeur":"100"},
        "cibles":[{"date":"2026-12-31","valeur":27},{"date":"2026-06","valeur":null}],
        "valeurs":[{"date":"2026-06-30","valeur":1},{"date":"2026-03-31","valeur":80},{"date":"2026-01","valeur":null}],"au":"2026-04"}`),
    ).toBe(
      '{"annuel":{"taux":27.4,"brut":27.4,"etat":"en_cours"},"global":{"taux":27.4,"brut":27.4,"etat":"en_cours"},"attendu":82,"ecart":2}',
    );
  });

  test('sans rien d’autre qu’une direction et un jour : non mesuré, jamais 0', () => {
    expect(calculer('{"direction":"hausse","au":"2026-03"}')).toBe(
      '{"annuel":{"taux":null,"brut":null,"etat":"non_mesure"},"global":{"taux":null,"brut":null,"etat":"non_mesure"},"attendu":null,"ecart":null}',
    );
  });
});

describe('une entrée fautive dit où, et quoi faire', () => {
  test.each([
    ['', ['Rien n’a été donné : envoyez l’indicateur en JSON sur l’entrée standard.']],
    ['{"direction": hausse}', ['L’entrée n’est pas du JSON : vérifiez ses guillemets, ses virgules et ses accolades.']],
    ['[]', ['L’entrée n’est pas un objet : écrivez {"direction", "valeurInitiale", "cibles", "valeurs", "au"}.']],
    ['{}', ['direction : écrivez "hausse" ou "baisse".', 'au : écrivez une date, « 2026-03-31 » ou « 2026-03 ».']],
    [
      '{"direction":"haut","valeurInitiale":"1,5","au":"31/03/2026"}',
      [
        'direction : écrivez "hausse" ou "baisse".',
        'valeurInitiale, valeur : « 1,5 » n’est pas un nombre : écrivez 1234.5, avec un point, sans espace, et au plus 30 chiffres de chaque côté.',
        'au : « 31/03/2026 » n’est pas une date : écrivez « 2026-03-31 » ou « 2026-03 ».',
      ],
    ],
    [
      '{"direction":"hausse","valeurInitiale":true,"valeurs":[{"date":"2026-03","valeur":1e400},{"date":"2026-02-30"}],"au":"2026-03"}',
      [
        'valeurInitiale, valeur : écrivez un nombre, un nombre entre guillemets, ou null.',
        'valeurs, ligne 1, valeur : « 1e400 » n’est pas un nombre : écrivez 1234.5, avec un point, sans espace, et au plus 30 chiffres de chaque côté.',
        'valeurs, ligne 2, date : « 2026-02-30 » n’est pas une date : écrivez « 2026-03-31 » ou « 2026-03 ».',
        'valeurs, ligne 2, valeur : écrivez un nombre, un nombre entre guillemets, ou null.',
      ],
    ],
    ['{"direction":"hausse","valeur_initiale":3,"au":"2026-03"}', ['« valeur_initiale » n’est pas attendu ici.']],
    [
      '{"direction":"hausse","cibles":{"date":"2026-12"},"au":"2026-03"}',
      ['cibles : écrivez une liste [{"date": …, "valeur": …}].'],
    ],
    [
      '{"direction":"hausse","valeurs":[{"date":"2026-03","valeur":1500.5},{"date":"2026-03-31","valeur":2}],"au":"2026-03"}',
      ['valeurs : deux nombres pour le 31 mars 2026, 1 500,5 et 2. Gardez le bon.'],
    ],
  ])('%s', (entree, phrases) => expect(refus(entree)).toEqual(phrases));
});
