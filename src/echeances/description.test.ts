import { expect, test } from 'vitest';
import { decrireLecture } from './description.ts';
import { planDu } from './essais/attentes.ts';

test('la description d’une lecture a exactement les clés du contrat de la ligne de commande', () => {
  expect(decrireLecture('1er semestre 2022', planDu('2021-11-01'))).toEqual({
    texte: '1er semestre 2022',
    echeances: [
      { libelle: null, nature: 'periode', debut: '2022-01-01', fin: '2022-06-30', ambigu: false, hypotheses: [] },
    ],
  });
});
