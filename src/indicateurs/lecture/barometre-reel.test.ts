import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lireLignes } from '#tableur';
import { BAROMETRE, SANS_BAROMETRE } from '../essais/barometre.ts';
import { le } from '../essais/valeurs.ts';
import { faireLeBilan } from './bilan.ts';
import { deduireIndicateurs } from './deduire.ts';
import { lireFichierDeValeurs } from './lire-fichier.ts';
import type { FichierDeValeurs, IndicateurConnu } from './modele.ts';
import { verifierValeurs } from './verifier.ts';

const AU = le('2023-01-19');
const NOMS = [
  'synthese-national.csv',
  'synthese-regional.csv',
  'synthese-departemental.csv',
  'detail-national.csv',
  'detail-regional.csv',
  'detail-departemental.csv.gz',
];

describe.skipIf(!BAROMETRE)(
  `les fichiers du baromètre de janvier 2023${BAROMETRE ? '' : ` — ${SANS_BAROMETRE}`}`,
  () => {
    test('les six se lisent en entier, et chacun de leurs défauts connus est compté', async () => {
      const fichiers = await Promise.all(NOMS.map(lire));
      const deduits = deduireIndicateurs(fichiers);
      const indicateurs = new Map(
        deduits.map(({ identifiant, sens, mailles, cumul }, numero): [string, IndicateurConnu] => [
          identifiant,
          {
            numero,
            identifiant,
            unite: '',
            sens,
            mailles,
            sansObjet: new Set(),
            cumule: cumul !== null,
            estCalculee: () => false,
          },
        ]),
      );
      const bilans = fichiers.map((fichier) =>
        faireLeBilan(
          fichier,
          verifierValeurs(fichier, { au: AU, indicateurs, ferme: () => null, initiale: () => null }),
          AU,
        ),
      );
      expect(deduits).toHaveLength(57);
      expect(new Set(deduits.map(({ mesure }) => mesure)).size).toBe(43);
      expect(deduits.filter(({ sens }) => sens === 'baisse').map(({ identifiant }) => identifiant)).toEqual([
        'duree-moyenne-traitement-demandes-allocation-adulte-handicape',
      ]);
      // The summaries show a total since January where the details give each month: deduced, in every territory.
      expect(
        deduits
          .filter(({ cumul }) => cumul !== null)
          .toSorted((a, b) => (a.identifiant < b.identifiant ? -1 : 1))
          .map(({ identifiant, cumul }) => [identifiant, cumul]),
      ).toEqual(
        [
          'nb-amendes-delictuelles-dressees',
          'nb-atteintes-biens',
          'nb-atteintes-personnes',
          'nb-controles-clir',
          'nb-morts-routes',
          'nb-peres-conge-paternite',
        ].map((identifiant) => [identifiant, 'annee_civile']),
      );
      // Nothing is refused: every row is read, and rows that repeat another are said to.
      expect(bilans.map(({ refusees, sansValeur }) => refusees + sansValeur)).toEqual([0, 0, 0, 0, 0, 0]);
      expect(bilans.map(({ lignes }) => lignes)).toEqual([59, 880, 5333, 1240, 19_593, 116_707]);
      expect(bilans.map(({ lignesEnDouble }) => lignesEnDouble)).toEqual([2, 18, 100, 12, 216, 1159]);
      expect(bilans[2]).toMatchObject({
        sansCible: 1612,
        ciblesEchues: 3620,
        valeursAnciennes: 925,
        sansValeurInitiale: 117,
      });
      for (const { nomsMultiples } of bilans) {
        expect(nomsMultiples.map(({ identifiant }) => identifiant)).toEqual(['nb-logement-accompagnement']);
      }
      const deux = deduits.find(({ identifiant }) => identifiant === 'nb-logement-accompagnement');
      expect(deux?.appellations).toHaveLength(2);
      expect(bilans[5]).toMatchObject({ valeurs: 116_707, pretes: 115_548, repetees: 1159 });
    }, 60_000);
  },
);

async function lire(nom: string): Promise<FichierDeValeurs> {
  const octets = readFileSync(join(BAROMETRE ?? '', `barometre-resultats-${nom}`));
  const lignes = await lireLignes(octets, nom);
  const lu = lignes.ok ? lireFichierDeValeurs(lignes.valeur) : lignes;
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur;
}
