import { describe, expect, test } from 'vitest';
import { colonneEnFraction, lireTaux } from './taux.ts';

const texte = (mots: string) => ({ texte: mots, nombre: null, pourcentage: false });
const nombre = (valeur: number, pourcentage = false) => ({ texte: String(valeur), nombre: valeur, pourcentage });

describe('lire un taux', () => {
  test.each([
    ['93 %', '93'],
    ['93\u202f%', '93'],
    ['93', '93'],
    ['33,3 %', '33.3'],
    ['0 %', '0'],
    ['100%', '100'],
    ['75 pour cent', '75'],
  ])('« %s »', (mots, attendu) => expect(lireTaux(texte(mots), false)).toEqual({ taux: attendu, souci: null }));

  test('0,75 au format pourcentage vaut 75 %, sans bruit de calcul', () => {
    expect(lireTaux(nombre(0.75, true), false)).toEqual({ taux: '75', souci: null });
    expect(lireTaux(nombre(0.333, true), false).taux).toBe('33.3');
    expect(lireTaux(nombre(1, true), false).taux).toBe('100');
  });

  test('0,5 sans format pourcentage est à vérifier : 50 % si toute la colonne est ainsi, 0,5 % sinon', () => {
    expect(lireTaux(nombre(0.5), true)).toMatchObject({ taux: '50', souci: { gravite: 'a_verifier' } });
    expect(lireTaux(texte('0,5'), false)).toMatchObject({ taux: '0.5', souci: { gravite: 'a_verifier' } });
    expect(colonneEnFraction([texte('0,5'), nombre(1)])).toBe(true);
    expect(colonneEnFraction([texte('0,5'), nombre(40)])).toBe(false);
  });

  test.each(['140 %', '-5 %', '101'])('« %s » est refusé et cité', (mots) => {
    const { taux, souci } = lireTaux(texte(mots), false);
    expect(taux).toBeNull();
    expect(souci).toMatchObject({ gravite: 'erreur', message: expect.stringContaining(mots) });
  });

  test('ce qui n’est pas un taux n’est pas deviné, et une absence n’est pas zéro', () => {
    expect(lireTaux(texte('la moitié'), false)).toMatchObject({ taux: null, souci: { gravite: 'a_verifier' } });
    expect(lireTaux(texte('n/a'), false)).toMatchObject({ taux: null, souci: { gravite: 'information' } });
    expect(lireTaux(texte('  '), false)).toEqual({ taux: null, souci: null });
  });
});
