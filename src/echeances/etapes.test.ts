import { expect, test } from 'vitest';
import { planDu } from './essais/attentes.ts';
import { lireEcheances } from './lecture.ts';

const PLAN = planDu('2021-11-01');

/** Label, words, first and last day of each deadline of a cell. */
function lire(texte: string) {
  return lireEcheances(texte, PLAN).echeances.map((lue) => [lue.libelle, lue.texte, lue.debut, lue.fin]);
}

test('deux étapes, leurs libellés et leurs mots tels qu’écrits', () => {
  expect(lire('1ère étape : début 2022\nEtape 2 : fin 2023')).toEqual([
    ['1ère étape', 'début 2022', '2022-01-01', '2022-03-31'],
    ['Etape 2', 'fin 2023', '2023-10-01', '2023-12-31'],
  ]);
});

test('une étape seule garde son libellé', () => {
  expect(lire('1ère étape : début 2022')).toEqual([['1ère étape', 'début 2022', '2022-01-01', '2022-03-31']]);
});

test('l’échéance d’une étape se trouve entre parenthèses ; l’autre étape n’en a pas, et cela se dit', () => {
  const { echeances } = lireEcheances(
    'Etape 1 : recensement des postes (échéance début 2022) Etape 2 : ouverture du service',
    PLAN,
  );
  expect(echeances).toMatchObject([
    { libelle: 'Etape 1', texte: 'début 2022', nature: 'periode', fin: '2022-03-31', ambigu: false },
    { libelle: 'Etape 2', nature: 'a_definir', hypotheses: ['aucune échéance écrite pour cette étape'] },
  ]);
});

test.each([
  ['Phase 1 : mars 2023 ; Phase 2 : juin 2023', ['Phase 1', 'Phase 2']],
  ['Phase 1 (cadrage) : mars 2023 / Phase 2 (pilote) : juin 2023', ['Phase 1 (cadrage)', 'Phase 2 (pilote)']],
  ['1) mars 2023 2) juin 2023', ['1', '2']],
  ['1. Cadrage : mars 2023\n2. Pilote : juin 2023', ['1', '2']],
  ['a) mars 2023 b) juin 2023', ['a', 'b']],
  ['Livrable A : mars 2023 ; livrable B : juin 2023', ['Livrable A', 'livrable B']],
  ['première étape mars 2023, deuxième étape juin 2023', ['première étape', 'deuxième étape']],
  ['Lancement du marché : mars 2023 ; notification : juin 2023', ['Lancement du marché', 'notification']],
  ['mars 2023 (Bretagne), juin 2023 (Corse)', ['Bretagne', 'Corse']],
  ['mars 2023 : cadrage\njuin 2023 : pilote', ['cadrage', 'pilote']],
  ['mars 2023 (phase 1), juin 2023 (phase 2)', ['phase 1', 'phase 2']],
  ['Mars 2023 : cadrage. Juin 2023 : pilote.', ['cadrage', 'pilote']],
])('« %s » : mars puis juin 2023', (texte, libelles) => {
  const { echeances } = lireEcheances(texte, PLAN);
  expect(echeances.map(({ libelle }) => libelle)).toEqual(libelles);
  expect(echeances.map(({ debut, fin }) => [debut, fin])).toEqual([
    ['2023-03-01', '2023-03-31'],
    ['2023-06-01', '2023-06-30'],
  ]);
});

test.each([
  '30 juin 2023 et 31 décembre 2023',
  '30/06/2023 ; 31/12/2023',
  '30 juin 2023\n31 décembre 2023',
  '• 30 juin 2023\n• 31 décembre 2023',
  '- 30 juin 2023\n- 31 décembre 2023',
  '30 juin et 31 décembre 2023',
])('« %s » : deux dates', (texte) => {
  expect(lireEcheances(texte, PLAN).echeances.map(({ nature, fin }) => [nature, fin])).toEqual([
    ['date', '2023-06-30'],
    ['date', '2023-12-31'],
  ]);
});

test('un report et l’engagement initial sont deux dates', () => {
  expect(lire('31 décembre 2024 (reporté au 30 juin 2025)')).toEqual([
    ['engagement initial', '31 décembre 2024', '2024-12-31', '2024-12-31'],
    ['report', 'reporté au 30 juin 2025', '2025-06-30', '2025-06-30'],
  ]);
  expect(lire('30/06/2025 (au lieu du 31/12/2024)').map(([libelle]) => libelle)).toEqual([
    'report',
    'engagement initial',
  ]);
});

test('un état et sa date ne font qu’une échéance', () => {
  expect(lireEcheances('En cours, fin prévue décembre 2023', PLAN).echeances).toMatchObject([
    { nature: 'au_plus_tard', fin: '2023-12-31' },
  ]);
});
