import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { type IndicateurSitue, toutRecalculer } from '#indicateurs';
import { ecrireEnBase, unIndicateur, valeurs } from '#indicateurs/essais';
import { creerActeur, type Essai, ouvrirEssai } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { type ReformeDEssai, uneReforme, unSuivi } from '../essais/reformes.ts';
import { indicateursDuTerritoire } from './lectures/indicateurs.ts';
import { feuilleDIndicateurs } from './regles/feuille-d-indicateurs.ts';

let essai: Essai;
let fibre: ReformeDEssai;
let seul: number;
const acteurs: Record<'ditp' | 'equipe' | 'prefet29' | 'prefet44' | 'sgar' | 'ddpp', Acteur> = {} as never;

beforeAll(async () => {
  essai = await ouvrirEssai();
  acteurs.ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  acteurs.equipe = await creerActeur(essai, 'chef_de_projet', 'mi-dnum');
  acteurs.prefet29 = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  acteurs.prefet44 = await creerActeur(essai, 'prefet_departement', 'd44-prefecture', 'D44');
  acteurs.sgar = await creerActeur(essai, 'prefet_region', 'r53-sgar', 'R53');
  acteurs.ddpp = await creerActeur(essai, 'service_deconcentre', 'd29-ddpp', 'D29');
  fibre = await uneReforme(essai, { nom: 'Fibre', equipe: 'mi-dnum' });
  await unSuivi(essai, fibre, 'D29', { vi: '20', va: '71,5', vc: '90' });
  seul = await unIndicateur(essai.services, { identifiant: 'hors-reforme', nom: 'Hors de toute réforme', unite: '%' });
  await ecrireEnBase(essai.services, valeurs(seul, 'D29 vi 2020-01-01 10\nD29 va 2022-01-31 12'));
});
afterAll(() => essai.fermer());

const lire = (qui: keyof typeof acteurs, territoire: string): Promise<readonly IndicateurSitue[]> =>
  indicateursDuTerritoire(essai.base, acteurs[qui], territoire, {
    jour: aujourdhui(essai.horloge),
    passe: false,
  });
const noms = async (qui: keyof typeof acteurs, territoire: string) =>
  (await lire(qui, territoire)).map(({ nom }) => nom);

describe('ce que chacun lit des indicateurs d’un territoire', () => {
  test('rien d’un autre département, ni de ce qui n’est d’aucune réforme', async () => {
    expect(await noms('prefet44', 'D29')).toEqual([]);
    expect(await noms('ddpp', 'D29')).toEqual([]);
    expect(await noms('prefet29', 'R53')).toEqual([]);
    for (const qui of ['prefet29', 'sgar', 'equipe'] as const)
      expect(await noms(qui, 'D29'), qui).toEqual(['Indicateur de Fibre']);
  });

  test('la DITP lit tout, une réforme le tienne ou non ; un indicateur archivé n’y est plus', async () => {
    expect(await noms('ditp', 'D29')).toEqual(['Hors de toute réforme', 'Indicateur de Fibre']);
    await essai.base.updateTable('indicateur').set({ etat: 'archive' }).where('numero', '=', seul).execute();
    expect(await noms('ditp', 'D29')).toEqual(['Indicateur de Fibre']);
    await essai.base.updateTable('indicateur').set({ etat: 'actif' }).where('numero', '=', seul).execute();
  });
});

test('un jour passé est celui que l’on voyait ce jour-là, aux mêmes droits', async () => {
  const au = aujourdhui(essai.horloge);
  const vues = await lire('ditp', 'D29');
  const droits = await noms('prefet29', 'D29');
  const revenir = unMoisPlusTard();
  try {
    await ecrireEnBase(essai.services, valeurs(seul, 'D29 va 2022-02-28 55'));
    const regard = { jour: au, passe: true };
    const alors = await indicateursDuTerritoire(essai.base, acteurs.ditp, 'D29', regard);
    const sansMediane = (lus: readonly IndicateurSitue[]) =>
      lus.map(({ identifiant, situation: { mediane: _, ...reste } }) => ({ identifiant, ...reste }));
    expect(sansMediane(alors)).toEqual(sansMediane(vues));
    expect(alors.every(({ situation }) => situation.mediane === null)).toBe(true);
    const siens = await indicateursDuTerritoire(essai.base, acteurs.prefet29, 'D29', regard);
    expect(siens.map(({ nom }) => nom)).toEqual(droits);
  } finally {
    revenir();
  }
});

/** A month later; gives the way back. */
function unMoisPlusTard(): () => void {
  const maintenant = essai.horloge.maintenant();
  essai.horloge.avancer(31 * 24 * 3_600_000);
  return () => essai.horloge.regler(maintenant.toISOString());
}

test('le fichier a les lignes de l’écran, au chiffre près ; non mesuré n’est pas zéro', async () => {
  await toutRecalculer(essai.services);
  const lus = await lire('ditp', 'D35');
  const montres = [...(await lire('ditp', 'D29')), ...lus];
  const { entetes = [], lignes } = feuilleDIndicateurs('Indicateurs', montres, '2022-02-15');
  const colonne = (nom: string) => lignes.map((ligne) => ligne[entetes.indexOf(nom)]);
  expect(colonne('Indicateur')).toEqual(montres.map(({ nom }) => nom));
  expect(colonne('Avancement')).toEqual(montres.map(({ situation }) => situation.taux.texte));
  expect(colonne('Valeur')).toEqual(montres.map(({ situation }) => situation.valeur.texte));
  expect(colonne('Taux')).toEqual(
    montres.map(({ situation: { taux } }) => (taux.valeur === null ? null : { pourcentage: Number(taux.valeur) })),
  );
  expect(montres.map(({ situation }) => situation.valeur.texte)).toContain('71,5\u00a0logements');
  expect(lus.map(({ situation }) => [situation.taux.valeur, situation.valeur.valeur])).toEqual(
    lus.map(() => [null, null]),
  );
});
