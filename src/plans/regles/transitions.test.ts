import { describe, expect, test } from 'vitest';
import { STATUTS_DECLARES } from './statuts.ts';
import { type CeQuiEstDit, manquesDuPassage } from './transitions.ts';

const RIEN: CeQuiEstDit = { texte: null, obstacle: null, levee: null, pieces: 0, sansPiece: null };
const TOUT: CeQuiEstDit = {
  texte: 'Sur décision du comité du 12 mars',
  obstacle: 'Les crédits ne sont pas délégués',
  levee: 'Une délégation du programme 354',
  pieces: 1,
  sansPiece: null,
};

describe('une action bloquée dit l’obstacle et ce qui le lèverait', () => {
  test('les deux manquent', () => {
    expect(Object.keys(manquesDuPassage('en_cours', 'bloquee', RIEN))).toEqual(['obstacle', 'levee']);
  });
  test('ce qui lèverait l’obstacle manque', () => {
    expect(manquesDuPassage(null, 'bloquee', { ...RIEN, obstacle: 'Pas de local à Châteaulin' })).toEqual({
      levee: 'Dites ce qui lèverait l’obstacle, et qui peut le faire.',
    });
  });
  test('redire « bloquée » ne redemande rien', () => {
    expect(manquesDuPassage('bloquee', 'bloquee', RIEN)).toEqual({});
  });
});

describe('une action terminée montre sa pièce, ou dit pourquoi elle n’en a pas', () => {
  test('ni pièce ni raison', () => {
    expect(manquesDuPassage('en_cours', 'terminee', { ...RIEN, texte: 'C’est fait' })).toHaveProperty('sansPiece');
  });
  test('une pièce suffit, une raison aussi', () => {
    expect(manquesDuPassage('en_cours', 'terminee', { ...RIEN, pieces: 1 })).toEqual({});
    expect(manquesDuPassage('en_cours', 'terminee', { ...RIEN, sansPiece: 'Décision orale du préfet' })).toEqual({});
  });
});

test('ce qui est terminé se rouvre « en cours » avec une raison, et rien d’autre', () => {
  expect(manquesDuPassage('terminee', 'en_cours', RIEN)).toHaveProperty('texte');
  expect(manquesDuPassage('terminee', 'en_cours', TOUT)).toEqual({});
  for (const vers of ['a_lancer', 'bloquee', 'abandonnee'] as const)
    expect(manquesDuPassage('terminee', vers, TOUT), vers).toHaveProperty('statut');
});

test('ce qui est abandonné se reprend avec une raison, sans être terminé ni bloqué d’emblée', () => {
  expect(manquesDuPassage('abandonnee', 'a_lancer', TOUT)).toEqual({});
  expect(manquesDuPassage('abandonnee', 'en_cours', RIEN)).toHaveProperty('texte');
  expect(manquesDuPassage('abandonnee', 'terminee', TOUT)).toHaveProperty('statut');
  expect(manquesDuPassage('abandonnee', 'bloquee', TOUT)).toHaveProperty('statut');
});

test('ce qui a commencé ne redevient pas « à lancer », sauf blocage levé', () => {
  expect(manquesDuPassage('en_cours', 'a_lancer', TOUT)).toHaveProperty('statut');
  expect(manquesDuPassage('bloquee', 'a_lancer', RIEN)).toEqual({});
});

test('redire le même statut ne demande rien, quel qu’il soit', () => {
  for (const statut of STATUTS_DECLARES) expect(manquesDuPassage(statut, statut, RIEN), statut).toEqual({});
});
