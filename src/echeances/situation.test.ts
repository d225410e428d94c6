import { expect, test } from 'vitest';
import { le, lireSeule, planDu, SANS_REPERE } from './essais/attentes.ts';
import { situationDEcheance } from './situation.ts';

const PLAN = planDu('2021-11-01');
const situation = (texte: string, aujourdhui: string, termine = false) =>
  situationDEcheance(lireSeule(texte, PLAN), termine, le(aujourdhui));

test('« Au plus tard fin 2021 » : le 31 décembre n’est pas en retard, le 1er janvier l’est d’un jour', () => {
  expect(situation('Au plus tard fin 2021', '2021-12-31')).toEqual({ situation: 'proche', jours: 0 });
  expect(situation('Au plus tard fin 2021', '2022-01-01')).toEqual({ situation: 'en_retard', jours: 1 });
});

test('trente jours avant son terme, une échéance devient proche ; le seuil se règle', () => {
  expect(situation('1er semestre 2022', '2022-05-30')).toEqual({ situation: 'a_venir', jours: 31 });
  expect(situation('1er semestre 2022', '2022-05-31')).toEqual({ situation: 'proche', jours: 30 });
  const lue = lireSeule('1er semestre 2022', PLAN);
  expect(situationDEcheance(lue, false, le('2022-05-31'), 7)).toEqual({ situation: 'a_venir', jours: 30 });
});

test('« A partir de la rentrée 2023 » et « Immédiat » ne sont jamais en retard', () => {
  for (const texte of ['A partir de la rentrée 2023', 'Immédiat', 'En cours', 'au fil de l’eau', 'mensuel']) {
    expect(situation(texte, '2030-01-01')).toEqual({ situation: 'sans_terme' });
  }
});

test('sans date, rien à quoi être tenu', () => {
  for (const texte of ['', 'à définir', 'sous 3 mois', '31/02/2024', 'sans objet', 'bientôt']) {
    expect(situation(texte, '2030-01-01')).toEqual({ situation: 'sans_echeance' });
  }
  expect(situationDEcheance(lireSeule('11 mai', SANS_REPERE), false, le('2030-01-01'))).toEqual({
    situation: 'sans_echeance',
  });
});

test('une action terminée n’est plus en retard', () => {
  expect(situation('Fin 2021', '2022-02-15', true)).toEqual({ situation: 'echue_tenue' });
  expect(situation('Fin 2022', '2022-02-15', true)).toEqual({ situation: 'terminee' });
});
