import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { EN_SOMME, ecrireEnBase, unIndicateur, valeurs } from '../essais/en-base.ts';
import { le } from '../essais/valeurs.ts';
import { situationsAu } from './situations-passees.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
});
afterAll(() => essai.fermer());

test('la situation d’un jour passé est celle que l’on voyait ce jour-là, rectifications comprises', async () => {
  const numero = await unIndicateur(essai.services, { identifiant: 'passe', ...EN_SOMME });
  const gardees = new Map<string, unknown>();
  const etapes: readonly (readonly [string, string])[] = [
    ['2022-02-15', 'D29 vi 2020-12-31 10\nD29 vc 2022-12-31 40\nD29 va 2022-01-31 20'],
    ['2022-03-15', 'D29 va 2022-01-31 25\nD35 va 2022-02-28 12'],
    ['2022-04-15', 'D29 va 2022-01-31 –'],
  ];
  for (const [jour, lignes] of etapes) {
    essai.horloge.regler(`${jour}T11:00:00Z`);
    await ecrireEnBase(essai.services, valeurs(numero, lignes));
    gardees.set(jour, await situationsGardees(numero));
  }
  essai.horloge.regler('2024-01-01T11:00:00Z');
  for (const [jour] of etapes) {
    const alors = await situationsAu(essai.base, numero, le(jour));
    // Territories nobody wrote in are only revised by the calendar: those that were touched say it all.
    const touches = ['D29', 'R53', 'FR'];
    expect(alors.filter(({ territoire }) => touches.includes(territoire)).sort(parCode)).toEqual(gardees.get(jour));
  }
  const avant = await situationsAu(essai.base, numero, le('2022-02-14'));
  expect(avant.every(({ etat_global }) => etat_global === 'non_mesure')).toBe(true);
});

async function situationsGardees(numero: number) {
  const lignes = await essai.base
    .selectFrom('situation_d_indicateur')
    .selectAll()
    .where('indicateur', '=', numero)
    .where('territoire', 'in', ['D29', 'R53', 'FR'])
    .execute();
  return lignes.map(({ indicateur: _, ...ligne }) => ligne).sort(parCode);
}

function parCode(a: { territoire: string }, b: { territoire: string }): number {
  return a.territoire < b.territoire ? -1 : 1;
}
