import { expect, test } from 'vitest';
import { type Jour, jour } from '#socle/valeurs';
import { type DecisionSuivie, suiteDe } from './suivi.ts';

const LE_12_MARS = jour(2022, 3, 12) as Jour;
const LE_15_AVRIL = jour(2022, 4, 15) as Jour;

const suite = (vu: Partial<DecisionSuivie>) =>
  suiteDe({ genre: 'arbitrage', fin: null, prise: LE_12_MARS, suiteDonnee: false, action: null, ...vu }, LE_15_AVRIL);

test('une décision dont l’action est terminée est appliquée', () => {
  expect(suite({ action: { close: true, retard: 0, nouvelle: LE_15_AVRIL } })).toBe('appliquee');
});

test('un report accepté et une clôture sont appliqués au moment où ils sont pris', () => {
  const action = { close: false, retard: 12, nouvelle: null };
  expect(suite({ genre: 'report_accepte', action })).toBe('appliquee');
  expect(suite({ genre: 'cloture', action: null })).toBe('appliquee');
  expect(suite({ genre: 'report_refuse', action })).toBe('appliquee');
});

test('en retard quand son échéance est passée ; sans échéance à elle, comme son action', () => {
  expect(suite({ action: { close: false, retard: 3, nouvelle: LE_15_AVRIL } })).toBe('en_retard');
  const enRetard = { close: false, retard: 3, nouvelle: LE_15_AVRIL };
  expect(suite({ fin: LE_15_AVRIL, action: enRetard })).toBe('en_cours');
  expect(suite({ fin: jour(2022, 4, 14) as Jour, action: { ...enRetard, retard: 0 } })).toBe('en_retard');
  expect(suite({ fin: jour(2022, 4, 14) as Jour })).toBe('en_retard');
  expect(suite({ fin: LE_15_AVRIL })).toBe('sans_suite');
});

test('sans nouvelle un mois après la décision, elle est sans suite ; avec une nouvelle, elle est en cours', () => {
  expect(suite({ prise: jour(2022, 3, 16) as Jour, action: { close: false, retard: 0, nouvelle: null } })).toBe(
    'en_cours',
  );
  expect(suite({ action: { close: false, retard: 0, nouvelle: null } })).toBe('sans_suite');
  expect(suite({ action: { close: false, retard: 0, nouvelle: LE_15_AVRIL } })).toBe('en_cours');
});

test('une information n’attend pas de suite', () => {
  expect(suite({ genre: 'information' })).toBe('sans_objet');
});

test('une décision sans action est appliquée quand sa suite est dite', () => {
  expect(suite({ fin: jour(2022, 4, 14) as Jour, suiteDonnee: true })).toBe('appliquee');
});

test('une action nouvelle reportée depuis n’est plus en retard sur l’échéance d’origine', () => {
  const action = { close: false, retard: 0, nouvelle: LE_15_AVRIL };
  expect(suite({ genre: 'action_nouvelle', fin: jour(2022, 4, 1) as Jour, action })).toBe('en_cours');
});
