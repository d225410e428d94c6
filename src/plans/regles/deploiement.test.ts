import { describe, expect, test } from 'vitest';
import type { Jour } from '#socle/valeurs';
import {
  agreger,
  choisirTerritoires,
  classeDeNouvelle,
  classeDeTaux,
  estDansLEtat,
  type FaitsDeDeclinaison,
  silenceDe,
} from './deploiement.ts';

const LE_15 = '2022-02-15' as Jour;

const dit = (faits: Partial<FaitsDeDeclinaison>): FaitsDeDeclinaison => ({
  statut: null,
  taux: null,
  derniereNouvelle: '2022-02-01' as Jour,
  creeLe: '2022-01-03' as Jour,
  ...faits,
});
const MUETTE = dit({ derniereNouvelle: null });

describe('la vue d’ensemble d’une action déclinée', () => {
  test('dit la couverture, et la médiane et la moyenne des seuls taux donnés', () => {
    const parts = [dit({ taux: '90' }), dit({ taux: '30' }), dit({ taux: '45.5' }), dit({ statut: 'bloquee' }), MUETTE];
    expect(agreger(parts, LE_15, 30)).toMatchObject({
      declinees: 5,
      renseignees: 4,
      avecTaux: 3,
      mediane: '45.5',
      moyenne: '55.2',
      sansNouvelle: 1,
      silencieuses: 1,
    });
  });

  test('sans aucun taux, ne dit jamais 0', () => {
    expect(agreger([MUETTE, dit({ statut: 'en_cours' })], LE_15, 30)).toMatchObject({
      avecTaux: 0,
      mediane: null,
      moyenne: null,
      parStatut: { en_cours: 1, non_declare: 1 },
    });
    expect(agreger([], LE_15, 30)).toMatchObject({ declinees: 0, mediane: null });
  });

  test('un taux de 0 compte ; il n’est pas un manque', () => {
    expect(agreger([dit({ taux: '0' }), dit({ taux: '10' })], LE_15, 30)).toMatchObject({ avecTaux: 2, mediane: '5' });
    expect(classeDeTaux('0')).toBe('0');
    expect(classeDeTaux(null)).toBeNull();
    expect([classeDeTaux('24.9'), classeDeTaux('99.99'), classeDeTaux('100')]).toEqual(['0', '75', '100']);
  });

  test('le silence se compte depuis la dernière nouvelle, ou depuis la demande ; il cesse une fois l’action close', () => {
    expect(silenceDe(MUETTE, LE_15, 30)).toBe(43);
    expect(silenceDe(MUETTE, '2022-02-02' as Jour, 30)).toBeNull();
    expect(silenceDe(dit({}), LE_15, 30)).toBeNull();
    expect(silenceDe(dit({ statut: 'terminee', derniereNouvelle: '2021-01-01' as Jour }), LE_15, 30)).toBeNull();
  });
});

test('ce qui n’a rien dit depuis trente jours, quel que soit le silence que le plan tolère', () => {
  const du16janvier = dit({ derniereNouvelle: '2022-01-16' as Jour });
  const muets = (une: FaitsDeDeclinaison) => estDansLEtat(une, 'trente_jours', LE_15, 90);
  expect([du16janvier, dit({ derniereNouvelle: '2022-01-17' as Jour }), MUETTE].map(muets)).toEqual([
    true,
    false,
    true,
  ]);
  expect(muets({ ...du16janvier, statut: 'terminee' })).toBe(false);
  expect(
    (['2022-02-15', '2022-01-17', '2022-01-16', '2021-12-17', null] as (Jour | null)[]).map((jour) =>
      classeDeNouvelle(jour, LE_15),
    ),
  ).toEqual(['0', '0', '30', '60', 'jamais']);
});

describe('le choix des territoires', () => {
  const choix = { maille: 'departemental', portee: 'tous', region: null, liste: null } as const;

  test('tous : 101 départements, 18 régions ; dans une région, ses départements', () => {
    expect(choisirTerritoires(choix, 'FR')).toMatchObject({ ok: true, territoires: { length: 101 } });
    expect(choisirTerritoires({ ...choix, maille: 'regional' }, 'FR')).toMatchObject({
      ok: true,
      territoires: { length: 18 },
    });
    expect(choisirTerritoires({ ...choix, portee: 'region', region: 'R53' }, 'FR')).toEqual({
      ok: true,
      territoires: ['D22', 'D29', 'D35', 'D56'],
    });
  });

  test('un plan de Bretagne ne se décline pas en Vendée, ni un plan du Finistère par région', () => {
    expect(choisirTerritoires({ ...choix, portee: 'liste', liste: 'Vendée' }, 'R53')).toMatchObject({
      ok: false,
      champ: 'liste',
      message: expect.stringContaining('Vendée'),
    });
    expect(choisirTerritoires({ ...choix, maille: 'regional' }, 'D29')).toMatchObject({ ok: false, champ: 'portee' });
    expect(choisirTerritoires({ ...choix, portee: 'region', region: 'R52' }, 'R53')).toMatchObject({
      ok: false,
      champ: 'region',
    });
  });

  test('une liste se lit comme on l’écrit, et ce qui n’est pas compris est dit', () => {
    const liste = 'Finistère\n35; côtes d’armor, 2A\n29';
    expect(choisirTerritoires({ ...choix, portee: 'liste', liste }, 'FR')).toEqual({
      ok: true,
      territoires: ['D29', 'D35', 'D22', 'D2A'],
    });
    expect(choisirTerritoires({ ...choix, portee: 'liste', liste: 'Finistère\nFinisterre' }, 'FR')).toMatchObject({
      ok: false,
      message: expect.stringContaining('« Finisterre »'),
    });
    expect(choisirTerritoires({ ...choix, portee: 'liste', liste: ' ; ' }, 'FR')).toMatchObject({ ok: false });
  });

  test('« Guadeloupe » est la région quand on décline par région', () => {
    expect(choisirTerritoires({ ...choix, maille: 'regional', portee: 'liste', liste: 'Guadeloupe' }, 'FR')).toEqual({
      ok: true,
      territoires: ['R01'],
    });
  });
});
