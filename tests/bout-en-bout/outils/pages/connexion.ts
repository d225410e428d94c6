import { envoyerSansControle } from '../gestes.ts';
import { nouvelAgent, refuserDemande, seConnecterAvec } from '../identites.ts';
import { BCAM, DDPP_29 } from '../personas.ts';
import type { Cas } from './cas.ts';

/** Signing in and out, asking for an access. */
export const CAS_DE_LA_CONNEXION: readonly Cas[] = [
  { titre: 'Connexion', route: '/connexion', persona: null, aller: '/connexion', sombre: true },
  {
    titre: 'Connexion professionnelle',
    route: '/connexion/professionnelle',
    persona: null,
    aller: '/connexion/professionnelle',
  },
  {
    titre: 'Tentative de connexion périmée',
    route: '/connexion/retour',
    persona: null,
    aller: '/connexion/retour?code=inconnu&state=inconnu',
    statut: 400,
    sombre: true,
  },
  {
    titre: 'Agent sans compte',
    route: '/connexion/inconnu',
    persona: null,
    aller: (page) => seConnecterAvec(page, nouvelAgent()),
    sombre: true,
  },
  {
    titre: 'Agent sans compte, demande refusée par le formulaire',
    route: '/connexion/inconnu',
    persona: null,
    aller: async (page) => {
      await seConnecterAvec(page, nouvelAgent());
      await page.goto('/connexion/inconnu?territoire=D29');
      await envoyerSansControle(page, 'Envoyer la demande');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Agent dont la demande a été refusée',
    route: '/connexion/inconnu',
    persona: null,
    aller: async (page) => {
      const agent = nouvelAgent();
      await seConnecterAvec(page, agent);
      await refuserDemande(agent, 'Vous n’êtes plus affecté dans ce service.');
      await page.goto('/connexion/inconnu?territoire=FR');
    },
  },
  {
    titre: 'Demande d’accès, sans être passé par la connexion',
    route: '/connexion/inconnu',
    persona: null,
    aller: '/connexion/inconnu',
    statut: 403,
  },
  { titre: 'Se déconnecter', route: '/deconnexion', persona: BCAM, aller: '/deconnexion' },
  { titre: 'Se déconnecter, sans l’être', route: '/deconnexion', persona: null, aller: '/deconnexion' },
  { titre: 'Après la déconnexion', route: '/deconnexion/retour', persona: null, aller: '/deconnexion/retour' },
  { titre: 'Accessibilité', route: '/accessibilite', persona: null, aller: '/accessibilite' },
  {
    titre: 'Demander un accès',
    route: '/acces/demander',
    persona: DDPP_29,
    aller: '/acces/demander?objet=plan:01890000-0000-7000-8000-000000000000',
  },
  {
    titre: 'Demander un accès à une réforme',
    route: '/acces/demander',
    persona: DDPP_29,
    aller: '/acces/demander?objet=reforme:01890000-0000-7000-8000-000000000000&territoire=D35',
  },
  {
    titre: 'Demander un accès, refusé',
    route: '/acces/demander',
    persona: DDPP_29,
    aller: async (page) => {
      await page.goto('/acces/demander?objet=plan:01890000-0000-7000-8000-000000000000');
      await envoyerSansControle(page, 'Envoyer la demande');
      await page.getByRole('alert').first().waitFor();
    },
  },
];
