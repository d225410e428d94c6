import { envoyerSansControle } from '../gestes.ts';
import { BCAM, DNUM, PRESIDENCE } from '../personas.ts';
import type { Cas } from './cas.ts';

/** Public pages, home, search, and what is nowhere. */
export const CAS_DE_L_ACCUEIL: readonly Cas[] = [
  { titre: 'Accueil public', route: '/', persona: null, aller: '/', sombre: true },
  { titre: 'Accueil', route: '/', persona: BCAM, aller: '/', sombre: true },
  { titre: 'Accueil sans action attendue', route: '/', persona: PRESIDENCE, aller: '/' },
  { titre: 'Ce que l’on attend de moi', route: '/attendu', persona: DNUM, aller: '/attendu', sombre: true },
  { titre: 'Notes qui me mentionnent', route: '/attendu/mentions', persona: DNUM, aller: '/attendu/mentions' },
  { titre: 'Aucune mention', route: '/attendu/mentions', persona: PRESIDENCE, aller: '/attendu/mentions' },
  { titre: 'Rien n’est attendu', route: '/attendu', persona: PRESIDENCE, aller: '/attendu' },
  {
    titre: 'Ce que l’on attend d’un service',
    route: '/attendu',
    persona: BCAM,
    aller: '/attendu?organisation=mi-dnum&marque=en_retard',
  },
  {
    titre: 'Une note refusée parmi ce que l’on attend',
    route: '/attendu',
    persona: DNUM,
    aller: async (page) => {
      await page.goto('/attendu');
      await page.getByText('Donner des nouvelles', { exact: false }).locator('visible=true').first().click();
      await page
        .getByRole('form', { name: /^Donner des nouvelles/ })
        .first()
        .getByLabel('Taux')
        .fill('140');
      await envoyerSansControle(page, 'Enregistrer la note');
      await page.getByRole('alert').first().waitFor();
    },
  },
  { titre: 'Aide', route: '/aide', persona: null, aller: '/aide', sombre: true },
  { titre: 'Données personnelles', route: '/donnees-personnelles', persona: null, aller: '/donnees-personnelles' },
  { titre: 'Recherche', route: '/recherche', persona: BCAM, aller: '/recherche?q=referent', sombre: true },
  { titre: 'Recherche vide', route: '/recherche', persona: BCAM, aller: '/recherche' },
  { titre: 'Recherche sans résultat', route: '/recherche', persona: BCAM, aller: '/recherche?q=zzzz' },
  { titre: 'Organisations', route: '/organisations', persona: DNUM, aller: '/organisations?q=dmat' },
  { titre: 'Organisations sans résultat', route: '/organisations', persona: DNUM, aller: '/organisations?q=zzzz' },
  { titre: 'API', route: '/api', persona: null, aller: '/api', sombre: true },
  { titre: 'Page introuvable', route: '/*', persona: null, aller: '/nulle-part', statut: 404, sombre: true },
];
