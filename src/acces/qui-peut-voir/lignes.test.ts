import { expect, test } from 'vitest';
import type { Acteur } from '../regles/acteur.ts';
import type { Lecteur } from './lecteurs.ts';
import { filtrerLesLignes, lignesDeLecteurs } from './lignes.ts';

const POUVOIRS = ['lire', 'modifier'] as const;
type Pouvoir = (typeof POUVOIRS)[number];

const quelquUn = (nom: string, territoire: string, retouche: Partial<Acteur> = {}): Acteur => ({
  compte: nom,
  personne: nom,
  nom,
  genre: 'personne',
  portees: null,
  profil: 'service_deconcentre',
  organisation: 'sgcd',
  organisationLibelle: 'SGC-D',
  organisations: ['sgcd'],
  collectifs: [],
  ministere: null,
  territoire,
  territoires: [territoire],
  territoiresEnglobants: [],
  habilitations: [],
  ...retouche,
});
const lit = (acteur: Acteur, pouvoir: Pouvoir = 'lire'): Lecteur<Pouvoir> => ({
  acteur,
  pouvoir,
  raisons: ['plan ouvert à l’administration'],
  ou: null,
});

const LECTEURS = [
  lit(quelquUn('Agent de Brest', 'D29')),
  lit(quelquUn('Agente de Quimper', 'D29')),
  lit(quelquUn('Agent de Nantes', 'D44')),
  lit(quelquUn('Préfet', 'D29', { organisationLibelle: 'Préfecture', profil: 'prefet_departement' }), 'modifier'),
];

test('un simple lecteur n’apprend aucun nom : combien, de quel service, pour quelle raison', () => {
  const lignes = lignesDeLecteurs(quelquUn('curieux', 'D29'), false, LECTEURS, POUVOIRS);
  expect(lignes.map(({ nom, nombre, service }) => [nom, nombre, service])).toEqual([
    [null, 1, 'Préfecture'],
    [null, 3, 'SGC-D'],
  ]);
  expect(JSON.stringify(lignes)).not.toMatch(/Brest|Quimper|Nantes/);
});

test('l’équipe de l’objet lit tous les noms, ceux qui le modifient d’abord', () => {
  const lignes = lignesDeLecteurs(quelquUn('équipe', 'D29'), true, LECTEURS, POUVOIRS);
  expect(lignes.map(({ nom }) => nom)).toEqual(['Préfet', 'Agent de Brest', 'Agent de Nantes', 'Agente de Quimper']);
  expect(lignes.every(({ adresse }) => adresse === null)).toBe(true);
});

test('une administratrice lit les noms de son territoire, et compte les autres', () => {
  const administratrice = quelquUn('administratrice', 'D29', {
    habilitations: [
      { droit: 'administrer', objet: 'comptes', id: null, territoires: ['D29'], territoiresEnglobants: [] },
    ],
  });
  const lignes = lignesDeLecteurs(administratrice, false, LECTEURS, POUVOIRS);
  expect(lignes.map(({ nom, nombre }) => [nom, nombre])).toEqual([
    ['Préfet', 1],
    ['Agent de Brest', 1],
    ['Agente de Quimper', 1],
    [null, 1],
  ]);
});

test('la liste se filtre par mot, sans accent, et par ce que l’on peut', () => {
  const lignes = lignesDeLecteurs(quelquUn('équipe', 'D29'), true, LECTEURS, POUVOIRS);
  expect(filtrerLesLignes(lignes, { q: 'prefet', pouvoir: null })).toHaveLength(1);
  expect(filtrerLesLignes(lignes, { q: null, pouvoir: 'lire' })).toHaveLength(3);
});
