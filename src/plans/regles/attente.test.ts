import { expect, test } from 'vitest';
import { lireJour } from '#socle/valeurs';
import { comparerAttentes, lireMarqueAttendue } from './attente.ts';
import { horizonDesEngagements } from './horizon.ts';
import { situationDAction } from './situation.ts';

const jour = (texte: string) => {
  const lu = lireJour(texte);
  if (lu === null) throw new Error(texte);
  return lu;
};
const AUJOURD_HUI = jour('2022-02-15');

function action(id: string, fin: string | null, nouvelle: string) {
  const engagement = {
    numero: 1,
    libelle: null,
    texte: fin ?? '',
    nature: 'au_plus_tard' as const,
    debut: null,
    fin: fin === null ? null : jour(fin),
    ambigu: false,
    hypotheses: [],
    initial: { texte: fin ?? '', debut: null, fin: fin === null ? null : jour(fin) },
    reports: 0,
  };
  const faits = {
    statut: 'en_cours' as const,
    horizon: horizonDesEngagements(fin === null ? [] : [engagement]),
    derniereNouvelle: jour(nouvelle),
    creeLe: jour('2021-01-01'),
  };
  return { id, rang: 1, situation: situationDAction(faits, AUJOURD_HUI, 30) };
}

test('le plus en retard vient d’abord, puis l’échéance la plus proche, puis le plus long silence, puis le reste', () => {
  const actions = [
    action('à jour', '2022-12-31', '2022-02-10'),
    action('silencieuse depuis un an', null, '2021-02-15'),
    action('silencieuse depuis deux mois', null, '2021-12-15'),
    action('due dans trois jours', '2022-02-18', '2022-02-10'),
    action('due demain', '2022-02-16', '2022-02-10'),
    action('en retard de 46 jours', '2021-12-31', '2022-02-10'),
    action('en retard d’un an', '2021-02-15', '2022-02-10'),
  ];
  expect([...actions].sort(comparerAttentes).map(({ id }) => id)).toEqual([
    'en retard d’un an',
    'en retard de 46 jours',
    'due demain',
    'due dans trois jours',
    'silencieuse depuis un an',
    'silencieuse depuis deux mois',
    'à jour',
  ]);
});

test('à égalité, l’ordre du plan puis l’identifiant tranchent : deux lectures donnent les mêmes pages', () => {
  const [a, b] = [action('a', null, '2022-02-10'), action('b', null, '2022-02-10')];
  expect(comparerAttentes(a, b)).toBeLessThan(0);
  expect(comparerAttentes(b, a)).toBeGreaterThan(0);
  expect(comparerAttentes(a, a)).toBe(0);
});

test('l’adresse ne filtre que par ce qui est attendu', () => {
  expect(lireMarqueAttendue('proche')).toBe('proche');
  expect(lireMarqueAttendue('sans_echeance')).toBeNull();
  expect(lireMarqueAttendue(null)).toBeNull();
});
