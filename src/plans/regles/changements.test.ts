import { expect, test } from 'vitest';
import type { Jour } from '#socle/valeurs';
import { type ActionDunJour, changementsDuPlan, compterLesChangements } from './changements.ts';
import { type Engagement, horizonDesEngagements } from './horizon.ts';
import { situationDAction } from './situation.ts';

const engagement = (texte: string, fin: string): Engagement => ({
  numero: 1,
  libelle: null,
  texte,
  nature: 'date',
  debut: fin as Jour,
  fin: fin as Jour,
  ambigu: false,
  hypotheses: [],
  initial: { texte, debut: fin as Jour, fin: fin as Jour },
  reports: 0,
});

const JANVIER_2022 = [engagement('31 janvier 2022', '2022-01-31')];

type Cas = Partial<ActionDunJour> & { readonly engagements?: readonly Engagement[] };

const action = (id: string, jour: string, { engagements = JANVIER_2022, ...cas }: Cas = {}): ActionDunJour => {
  const faits = {
    statut: 'en_cours' as const,
    taux: '40',
    derniereNouvelle: '2022-01-10' as Jour,
    ...cas,
  };
  return {
    id,
    ...faits,
    situation: situationDAction(
      { ...faits, horizon: horizonDesEngagements(engagements), creeLe: '2021-01-01' as Jour },
      jour as Jour,
      365,
    ),
  };
};
const JANVIER = '2022-01-15';
const FEVRIER = '2022-02-15';

test('entre deux comités : terminée, reportée, dépassée, ajoutée, retirée ; le reste ne se dit pas', () => {
  const avant = ['quimper', 'brest', 'morlaix', 'carhaix'].map((id) => action(id, JANVIER));
  const futur = { engagements: [engagement('31 décembre 2022', '2022-12-31')] };
  const apres = [
    action('quimper', FEVRIER, { statut: 'terminee', taux: '100', derniereNouvelle: '2022-02-01' as Jour }),
    action('brest', FEVRIER, futur),
    action('morlaix', FEVRIER),
    action('landerneau', FEVRIER, futur),
  ];
  const touchees = new Map([['brest', { avant: JANVIER_2022, apres: futur.engagements }]]);
  const changees = changementsDuPlan(avant, apres, touchees);
  expect(changees.map(({ avant: a, apres: b, changements }) => [(b ?? a)?.id, changements])).toEqual([
    ['quimper', ['terminee', 'taux', 'nouvelle']],
    ['brest', ['reportee']],
    ['morlaix', ['depassee']],
    ['landerneau', ['ajoutee']],
    ['carhaix', ['retiree']],
  ]);
  expect(compterLesChangements(changees)).toMatchObject({ terminee: 1, reportee: 1, ajoutee: 1, bloquee: 0 });
});

test('93,5 et 93,50 sont le même taux ; ne pas être mesuré n’est pas être à zéro', () => {
  const compare = (a: string | null, b: string | null) =>
    changementsDuPlan([action('x', JANVIER, { taux: a })], [action('x', JANVIER, { taux: b })], new Map()).length;
  expect(compare('93.5', '93.50')).toBe(0);
  expect(compare(null, '0')).toBe(1);
});

test('d’un jour à lui-même, rien ne change', () => {
  const plan = ['quimper', 'brest'].map((id) => action(id, FEVRIER));
  expect(changementsDuPlan(plan, plan, new Map())).toEqual([]);
});

test('une échéance récrite avec les mêmes mots n’a pas changé', () => {
  const plan = [action('quimper', FEVRIER)];
  expect(changementsDuPlan(plan, plan, new Map([['quimper', { avant: JANVIER_2022, apres: JANVIER_2022 }]]))).toEqual(
    [],
  );
});
