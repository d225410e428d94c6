import { describe, expect, test } from 'vitest';
import { ajouterJours, type Jour } from '#socle/valeurs';
import type { Genre } from './genres.ts';
import { estOuvre } from './jours-ouvres.ts';
import { type ActionSuivie, comiteLAttend, estDeLaSemaine, type Memoire, RIEN_DIT, rappelDAction } from './rappels.ts';
import { PROPOSITION, type Reglage, SANS_RELANCE } from './reglage.ts';

const j = (texte: string) => texte as Jour;
const action = (faits: Partial<ActionSuivie> = {}): ActionSuivie => ({
  terme: null,
  silence: null,
  derniereNouvelle: null,
  ...faits,
});
const RIEN: ReadonlySet<Genre> = new Set();

/** « Cartes d’agent », due on Tuesday 15 March 2022, under the rules proposed to a team. */
const CARTES = action({ terme: j('2022-03-15') });
const rappel = (jour: string, memoire: Memoire = RIEN_DIT, coupes = RIEN, reglage: Reglage = PROPOSITION) =>
  rappelDAction(CARTES, reglage, memoire, coupes, j(jour));

describe('avant l’échéance, sept jours avant', () => {
  test('rien la veille de ce jour, le rappel ce jour-là, rien le lendemain', () => {
    expect(rappel('2022-03-07')).toBeNull();
    expect(rappel('2022-03-08')).toEqual({ genre: 'avant', echeance: '2022-03-15' });
    expect(rappel('2022-03-09', { derniere: j('2022-03-08'), annoncees: [j('2022-03-15')] })).toBeNull();
  });

  test('l’échéance reportée est annoncée à nouveau', () => {
    const reportee = action({ terme: j('2022-04-15') });
    const memoire = { derniere: j('2022-03-08'), annoncees: [j('2022-03-15')] };
    expect(rappelDAction(reportee, PROPOSITION, memoire, RIEN, j('2022-04-08'))?.echeance).toBe('2022-04-15');
  });

  test('si Jalon était arrêté ce jour-là, le rappel part au retour, pas après l’échéance', () => {
    expect(rappel('2022-03-14')?.genre).toBe('avant');
    expect(rappel('2022-03-16')?.genre).toBe('apres');
  });

  test('ce qui tombe un samedi se dit le vendredi', () => {
    const samedi = action({ terme: j('2022-03-19') });
    const laVeille = { ...SANS_RELANCE, avant: 1 };
    expect(rappelDAction(samedi, laVeille, RIEN_DIT, RIEN, j('2022-03-17'))).toBeNull();
    expect(rappelDAction(samedi, laVeille, RIEN_DIT, RIEN, j('2022-03-18'))?.genre).toBe('avant');
    const dimanche = action({ terme: j('2022-03-20') });
    expect(rappelDAction(dimanche, laVeille, RIEN_DIT, RIEN, j('2022-03-18'))?.genre).toBe('avant');
  });
});

describe('après l’échéance, le lendemain puis tous les sept jours', () => {
  test('le lendemain, puis sept jours après la dernière fois', () => {
    expect(rappel('2022-03-15', { derniere: null, annoncees: [j('2022-03-15')] })).toBeNull();
    expect(rappel('2022-03-16')?.genre).toBe('apres');
    const dit = { derniere: j('2022-03-16'), annoncees: [] };
    expect(rappel('2022-03-22', dit)).toBeNull();
    expect(rappel('2022-03-23', dit)?.genre).toBe('apres');
  });

  test('ce qui a été écrit avant l’échéance ne retarde pas le premier rappel', () => {
    expect(rappel('2022-03-16', { derniere: j('2022-03-14'), annoncees: [j('2022-03-15')] })?.genre).toBe('apres');
  });
});

