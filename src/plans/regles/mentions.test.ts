import { expect, test } from 'vitest';
import { mentionsDuTexte } from './mentions.ts';

test('les sigles précédés d’une arobase sont des mentions, une fois chacun', () => {
  expect(mentionsDuTexte('Vu avec @DNUM et @DMATES/SDAT ; @DNUM livre en mars, les @SGC-D ensuite.')).toEqual([
    'DNUM',
    'DMATES/SDAT',
    'SGC-D',
  ]);
});

test('une adresse de courriel et une arobase seule ne mentionnent personne', () => {
  expect(mentionsDuTexte('Écrire à reseau@exemple.gouv.fr @ 14 h')).toEqual([]);
});
