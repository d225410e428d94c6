import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { ecrireEnBase, unIndicateur, valeurs } from '../essais/en-base.ts';
import { le, simple } from '../essais/valeurs.ts';
import { lireSuivi } from './lire-suivi.ts';
import { presenterSuivi } from './presenter-suivi.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai();
});
afterAll(() => essai.fermer());

/** Steady at 50, then, from March 2021, at 90: another way of counting. */
const MESURES = Array.from({ length: 24 }, (_, i) => {
  const [annee, mois] = [2020 + Math.floor(i / 12), (i % 12) + 1];
  const bruit = [0, 1, 0.5, -0.5][i % 4] ?? 0;
  return `D29 va ${annee}-${String(mois).padStart(2, '0')}-28 ${(i < 14 ? 50 : 90) + bruit}`;
}).join('\n');

async function suivi(ruptures: readonly string[]) {
  const numero = await unIndicateur(essai.services, {
    identifiant: `methode-${ruptures.length}`,
    ruptures: ruptures.map(le),
  });
  await ecrireEnBase(essai.services, valeurs(numero, `D29 vi 2019-12-31 40\n${MESURES}\nD29 vc 2022-12-31 100`));
  const au = aujourdhui(essai.horloge);
  const lu = await lireSuivi(essai.base, numero, 'D29', { jour: au, passe: false });
  if (lu === null) throw new Error('suivi absent');
  const { signal } = await essai.base
    .selectFrom('situation_d_indicateur')
    .select('signal')
    .where('indicateur', '=', numero)
    .where('territoire', '=', 'D29')
    .executeTakeFirstOrThrow();
  const presente = presenterSuivi(lu, 'D29', 'logements', au);
  const dit = presente.chiffres.map(({ nom, texte }) => `${nom} : ${simple(texte)}`);
  return { signal, dit, serie: presente.serie };
}

test('sans rupture déclarée, un changement de méthode passe pour une amélioration', async () => {
  const { signal, serie } = await suivi([]);
  expect(signal).toBe('amelioration_significative');
  expect(serie.ruptures ?? []).toEqual([]);
});

test('déclarée, la rupture est dessinée, et le signal ne compare plus une méthode à l’autre ; aucune mesure ne se perd', async () => {
  const { signal, serie, dit } = await suivi(['2021-03-01']);
  expect(signal).toBeNull();
  expect(serie.ruptures).toEqual([{ jour: '2021-03-01', motif: 'la méthode a changé' }]);
  expect(serie.mesures).toHaveLength(24);
  expect(dit).toContain('Signal : historique trop court (10 valeurs sur 12)');
});

test('une rupture à venir ne se dessine pas encore', async () => {
  const { serie } = await suivi(['2021-03-01', '2022-06-01']);
  expect(serie.ruptures).toHaveLength(1);
});
