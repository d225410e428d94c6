import {
  creerIndicateur,
  deposerValeurs,
  envoyerSansControle,
  fichierCsv,
  fichierDeValeurs,
  ouvrir,
} from '../gestes.ts';
import { DGAFP, DITP, PREFET_29 } from '../personas.ts';
import type { Cas } from './cas.ts';

/** Import of values, step by step. */
export const CAS_DES_IMPORTS_DE_VALEURS: readonly Cas[] = [
  {
    titre: 'Importer des valeurs',
    route: '/indicateurs/importer',
    persona: DITP,
    aller: '/indicateurs/importer',
    sombre: true,
  },
  {
    titre: 'Importer des valeurs, sans fichier',
    route: '/indicateurs/importer',
    persona: DGAFP,
    aller: async (page) => {
      await page.goto('/indicateurs/importer');
      await envoyerSansControle(page, 'Lire ce fichier');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Importer des valeurs, profil refusé',
    route: '/indicateurs/importer',
    persona: PREFET_29,
    aller: '/indicateurs/importer',
    statut: 403,
  },
  { titre: 'Imports de valeurs, aucun', route: '/indicateurs/imports', persona: DGAFP, aller: '/indicateurs/imports' },
  {
    titre: 'Imports de valeurs',
    route: '/indicateurs/imports',
    persona: DITP,
    aller: async (page) => {
      await deposerValeurs(page, fichierDeValeurs('inconnu', ['D29;;2022-01-31;va;77']));
      await page.goto('/indicateurs/imports');
    },
    sombre: true,
  },
  {
    titre: 'Import de valeurs à vérifier',
    route: '/indicateurs/imports/:importation',
    persona: DITP,
    aller: (page) => deposerValeurs(page, VALEURS_A_VERIFIER),
    sombre: true,
  },
  {
    titre: 'Import de valeurs, ce qui change',
    route: '/indicateurs/imports/:importation',
    persona: DITP,
    aller: async (page) => page.goto(`${await deposerValeurs(page, VALEURS_A_VERIFIER)}?voir=nouvelles`),
  },
  {
    titre: 'Import de valeurs, lignes refusées',
    route: '/indicateurs/imports/:importation',
    persona: DITP,
    aller: async (page) => page.goto(`${await deposerValeurs(page, VALEURS_A_VERIFIER)}?voir=refusees`),
  },
  {
    titre: 'Import de valeurs illisible',
    route: '/indicateurs/imports/:importation',
    persona: DITP,
    aller: (page) =>
      deposerValeurs(
        page,
        fichierCsv(
          [
            ['colonne', 'autre'],
            ['1', '2'],
          ],
          'autre.csv',
        ),
      ),
  },
  {
    titre: 'Import de valeurs fait',
    route: '/indicateurs/imports/:importation',
    persona: DITP,
    aller: async (page) => {
      const identifiant = `import-${Date.now()}`;
      await creerIndicateur(page, 'Indicateur importé', { identifiant });
      await deposerValeurs(page, fichierDeValeurs(identifiant, ['D29;;2022-01-31;va;77', 'D99;;2022-01-31;va;1']));
      await page.getByRole('button', { name: /^Importer / }).click();
      await page.getByRole('heading', { name: /^Import fait/ }).waitFor();
      await ouvrir(page, 'Annuler l’import entier');
    },
    sombre: true,
  },
];

/** Values of the demonstration that jump, that are wrong, and of an indicator nobody created. */
const VALEURS_A_VERIFIER = fichierDeValeurs('demo-fibre', [
  'D29;;2026-06-30;va;9,5',
  'D29;;2020-03-31;va;31',
  'D35;;2020-03-31;va;32',
  'D99;;2026-06-30;va;1',
  'D29;;2026-06-31;va;1',
  'D22;;2026-06-30;va;douze',
  'D56;;2026-06-30;va;',
]);
