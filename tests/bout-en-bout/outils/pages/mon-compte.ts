import { seConnecter } from '../essai.ts';
import { envoyerSansControle } from '../gestes.ts';
import { nouvelAgent, ouvrirCompte, seConnecterAvec } from '../identites.ts';
import { creerUnJeton } from '../jetons.ts';
import { BCAM, DNUM, PREFET_29, SGAR_BRETAGNE, SPES } from '../personas.ts';
import type { Cas } from './cas.ts';

/** What each person has: sessions, data, tokens, stand-ins. */
export const CAS_DE_MON_COMPTE: readonly Cas[] = [
  { titre: 'Mon compte', route: '/compte', persona: PREFET_29, aller: '/compte', sombre: true },
  {
    titre: 'Mon compte, relié à une identité',
    route: '/compte',
    persona: null,
    aller: async (page) => {
      const agent = nouvelAgent();
      await ouvrirCompte(agent);
      await seConnecterAvec(page, agent, '/connexion?vers=/compte');
    },
  },
  {
    titre: 'Mes sessions',
    route: '/compte/sessions',
    persona: PREFET_29,
    aller: async (page) => {
      // The session left behind, so that there is another one to close.
      await page.context().clearCookies();
      await seConnecter(page, PREFET_29);
      await page.goto('/compte/sessions');
    },
    sombre: true,
  },
  { titre: 'Mes courriers', route: '/mes-courriers', persona: DNUM, aller: '/mes-courriers', sombre: true },
  { titre: 'Mes données', route: '/compte/donnees', persona: BCAM, aller: '/compte/donnees', sombre: true },
  { titre: 'Mes jetons, aucun', route: '/compte/jetons', persona: SPES, aller: '/compte/jetons' },
  {
    titre: 'Jeton créé, montré une fois',
    route: '/compte/jetons',
    persona: DNUM,
    aller: (page) => creerUnJeton(page, 'Tableau de bord de la direction'),
    sombre: true,
  },
  {
    titre: 'Jeton refusé',
    route: '/compte/jetons',
    persona: BCAM,
    aller: async (page) => {
      await page.goto('/compte/jetons');
      await page.getByLabel('Dernier jour').fill('2001-01-01');
      await envoyerSansControle(page, 'Créer le jeton');
      await page.getByRole('alert').getByText('points à corriger').waitFor();
    },
  },
  {
    titre: 'Usages d’un jeton',
    route: '/compte/jetons',
    persona: PREFET_29,
    aller: async (page) => {
      const jeton = await creerUnJeton(page, 'Relevé du mois');
      await page.request.get('/api/v1/plans', { headers: { authorization: `Bearer ${jeton}` } });
      await page.goto('/compte/jetons');
      await page.getByRole('row', { name: 'Relevé du mois' }).first().getByRole('link').click();
      await page.getByRole('heading', { name: 'Derniers usages de « Relevé du mois »' }).waitFor();
    },
  },
  {
    titre: 'Suppléances',
    route: '/compte/suppleances',
    persona: SGAR_BRETAGNE,
    aller: '/compte/suppleances',
    sombre: true,
  },
  {
    titre: 'Pendant une suppléance',
    route: '/compte/suppleances',
    persona: SGAR_BRETAGNE,
    aller: async (page) => {
      await page.goto('/compte/suppleances');
      await page.getByRole('button', { name: /^Agir pour/ }).click();
      await page.getByText('Vous agissez pour').waitFor();
      await page.goto('/compte/suppleances');
    },
    sombre: true,
  },
];
