import { describe, expect, test } from 'vitest';
import type { Jour } from '#socle/valeurs';
import { type Engagement, horizonDesEngagements } from './horizon.ts';
import { type ActionPromise, bilanDesEngagements, constatsDEngagement, type SuiteDeLaPromesse } from './integrite.ts';
import { situationDAction } from './situation.ts';

const DEBUT = '2021-01-04' as Jour;
const AUJOURDHUI = '2022-02-15' as Jour;

const engagement = (fin: string, initial = fin, reports = 0): Engagement => ({
  numero: 1,
  libelle: null,
  texte: fin,
  nature: 'date',
  debut: fin as Jour,
  fin: fin as Jour,
  ambigu: false,
  hypotheses: [],
  initial: { texte: initial, debut: initial as Jour, fin: initial as Jour },
  reports,
});

type Cas = Partial<Omit<ActionPromise, 'situation'> & SuiteDeLaPromesse> & {
  readonly engagements?: readonly Engagement[];
  readonly derniereNouvelle?: string;
};
const constats = ({ derniereNouvelle = '2022-02-10', engagements = [engagement('2022-12-31')], ...cas }: Cas) => {
  const action = {
    statut: 'en_cours' as const,
    creeLe: DEBUT,
    statutDepuis: null,
    reportEnAttente: false,
    ...cas,
  };
  const faits = { ...action, horizon: horizonDesEngagements(engagements), derniereNouvelle: derniereNouvelle as Jour };
  return constatsDEngagement({ ...action, situation: situationDAction(faits, AUJOURDHUI, 30) }, action, DEBUT);
};
const le = (jour: string, parImport = false) => ({ jour: jour as Jour, parImport });

describe('une action terminée se juge à la première échéance promise', () => {
  const engagements = [engagement('2021-12-31')];
  test('terminée le jour même, elle est tenue', () => {
    expect(constats({ statut: 'terminee', engagements, statutDepuis: le('2021-12-31') })).toEqual(['tenue']);
  });
  test('terminée le lendemain, elle ne l’est plus', () => {
    expect(constats({ statut: 'terminee', engagements, statutDepuis: le('2022-01-01') })).toEqual(['tenue_en_retard']);
  });
  test('reportée puis terminée à la nouvelle date, elle est en retard sur sa promesse', () => {
    const reportee = [engagement('2022-01-31', '2021-12-31', 1)];
    expect(constats({ statut: 'terminee', engagements: reportee, statutDepuis: le('2022-01-20') })).toEqual([
      'tenue_en_retard',
      'reportee_une_fois',
    ]);
  });
  test('terminée selon un import, on ne sait pas quel jour', () => {
    expect(constats({ statut: 'terminee', engagements, statutDepuis: le('2022-01-10', true) })).toEqual([
      'close_par_import',
    ]);
  });
  test('sans échéance, elle n’est ni tenue ni en retard', () => {
    expect(constats({ statut: 'terminee', engagements: [], statutDepuis: le('2022-01-10') })).toEqual([]);
  });
});

describe('une action ouverte', () => {
  test('à l’heure', () => expect(constats({})).toEqual(['sur_la_promesse']));
  test('dépassée, reportée deux fois, silencieuse, ajoutée, en attente', () => {
    expect(
      constats({
        engagements: [engagement('2022-01-31', '2021-06-30', 2)],
        creeLe: '2021-03-01' as Jour,
        derniereNouvelle: '2021-12-01',
        reportEnAttente: true,
      }),
    ).toEqual(['depassee', 'reportee_plusieurs_fois', 'ajoutee', 'silencieuse', 'report_en_attente']);
  });
});

test('le glissement médian est celui des actions reportées', () => {
  const situation = (glissement: number, reports: number) => ({
    constats: [],
    action: {
      situation: {
        ...situationDAction(
          {
            statut: 'en_cours',
            horizon: horizonDesEngagements([engagement('2022-12-31')]),
            derniereNouvelle: AUJOURDHUI,
            creeLe: DEBUT,
          },
          AUJOURDHUI,
          30,
        ),
        glissement,
        reports,
      },
    },
  });
  expect(bilanDesEngagements([situation(0, 0), situation(31, 1), situation(92, 2)])).toMatchObject({
    total: 3,
    reports: 3,
    glissementMedian: 62,
  });
  expect(bilanDesEngagements([situation(0, 0)]).glissementMedian).toBeNull();
});
