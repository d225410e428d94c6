import { afterAll, beforeAll, expect, test } from 'vitest';
import { EN_SOMME, ecrireEnBase, unIndicateur, valeurs } from '#indicateurs/essais';
import { creerActeur, type Essai, ouvrirEssai } from '#outils-d-essai';
import { lireJour } from '#socle/valeurs';
import { type ReformeDEssai, uneMeteo, uneReforme, unSuivi } from '../essais/reformes.ts';
import { reformesLisibles, toutesLesReformes } from './reformes.ts';
import { lireSuivis, type Suivi } from './suivis.ts';
import { suivisAu } from './suivis-au.ts';

let essai: Essai;
let fibre: ReformeDEssai;
let mdph: ReformeDEssai;
beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  fibre = await uneReforme(essai, { nom: 'Fibre' });
  mdph = await uneReforme(essai, { nom: 'Délais MDPH', mailles: ['departemental'] });
  await unSuivi(essai, fibre, 'D29', { va: '60' });
  await unSuivi(essai, fibre, 'D35', { va: '80' });
  await unSuivi(essai, fibre, 'R53', { va: '70' });
  await unSuivi(essai, mdph, 'D29', { vi: '50', va: '38', vc: null });
  await uneMeteo(essai, fibre, 'D29', 'soleil');
});
afterAll(() => essai.fermer());

const TERRITOIRES = ['FR', 'R53', 'D29', 'D35'];

test('à aujourd’hui, la situation recalculée des faits est celle que l’on garde, hors médiane', async () => {
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  const reformes = await toutesLesReformes(essai.base);
  const gardes = await lireSuivis(essai.base, ditp, reformes, TERRITOIRES);
  const recalcules = await suivisAu(essai.base, ditp, reformes, TERRITOIRES, jour('2022-02-15'));
  expect(recalcules).toHaveLength(8);
  expect(recalcules).toEqual(gardes.map(sansMediane));
});

test('un jour passé se relit tel qu’il était : valeurs, rectifications et météos de ce jour-là', async () => {
  const prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  const reformes = await reformesLisibles(essai.base, prefet, 'D29');
  const avant = await lireSuivis(essai.base, prefet, reformes, ['D29']);
  essai.horloge.regler('2022-05-02T11:00:00Z');
  await ecrireEnBase(essai.services, valeurs(fibre.indicateur, 'D29 va 2022-01-31 55\nD29 va 2022-04-30 90'));
  await uneMeteo(essai, fibre, 'D29', 'orage');

  expect(await suivisAu(essai.base, prefet, reformes, ['D29'], jour('2022-02-15'))).toEqual(avant.map(sansMediane));
  const alors = suiviDe(await suivisAu(essai.base, prefet, reformes, ['D29'], jour('2022-02-15')), fibre);
  expect([alors?.situation?.taux_global, alors?.meteo?.meteo]).toEqual(['60', 'soleil']);
  const apres = suiviDe(await suivisAu(essai.base, prefet, reformes, ['D29'], jour('2022-05-02')), fibre);
  expect([apres?.situation?.taux_global, apres?.meteo?.meteo]).toEqual(['90', 'orage']);
  const veille = suiviDe(await suivisAu(essai.base, prefet, reformes, ['D29'], jour('2022-02-14')), fibre);
  expect([veille?.situation?.etat, veille?.meteo]).toEqual(['non_mesure', null]);
});

test('la situation passée d’un autre département n’est pas lue', async () => {
  const prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  const reformes = await toutesLesReformes(essai.base);
  expect(await suivisAu(essai.base, prefet, reformes, ['D35', 'R53', 'FR'], jour('2022-05-02'))).toEqual([]);
});

test('un ensemble se recalcule de ses départements, un jour passé aussi', async () => {
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  const somme = await unIndicateur(essai.services, { identifiant: 'somme', ...EN_SOMME });
  const bretagne = ['D22', 'D29', 'D35', 'D56'];
  const lignes = bretagne.flatMap((code) => [
    `${code} vi 2020-01-01 0`,
    `${code} va 2022-01-31 50`,
    `${code} vc 2022-12-31 100`,
  ]);
  await ecrireEnBase(essai.services, valeurs(somme, lignes.join('\n')));
  await essai.base
    .updateTable('panier_indicateur')
    .set({ indicateur: somme })
    .where('indicateur', '=', fibre.indicateur)
    .execute();
  const reformes = (await toutesLesReformes(essai.base)).filter(({ id }) => id === fibre.id);
  essai.horloge.regler('2022-06-02T11:00:00Z');
  await ecrireEnBase(essai.services, valeurs(somme, 'D29 va 2022-05-31 90'));
  const [avant] = await suivisAu(essai.base, ditp, reformes, ['R53'], jour('2022-06-01'));
  expect([avant?.situation?.taux_global, avant?.situation?.position]).toEqual(['50', 'en_retrait']);
  const [apres] = await suivisAu(essai.base, ditp, reformes, ['R53'], jour('2022-06-02'));
  const [garde] = await lireSuivis(essai.base, ditp, reformes, ['R53']);
  expect(apres).toEqual(garde && sansMediane(garde));
});

function sansMediane(suivi: Suivi): Suivi {
  return suivi.situation === null
    ? suivi
    : {
        ...suivi,
        situation: {
          ...suivi.situation,
          mediane: null,
          ecart_mediane: null,
          alertes: suivi.situation.alertes.filter(
            (alerte) => alerte !== 'retrait_sur_la_mediane' && alerte !== 'aucun_taux_departemental',
          ),
        },
      };
}

function suiviDe(suivis: readonly Suivi[], { id }: ReformeDEssai): Suivi | undefined {
  return suivis.find(({ reforme }) => reforme.id === id);
}

function jour(texte: string) {
  const lu = lireJour(texte);
  if (lu === null) throw new Error(texte);
  return lu;
}
