import { afterAll, beforeAll, expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai } from '#outils-d-essai';
import { lireJour } from '#socle/valeurs';
import { uneMeteo, uneReforme, unSuivi } from '../essais/reformes.ts';
import { presenterSuivi } from '../presentation.ts';
import { toutesLesReformes } from './reformes.ts';
import { lireSuivis } from './suivis.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai();
});
afterAll(() => essai.fermer());

test('un suivi donne ce que dit l’indicateur et ce qui a été déclaré, à qui le lit', async () => {
  const fibre = await uneReforme(essai, { nom: 'Fibre' });
  await unSuivi(essai, fibre, 'D29', { va: '50' });
  await uneMeteo(essai, fibre, 'D29', 'soleil');
  const prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  const suivis = await lireSuivis(essai.base, prefet, await toutesLesReformes(essai.base), ['D29', 'D35', 'R53']);
  const au = lireJour('2022-02-15');
  expect(suivis.map((suivi) => au && presenterSuivi(suivi, au))).toMatchObject([
    {
      nom: 'Fibre',
      territoire: 'D29',
      position: 'en_retrait',
      taux: { valeur: '50', texte: '50\u00a0%' },
      meteo: { code: 'soleil', age: 0, divergente: true },
    },
  ]);
});
