import { deposer, envoyerSansControle, importer } from '../gestes.ts';
import { BCAM } from '../personas.ts';
import { TABLEAU, TABLEAU_MODIFIE } from '../plans.ts';
import type { Cas } from './cas.ts';

/** Import of a plan, step by step. */
export const CAS_DES_IMPORTS_DE_PLANS: readonly Cas[] = [
  { titre: 'Importer un plan', route: '/plans/importer', persona: BCAM, aller: '/plans/importer', sombre: true },
  {
    titre: 'Importer un plan sans fichier',
    route: '/plans/importer',
    persona: BCAM,
    aller: async (page) => {
      await page.goto('/plans/importer');
      await envoyerSansControle(page, 'Lire ce fichier');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Vérification d’un import',
    route: '/imports/:id',
    persona: BCAM,
    aller: (page) => deposer(page, '/plans/importer', TABLEAU),
    sombre: true,
  },
  {
    titre: 'Lecture en cours',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      // The page stays as it was first drawn: neither its script nor its `Refresh` brings it further.
      await page.route('**/imports/*', async (requete) => {
        const reponse = await requete.fetch();
        const { refresh: _, ...entetes } = reponse.headers();
        await requete.fulfill({ response: reponse, headers: entetes });
      });
      await page.goto('/plans/importer');
      await page.route('**/imports/*.data*', (requete) => requete.fulfill({ status: 204 }));
      await page.getByLabel('Fichier du plan').setInputFiles(TABLEAU);
      await page.getByRole('button', { name: 'Lire ce fichier' }).click();
    },
  },
  {
    titre: 'Ligne à corriger',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      await deposer(page, '/plans/importer', TABLEAU);
      await page.getByRole('link', { name: 'Corriger (ligne 3)' }).click();
      await page.getByRole('heading', { name: 'Corriger la ligne 3' }).waitFor();
    },
  },
  {
    titre: 'Lignes à vérifier, aucune',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      await deposer(page, '/plans/importer', TABLEAU);
      await page.getByRole('link', { name: 'Laissées de côté' }).click();
      await page.getByText('Aucune ligne ici').waitFor();
    },
  },
  {
    titre: 'Import refusé à la fin',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      await deposer(page, '/plans/importer', TABLEAU);
      await page.getByRole('form', { name: 'Importer le plan' }).getByLabel('Titre').fill(' ');
      await envoyerSansControle(page, 'Importer les 3 lignes');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Fichier illisible',
    route: '/imports/:id',
    persona: BCAM,
    aller: (page) =>
      deposer(page, '/plans/importer', {
        name: 'casse.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from('PK\u0003\u0004 ceci n’est pas un classeur'),
      }),
  },
  {
    titre: 'Import abandonné',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      await deposer(page, '/plans/importer', TABLEAU);
      await page.getByRole('button', { name: 'Abandonner cet import' }).click();
      await page.getByRole('heading', { name: 'Cet import a été abandonné' }).waitFor();
    },
  },
  {
    titre: 'Différence avec un plan',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      await deposer(page, '/plans/importer', TABLEAU);
      const plan = await importer(page, 'Plan comparé');
      await deposer(page, `${plan}/importer`, TABLEAU_MODIFIE);
    },
    sombre: true,
  },
  {
    titre: 'Import fait',
    route: '/imports/:id',
    persona: BCAM,
    aller: async (page) => {
      await deposer(page, '/plans/importer', TABLEAU);
      const adresse = page.url();
      await importer(page, 'Plan importé une fois');
      await page.goto(adresse);
    },
  },
];
