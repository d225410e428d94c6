import { expect, test } from 'vitest';
import { cheminInterne } from './chemin-interne.ts';

test.each(['/', '/plans/7?marque=en_retard&q=a%20b#note', '/connexions'])('%s est gardé', (chemin) => {
  expect(cheminInterne(chemin)).toBe(chemin);
});

test.each([
  null,
  '',
  'plans',
  'https://ailleurs.example/',
  '//ailleurs.example',
  '/\\ailleurs.example',
  '/\t/ailleurs.example',
  'javascript:alert(1)',
  '/connexion',
  '/connexion/retour?code=1',
  '/deconnexion',
  `/${'a'.repeat(3_000)}`,
])('%j mène à l’accueil', (chemin) => {
  expect(cheminInterne(chemin)).toBe('/');
});
