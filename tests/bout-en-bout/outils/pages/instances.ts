import type { Page } from '@playwright/test';
import { seConnecter } from '../essai.ts';
import { envoyerSansControle } from '../gestes.ts';
import { creerInstance, deciderEnSeance, planifierReunion } from '../instances.ts';
import { BCAM, DGAFP, DITP, PREFET_44 } from '../personas.ts';
import { adresseDeReforme } from '../reformes.ts';
import type { Cas } from './cas.ts';

async function reunion(page: Page, suite: string): Promise<void> {
  const adresse = await planifierReunion(page, await creerInstance(page, 'Comité à regarder'));
  await page.goto(`${adresse}${suite}`);
}

/** Committees and their meetings. */
export const CAS_DES_INSTANCES: readonly Cas[] = [
  { titre: 'Instances', route: '/instances', persona: BCAM, aller: '/instances', sombre: true },
  { titre: 'Instances, aucune', route: '/instances', persona: PREFET_44, aller: '/instances?niveau=miroir' },
  {
    titre: 'Créer une instance, refusé',
    route: '/instances/nouvelle',
    persona: BCAM,
    aller: async (page) => {
      await page.goto('/instances/nouvelle');
      await envoyerSansControle(page, 'Créer l’instance');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Une instance',
    route: '/instances/:instance',
    persona: BCAM,
    aller: async (page) => page.goto(await creerInstance(page, 'Comité à lire')),
  },
  {
    titre: 'Modifier une instance',
    route: '/instances/:instance/modifier',
    persona: BCAM,
    aller: async (page) => page.goto(`${await creerInstance(page, 'Comité à changer')}/modifier`),
  },
  {
    titre: 'Suivi des décisions',
    route: '/instances/:instance/decisions',
    persona: BCAM,
    aller: async (page) => page.goto(`${await creerInstance(page, 'Comité sans décision')}/decisions`),
  },
  {
    titre: 'Une décision, chez le service qu’elle nomme',
    route: '/decisions/:decision',
    persona: BCAM,
    aller: async (page) => {
      const reunion = await planifierReunion(page, await creerInstance(page, 'Comité qui demande'));
      const demande = { texte: 'Publier un numéro unique', responsable: 'DGAFP' };
      const adresse = await deciderEnSeance(page, reunion, demande);
      await seConnecter(page, DGAFP);
      await page.goto(adresse);
      await envoyerSansControle(page, 'Enregistrer la suite');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Décisions sur une action',
    route: '/plans/:plan/actions/:action/decisions',
    persona: BCAM,
    aller: async (page, { irritants }) => page.goto(`${irritants.actions[0]}/decisions`),
  },
  {
    titre: 'Comités d’un plan',
    route: '/plans/:plan/comites',
    persona: BCAM,
    aller: async (page) => {
      await page.goto('/plans?q=service+des+territoires');
      await page.getByRole('main').getByRole('link', { name: 'Pour un SGC-D au service des territoires' }).click();
      await page.getByRole('link', { name: 'Comités', exact: true }).click();
      await page.getByRole('link', { name: 'COTECH ATE' }).waitFor();
    },
  },
  {
    titre: 'Comités d’une réforme',
    route: '/reformes/:reforme/comites',
    persona: DITP,
    aller: async (page) => page.goto(`${await adresseDeReforme(page, /^Très haut débit/)}/comites`),
  },
  {
    titre: 'Ordre du jour',
    route: '/reunions/:reunion',
    persona: BCAM,
    sombre: true,
    aller: (page) => reunion(page, ''),
  },
  {
    titre: 'Séance',
    route: '/reunions/:reunion/seance',
    persona: BCAM,
    sombre: true,
    aller: async (page) => {
      await reunion(page, '/seance');
      await page.getByRole('button', { name: 'Ouvrir la séance' }).click();
      await page.getByRole('button', { name: 'Prendre la décision' }).first().waitFor();
    },
  },
  {
    titre: 'Relevé de décisions',
    route: '/reunions/:reunion/releve',
    persona: BCAM,
    aller: (page) => reunion(page, '/releve'),
  },
];
