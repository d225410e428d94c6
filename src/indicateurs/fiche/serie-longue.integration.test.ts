import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { ecrireEnBase, unIndicateur, valeurs } from '../essais/en-base.ts';
import { le } from '../essais/valeurs.ts';
import { finDeMois, type Mois } from '../regles/mois.ts';
import { lireSuivi } from './lire-suivi.ts';
import { MESURES_DESSINEES, presenterSuivi } from './presenter-suivi.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai('2022-01-15T11:00:00Z');
});
afterAll(() => essai.fermer());

test('vingt ans de mois : les dix derniers sont dessinés, les autres comptés, et l’attendu part du bord', async () => {
  const numero = await unIndicateur(essai.services, { identifiant: 'longue' });
  const mois = Array.from({ length: 240 }, (_, i) => {
    const [annee, rang] = [2002 + Math.floor(i / 12), (i % 12) + 1];
    return finDeMois(`${annee}-${String(rang).padStart(2, '0')}` as Mois);
  });
  const lignes = [
    'D29 vi 2001-12-31 0',
    'D29 vc 2010-12-31 90',
    'D29 vc 2026-12-31 250',
    ...mois.map((jour, i) => `D29 va ${jour} ${i + 1}`),
  ];
  await ecrireEnBase(essai.services, valeurs(numero, lignes.join('\n')));
  const au = le('2022-01-15');
  const lu = await lireSuivi(essai.base, numero, 'D29', { jour: au, passe: false });
  if (lu === null) throw new Error('suivi attendu');
  const { serie } = presenterSuivi(lu, 'D29', 'logements', au);
  expect(serie.mesures).toHaveLength(MESURES_DESSINEES);
  expect([serie.mesures[0]?.jour, serie.mesures.at(-1)]).toEqual([
    '2012-01-31',
    expect.objectContaining({ jour: '2021-12-31', valeur: '240' }),
  ]);
  expect(serie.anterieures).toBe(120);
  expect(serie.initiale).toBeNull();
  expect(serie.cibles?.map(({ jour }) => jour)).toEqual(['2026-12-31']);
  expect(serie.attendu?.map(({ jour }) => jour)).toEqual(['2012-01-31', '2026-12-31']);
  // The limits are those of the whole series, drawn from the edge.
  expect(serie.limites).toEqual([expect.objectContaining({ du: '2012-01-31', au: '2021-12-31', moyenne: '120.5' })]);
});