describe('sans nouvelle', () => {
  const muette = action({ silence: 31, derniereNouvelle: j('2022-02-01') });
  const le = (jour: string, memoire: Memoire) => rappelDAction(muette, PROPOSITION, memoire, RIEN, j(jour));

  test('dès que le silence dépasse ce que le plan admet, puis tous les quatorze jours', () => {
    expect(le('2022-03-04', RIEN_DIT)?.genre).toBe('silence');
    expect(le('2022-03-17', { derniere: j('2022-03-04'), annoncees: [] })).toBeNull();
    expect(le('2022-03-18', { derniere: j('2022-03-04'), annoncees: [] })?.genre).toBe('silence');
  });

  test('un courrier d’avant la dernière nouvelle ne compte plus', () => {
    expect(le('2022-03-04', { derniere: j('2022-01-31'), annoncees: [] })?.genre).toBe('silence');
  });

  test('en retard et muette, l’action n’est rappelée que de son retard', () => {
    const lesDeux = action({ terme: j('2022-02-28'), silence: 40 });
    expect(rappelDAction(lesDeux, PROPOSITION, RIEN_DIT, RIEN, j('2022-03-14'))?.genre).toBe('apres');
    const coupe = new Set<Genre>(['apres']);
    expect(rappelDAction(lesDeux, PROPOSITION, RIEN_DIT, coupe, j('2022-03-14'))?.genre).toBe('silence');
  });
});

test('un genre coupé par la personne se tait, un plan non réglé aussi', () => {
  expect(rappel('2022-03-08', RIEN_DIT, new Set(['avant']))).toBeNull();
  expect(rappel('2022-03-16', RIEN_DIT, new Set(['apres']))).toBeNull();
  expect(rappel('2022-03-16', RIEN_DIT, RIEN, SANS_RELANCE)).toBeNull();
});

test('un comité demande des nouvelles de ce qui n’en a pas eu depuis deux semaines', () => {
  expect(comiteLAttend(action(), j('2022-03-15'))).toBe(true);
  expect(comiteLAttend(action({ derniereNouvelle: j('2022-03-01') }), j('2022-03-15'))).toBe(false);
  expect(comiteLAttend(action({ derniereNouvelle: j('2022-02-28') }), j('2022-03-15'))).toBe(true);
});

test('la semaine prend ce qui est en retard, finit avant dimanche soir, ou se tait', () => {
  const lundi = j('2022-03-14');
  expect(estDeLaSemaine(action({ terme: j('2022-03-20') }), lundi)).toBe(true);
  expect(estDeLaSemaine(action({ terme: j('2022-03-21') }), lundi)).toBe(false);
  expect(estDeLaSemaine(action({ terme: j('2022-01-01') }), lundi)).toBe(true);
  expect(estDeLaSemaine(action({ silence: 31 }), lundi)).toBe(true);
  expect(estDeLaSemaine(action(), lundi)).toBe(false);
});

test('jour après jour, une action n’est jamais rappelée deux fois avant la même échéance, ni plus souvent que réglé après', () => {
  const dits: { genre: string; jour: Jour }[] = [];
  let memoire = RIEN_DIT;
  for (let jour = j('2022-02-01'); jour < '2022-06-01'; jour = ajouterJours(jour, 1)) {
    if (!estOuvre(jour)) continue;
    const dit = rappelDAction(CARTES, PROPOSITION, memoire, RIEN, jour);
    if (dit === null) continue;
    dits.push({ genre: dit.genre, jour });
    memoire = {
      derniere: jour,
      annoncees: dit.genre === 'avant' && dit.echeance ? [...memoire.annoncees, dit.echeance] : memoire.annoncees,
    };
  }
  expect(dits.filter(({ genre }) => genre === 'avant')).toEqual([{ genre: 'avant', jour: '2022-03-08' }]);
  const apres = dits.filter(({ genre }) => genre === 'apres').map(({ jour }) => jour);
  // Wednesdays from the day after.
  expect(apres.slice(0, 3)).toEqual(['2022-03-16', '2022-03-23', '2022-03-30']);
  expect(apres).toHaveLength(11);
});
