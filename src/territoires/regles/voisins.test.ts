import { describe, expect, test } from 'vitest';
import { VOISINAGES } from './referentiel/voisinages.ts';
import { TERRITOIRES } from './territoires.ts';
import { voisinsDe } from './voisins.ts';

const DEPARTEMENTS = TERRITOIRES.filter(({ maille }) => maille === 'departemental').map(({ code }) => code);

describe('les départements voisins', () => {
  test('ceux du Finistère sont les Côtes-d’Armor et le Morbihan', () => {
    expect(voisinsDe('D29')).toEqual(['D22', 'D56']);
  });
  test('Paris touche les trois départements de la petite couronne', () => {
    expect(voisinsDe('D75')).toEqual(['D92', 'D93', 'D94']);
  });
  test('chacun est le voisin de ses voisins, jamais le sien', () => {
    for (const code of DEPARTEMENTS) {
      expect(voisinsDe(code)).not.toContain(code);
      for (const voisin of voisinsDe(code)) expect(voisinsDe(voisin)).toContain(code);
    }
  });
  test('tous en ont sur le continent ; la Corse n’a qu’elle-même, l’outre-mer personne', () => {
    expect(DEPARTEMENTS.filter((code) => voisinsDe(code).length === 0)).toEqual([
      'D971',
      'D972',
      'D973',
      'D974',
      'D976',
    ]);
    expect(voisinsDe('D2A')).toEqual(['D2B']);
  });
  test('chaque paire est écrite une fois, avec des codes qui existent', () => {
    const paires = Object.entries(VOISINAGES).flatMap(([a, autres]) =>
      autres.split(' ').map((b) => [a, b].sort().join()),
    );
    expect(new Set(paires).size).toBe(paires.length);
    expect(paires.flatMap((paire) => paire.split(',')).filter((c) => !DEPARTEMENTS.includes(`D${c}`))).toEqual([]);
  });
});
