import { describe, expect, test } from 'vitest';
import type { Acteur } from './acteur.ts';
import { etatDuJeton, peutCreerJeton, peutRevoquerJeton } from './jetons.ts';
import type { Profil } from './profils.ts';

const personne = (profil: Profil, changements: Partial<Acteur> = {}): Acteur => ({
  compte: 'moi',
  personne: 'moi',
  nom: 'Moi',
  genre: 'personne',
  portees: null,
  profil,
  organisation: 'd29-prefecture',
  organisationLibelle: 'Préfecture du Finistère',
  organisations: ['d29-prefecture'],
  collectifs: [],
  ministere: null,
  territoire: 'D29',
  territoires: ['D29'],
  territoiresEnglobants: ['R53', 'FR'],
  habilitations: [],
  ...changements,
});

describe('créer un jeton', () => {
  test('un cabinet ne donne pas à une machine le droit d’écrire, qu’il n’a pas ; celui de lire, oui', () => {
    expect(peutCreerJeton(personne('cabinet'), ['plans.lire', 'plans.noter'])).toMatchObject({
      permis: false,
      regle: 'jeton.creer.lecteur',
    });
    expect(peutCreerJeton(personne('cabinet'), ['plans.lire']).permis).toBe(true);
  });
  test('ni une suppléance ni un jeton n’en crée', () => {
    expect(peutCreerJeton(personne('pilote', { genre: 'suppleance' }), ['plans.lire']).permis).toBe(false);
    expect(peutCreerJeton(personne('ditp', { genre: 'machine', portees: ['plans.lire'] }), []).permis).toBe(false);
  });
  test('un pilote en crée un qui note', () => {
    expect(peutCreerJeton(personne('pilote'), ['plans.noter']).permis).toBe(true);
  });
});

describe('révoquer un jeton', () => {
  test('celui d’un autre : non, sauf la DITP', () => {
    expect(peutRevoquerJeton(personne('prefet_departement'), 'autre').permis).toBe(false);
    expect(peutRevoquerJeton(personne('ditp'), 'autre').permis).toBe(true);
  });
  test('le sien : oui, mais ni par sa suppléance ni par le jeton lui-même', () => {
    expect(peutRevoquerJeton(personne('pilote'), 'moi').permis).toBe(true);
    expect(peutRevoquerJeton(personne('pilote', { genre: 'suppleance' }), 'moi').permis).toBe(false);
    expect(peutRevoquerJeton(personne('ditp', { genre: 'machine' }), 'moi').permis).toBe(false);
  });
});

test('un jeton vit jusqu’à l’instant de son expiration ; révoqué, il est mort même avant', () => {
  const expire = new Date('2022-03-01T23:00:00Z');
  expect(etatDuJeton({ expire, revoque: null }, new Date('2022-03-01T22:59:59Z'))).toBe('actif');
  expect(etatDuJeton({ expire, revoque: null }, expire)).toBe('expire');
  expect(etatDuJeton({ expire, revoque: new Date('2022-02-15T11:00:00Z') }, new Date('2022-02-15T11:00:00Z'))).toBe(
    'revoque',
  );
});
