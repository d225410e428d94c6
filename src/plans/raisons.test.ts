import { expect, test } from 'vitest';
import type { Acteur, HabilitationEnVigueur, Profil } from '#acces';
import { type PlanVu, pourquoiLirePlan } from './politique.ts';

/** Someone of the SGC-D of the Finistère. */
const agent = (profil: Profil, habilitations: readonly HabilitationEnVigueur[] = []): Acteur => ({
  compte: 'agent',
  personne: 'agent',
  nom: 'Agent',
  genre: 'personne',
  portees: null,
  profil,
  organisation: 'd29-sgcd',
  organisationLibelle: 'SGC-D',
  organisations: ['d29-sgcd'],
  collectifs: ['collectif-sgcd'],
  ministere: 'mi',
  territoire: 'D29',
  territoires: ['D29'],
  territoiresEnglobants: ['R53', 'FR'],
  habilitations,
});

const plan = (retouche: Partial<PlanVu> = {}): PlanVu => ({
  id: 'plan',
  proprietaire: 'd44-prefecture',
  ministere: null,
  territoire: 'D44',
  diffusion: 'equipe',
  etat: 'actif',
  organisationsCitees: [],
  ...retouche,
});

const habilitation = (droit: 'lire' | 'modifier'): HabilitationEnVigueur => ({
  droit,
  objet: 'plan',
  id: 'plan',
  territoires: ['D44'],
  territoiresEnglobants: ['R52', 'FR'],
  fin: '2022-12-31',
});

const raisons = (acteur: Acteur, vu: PlanVu) => pourquoiLirePlan(acteur, vu).map(({ genre }) => genre);

test('un plan d’ailleurs, qui ne nomme personne d’ici, n’a aucune raison d’être lu', () => {
  expect(raisons(agent('service_deconcentre'), plan())).toEqual([]);
});

test.each([
  ['la DITP', 'ditp', {}, ['ditp']],
  ['la Présidence', 'presidence', {}, ['tout']],
  ['l’équipe du propriétaire', 'prefet_departement', { proprietaire: 'd29-sgcd' }, ['equipe']],
  ['le service propriétaire, sans écrire', 'service_deconcentre', { proprietaire: 'd29-sgcd' }, ['service']],
  ['son ministère', 'cabinet', { ministere: 'mi' }, ['ministere']],
  ['son territoire', 'prefet_departement', { territoire: 'D29' }, ['territoire']],
  ['son service nommé', 'pilote', { organisationsCitees: ['d29-sgcd'] }, ['nomme']],
  [
    'les SGC-D nommés, dans un plan de sa région',
    'pilote',
    { territoire: 'R53', organisationsCitees: ['collectif-sgcd'] },
    ['reseau'],
  ],
  ['un plan national ouvert', 'service_deconcentre', { territoire: 'FR', diffusion: 'administration' }, ['ouvert']],
] as const)('%s', (_, profil, retouche, attendues) => {
  expect(raisons(agent(profil), plan(retouche))).toEqual(attendues);
});

test('plusieurs raisons se disent ensemble, la plus forte d’abord', () => {
  const vu = plan({
    proprietaire: 'd29-sgcd',
    territoire: 'D29',
    diffusion: 'administration',
    organisationsCitees: ['d29-sgcd'],
  });
  expect(raisons(agent('prefet_departement'), vu)).toEqual(['equipe', 'territoire', 'nomme', 'ouvert']);
});

test('une habilitation se dit une fois, avec son dernier jour', () => {
  expect(pourquoiLirePlan(agent('service_deconcentre', [habilitation('modifier')]), plan())).toEqual([
    { genre: 'habilitation', habilitation: habilitation('modifier') },
  ]);
});

test('un brouillon n’a de raison que pour qui peut l’écrire', () => {
  const brouillon = plan({ etat: 'brouillon' });
  expect(raisons(agent('presidence'), brouillon)).toEqual([]);
  expect(raisons(agent('service_deconcentre', [habilitation('lire')]), brouillon)).toEqual([]);
  expect(raisons(agent('service_deconcentre', [habilitation('modifier')]), brouillon)).toEqual(['habilitation']);
});
