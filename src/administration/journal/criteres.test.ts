import { describe, expect, test } from 'vitest';
import { type Jour, lireJour } from '#socle/valeurs';
import { adresseAvec } from './adresses.ts';
import { debutDuJour, finDuJour, lireCriteres } from './criteres.ts';
import { lireObjet } from './objets.ts';

const PLAN = '01890000-0000-7000-8000-000000000001';
const ACTION = '01890000-0000-7000-8000-000000000002';
const lire = (adresse: string) => lireCriteres(new URLSearchParams(adresse));
const jour = (texte: string): Jour => lireJour(texte) ?? (texte as Jour);

describe('l’objet cherché', () => {
  test.each([
    [`plan:${PLAN}`, { type: 'plan', id: PLAN }],
    ['compte:demo-bcam', { type: 'compte', id: 'demo-bcam' }],
    [`/plans/${PLAN}`, { type: 'plan', id: PLAN }],
    [`/plans/${PLAN}/historique?page=2`, { type: 'plan', id: PLAN }],
    [`https://jalon.exemple.gouv.fr/plans/${PLAN}/actions/${ACTION}`, { type: 'action', id: ACTION }],
    [`/imports/${PLAN}`, { type: 'import', id: PLAN }],
  ])('%s', (texte, objet) => {
    expect(lireObjet(texte)).toEqual(objet);
  });

  test.each([
    '',
    'plan',
    'recette:1',
    'le plan des SGC-D',
    '/organisations',
    'toString:1',
  ])('« %s » n’en nomme aucun', (texte) => {
    expect(lireObjet(texte)).toBeNull();
  });
});

describe('les critères', () => {
  test('une adresse nue ne filtre rien', () => {
    expect(lire('')).toMatchObject({ fautes: [], criteres: { personne: null, objet: null, acte: null, repere: null } });
  });

  test('chaque faute est une phrase, et la saisie est gardée', () => {
    const { fautes, saisies, criteres } = lire('objet=le+plan&acte=tout.casser&du=31%2F02%2F2026&au=2026-02-30');
    expect(fautes).toEqual([
      expect.stringContaining('« le plan » n’est pas compris'),
      'Cet acte n’existe pas. Choisissez-le dans la liste.',
      expect.stringContaining('« 31/02/2026 » n’est pas un jour'),
      expect.stringContaining('« 2026-02-30 » n’est pas un jour'),
    ]);
    expect(saisies).toMatchObject({ objet: 'le plan', du: '31/02/2026' });
    expect(criteres).toMatchObject({ objet: null, acte: null, du: null, au: null });
    expect(lire('du=2026-02-02&au=2026-02-01').fautes).toEqual([expect.stringContaining('finit avant de commencer')]);
  });

  test('une page commence avant ou après un numéro', () => {
    expect(lire('avant=120').criteres.repere).toEqual({ sens: 'plus_anciens', sequence: 120 });
    expect(lire('apres=120').criteres.repere).toEqual({ sens: 'plus_recents', sequence: 120 });
    expect(lire('avant=-1').criteres.repere).toBeNull();
    expect(lire('avant=99999999999999999999').criteres.repere).toBeNull();
  });

  test('changer un filtre revient aux plus récents', () => {
    expect(adresseAvec('acte=plan.creer&du=2026-01-01&avant=12', { acte: null })).toBe('?du=2026-01-01');
    expect(adresseAvec('du=&acte=plan.creer', { avant: '12' })).toBe('?acte=plan.creer&avant=12');
  });
});

describe('un jour à Paris', () => {
  test.each([
    ['2022-02-15', '2022-02-14T23:00:00.000Z', '2022-02-15T23:00:00.000Z'],
    ['2022-07-14', '2022-07-13T22:00:00.000Z', '2022-07-14T22:00:00.000Z'],
    ['2022-03-27', '2022-03-26T23:00:00.000Z', '2022-03-27T22:00:00.000Z'],
    ['2022-10-30', '2022-10-29T22:00:00.000Z', '2022-10-30T23:00:00.000Z'],
  ])('%s', (texte, debut, fin) => {
    expect(debutDuJour(jour(texte)).toISOString()).toBe(debut);
    expect(finDuJour(jour(texte)).toISOString()).toBe(fin);
  });
});
