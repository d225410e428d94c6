import type { Page } from '@playwright/test';
import { deposerCourrielDEssai, envoyerSansControle, ouvrir } from '../gestes.ts';
import { COMPTES_29, DITP } from '../personas.ts';
import type { Cas } from './cas.ts';

/** Journal, tokens and messages of all. */
export const CAS_DE_L_ADMINISTRATION: readonly Cas[] = [
  { titre: 'Jetons de tous', route: '/administration/jetons', persona: DITP, aller: '/administration/jetons' },
  {
    titre: 'Jetons sans résultat',
    route: '/administration/jetons',
    persona: DITP,
    aller: '/administration/jetons?q=zzzz&etat=actif',
  },
  { titre: 'Courriels', route: '/administration/courriels', persona: DITP, aller: courriels, sombre: true },
  {
    titre: 'Courriels sans résultat',
    route: '/administration/courriels',
    persona: DITP,
    aller: '/administration/courriels?destinataire=zzzz&etat=abandonne',
  },
  {
    titre: 'Courriel d’essai refusé',
    route: '/administration/courriels',
    persona: DITP,
    aller: async (page) => {
      await page.goto('/administration/courriels');
      await ouvrir(page, 'Essayer l’envoi');
      await page.getByLabel('Adresse qui doit recevoir le message').fill('agent');
      await envoyerSansControle(page, 'Envoyer un courriel d’essai');
      await page.getByRole('alert').getByText('1 point à corriger').waitFor();
    },
  },
  {
    titre: 'Courriel',
    route: '/administration/courriels/:courriel',
    persona: DITP,
    aller: (page) => deposerCourrielDEssai(page, 'agent@exemple.gouv.fr'),
    sombre: true,
  },
  {
    titre: 'Administration',
    route: '/administration',
    persona: COMPTES_29,
    aller: '/administration',
    sombre: true,
  },
  { titre: 'Administration de toute la France', route: '/administration', persona: DITP, aller: '/administration' },
  {
    titre: 'Journal',
    route: '/administration/journal',
    persona: DITP,
    aller: '/administration/journal',
    sombre: true,
  },
  {
    titre: 'Journal sans résultat',
    route: '/administration/journal',
    persona: DITP,
    aller: '/administration/journal?personne=zzzz&acte=plan.creer',
  },
  {
    titre: 'Journal, recherche à corriger',
    route: '/administration/journal',
    persona: DITP,
    aller: '/administration/journal?objet=le+plan',
  },
];

async function courriels(page: Page): Promise<void> {
  await deposerCourrielDEssai(page, 'prenom.nom@exemple.gouv.fr');
  await page.goto('/administration/courriels');
}
