import { describe, expect, test } from 'vitest';
import type { SuiviPresente } from '../../presentation.ts';
import { unSuiviPresente } from '../essais/suivis.ts';
import { comparerSituations, compterEvolutions } from './evolution.ts';

const suivi = (reforme: string, change: Partial<SuiviPresente>) =>
  unSuiviPresente({ reforme, nom: reforme, ...change });
const taux = (valeur: string | null, etat = 'en_cours') => ({
  valeur,
  texte: valeur === null ? 'non mesuré' : `${valeur} %`,
  etat,
});

describe('entre deux dates', () => {
  test('une réforme progresse ou recule de la différence des deux taux montrés', () => {
    const [mdph, fibre] = comparerSituations(
      [suivi('fibre', { taux: taux('60.25') }), suivi('mdph', { taux: taux('40') })],
      [suivi('fibre', { taux: taux('77') }), suivi('mdph', { taux: taux('31.5') })],
    );
    expect(fibre).toMatchObject({ genre: 'progresse', difference: '16.75' });
    expect(mdph).toMatchObject({ genre: 'recule', difference: '-8.5' });
  });

  test('un recul qui s’aggrave se voit, alors que les deux taux sont à zéro', () => {
    const [evolution] = comparerSituations(
      [suivi('mdph', { taux: taux('0', 'recul'), brut: '-4' })],
      [suivi('mdph', { taux: taux('0', 'recul'), brut: '-12' })],
    );
    expect(evolution).toMatchObject({ genre: 'recule', difference: '-8' });
  });

  test('ce qui n’est plus mesuré n’est pas un recul, ce qui l’est enfin n’est pas un progrès', () => {
    const evolutions = comparerSituations(
      [
        suivi('a', { taux: taux('50') }),
        suivi('b', { taux: taux(null) }),
        suivi('c', { taux: taux(null) }),
        suivi('d', { taux: taux('10') }),
      ],
      [
        suivi('a', { taux: taux(null) }),
        suivi('b', { taux: taux('50') }),
        suivi('c', { taux: taux(null) }),
        suivi('d', { taux: taux('10') }),
        suivi('e', { taux: taux('5') }),
      ],
    );
    expect(Object.fromEntries(evolutions.map(({ reforme, genre }) => [reforme, genre]))).toEqual({
      a: 'plus_mesuree',
      b: 'nouvelle',
      c: 'non_mesuree',
      d: 'stable',
      e: 'nouvelle',
    });
    expect(evolutions.find(({ reforme }) => reforme === 'e')?.avant).toBe('non suivi ici');
    expect(evolutions.filter(({ difference }) => difference !== null)).toHaveLength(1);
  });

  test('une météo qui change se dit, en mieux ou en moins bien', () => {
    const meteo = (code: 'soleil' | 'orage') => ({ ...unSuiviPresente({}).meteo, code }) as SuiviPresente['meteo'];
    const evolutions = comparerSituations(
      [
        suivi('a', { meteo: meteo('soleil') }),
        suivi('b', { meteo: meteo('orage') }),
        suivi('c', { meteo: null }),
        suivi('d', { meteo: meteo('orage') }),
      ],
      [
        suivi('a', { meteo: meteo('orage') }),
        suivi('b', { meteo: meteo('soleil') }),
        suivi('c', { meteo: meteo('orage') }),
        suivi('d', { meteo: meteo('orage') }),
      ],
    );
    expect(evolutions.map(({ reforme, meteo: { changement } }) => [reforme, changement])).toEqual([
      ['a', 'moins_bien'],
      ['b', 'mieux'],
      ['c', 'declaree'],
      ['d', null],
    ]);
    expect(compterEvolutions(evolutions)).toMatchObject({ stable: 4, meteo: 3 });
  });

  test('les genres font la somme, et ce qui a le plus reculé vient d’abord', () => {
    const evolutions = comparerSituations(
      [suivi('a', { taux: taux('50') }), suivi('b', { taux: taux('50') }), suivi('c', { taux: taux('50') })],
      [suivi('a', { taux: taux('48') }), suivi('b', { taux: taux('20') }), suivi('c', { taux: taux('90') })],
    );
    expect(evolutions.map(({ reforme }) => reforme)).toEqual(['b', 'a', 'c']);
    const { meteo: _, ...genres } = compterEvolutions(evolutions);
    expect(Object.values(genres).reduce((somme, nombre) => somme + nombre, 0)).toBe(3);
  });
});
