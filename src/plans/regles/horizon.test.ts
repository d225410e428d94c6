import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Jour } from '#socle/valeurs';
import { type Engagement, horizonDesEngagements } from './horizon.ts';

function engagement(fin: string | null, autres: Partial<Engagement> = {}): Engagement {
  const promis = { debut: null, fin: fin as Jour | null };
  return {
    numero: 1,
    libelle: null,
    texte: fin ?? '',
    nature: 'au_plus_tard',
    ...promis,
    ambigu: false,
    hypotheses: [],
    initial: { texte: fin ?? '', ...promis },
    reports: 0,
    ...autres,
  };
}

test('deux étapes : le terme est la dernière, le début la première', () => {
  const horizon = horizonDesEngagements([
    engagement('2021-12-31', { debut: '2021-10-01' as Jour }),
    engagement('2022-06-30', { debut: '2022-01-01' as Jour }),
  ]);
  expect(horizon).toMatchObject({ genre: 'datee', terme: '2022-06-30', premierDebut: '2021-10-01' });
});

test('une étape qui ne finit jamais ôte son terme à toute l’action', () => {
  const ouverte = engagement(null, { nature: 'a_partir_de', debut: '2022-09-01' as Jour });
  expect(horizonDesEngagements([engagement('2021-12-31'), ouverte])).toMatchObject({
    genre: 'sans_terme',
    terme: null,
    termeInitial: '2021-12-31',
  });
});

test('sans échéance, ou des mots qui ne disent pas quand : ce n’est pas la même chose', () => {
  expect(horizonDesEngagements([])).toMatchObject({ genre: 'sans_echeance', aInterpreter: false });
  const inconnue = engagement(null, { nature: 'inconnue', texte: 'dès que possible' });
  expect(horizonDesEngagements([inconnue])).toMatchObject({ genre: 'sans_echeance', aInterpreter: true });
});

test('l’ordre des étapes ne change rien, et leurs reports s’ajoutent', () => {
  const jours = fc.constantFrom(null, '2021-06-30', '2021-12-31', '2022-06-30');
  const etape = fc
    .record({ fin: jours, reports: fc.nat(3), nature: fc.constantFrom('date' as const, 'en_cours' as const) })
    .map(({ fin, ...autres }) => engagement(fin, autres));
  fc.assert(
    fc.property(fc.array(etape, { maxLength: 5 }), (etapes) => {
      const horizon = horizonDesEngagements(etapes);
      expect(horizonDesEngagements([...etapes].reverse())).toEqual(horizon);
      expect(horizon.reports).toBe(etapes.reduce((somme, { reports }) => somme + reports, 0));
      expect(horizon.terme === null || etapes.some(({ fin }) => fin === horizon.terme)).toBe(true);
    }),
  );
});
