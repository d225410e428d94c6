import { envoyerSansControle } from '../gestes.ts';
import { COMPTES_29, DITP } from '../personas.ts';
import type { Cas } from './cas.ts';

/** Accounts, accesses and requests. */
export const CAS_DES_COMPTES: readonly Cas[] = [
  {
    titre: 'Données d’une personne',
    route: '/administration/comptes/:compte/donnees',
    persona: DITP,
    aller: '/administration/comptes/demo-prefet-44/donnees',
  },
  {
    titre: 'Comptes',
    route: '/administration/comptes',
    persona: COMPTES_29,
    aller: '/administration/comptes',
    sombre: true,
  },
  {
    titre: 'Comptes sans résultat',
    route: '/administration/comptes',
    persona: DITP,
    aller: '/administration/comptes?q=zzzz&etat=ferme',
  },
  {
    titre: 'Ouvrir un compte',
    route: '/administration/comptes/nouveau',
    persona: COMPTES_29,
    aller: '/administration/comptes/nouveau',
  },
  {
    titre: 'Ouvrir un compte, un service à choisir',
    route: '/administration/comptes/nouveau',
    persona: DITP,
    aller: async (page) => {
      await page.goto('/administration/comptes/nouveau');
      await page.getByLabel('Courriel professionnel').fill('sans arobase');
      await page.getByLabel('Service').fill('les SGC-D');
      await envoyerSansControle(page, 'Ouvrir le compte');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Compte',
    route: '/administration/comptes/:compte',
    persona: COMPTES_29,
    aller: '/administration/comptes/demo-ddpp-29',
    sombre: true,
  },
  {
    titre: 'Compte que l’on ne gère pas : le sien',
    route: '/administration/comptes/:compte',
    persona: COMPTES_29,
    aller: '/administration/comptes/demo-comptes-29',
  },
  {
    titre: 'Fermeture refusée',
    route: '/administration/comptes/:compte',
    persona: COMPTES_29,
    aller: async (page) => {
      await page.goto('/administration/comptes/demo-ddpp-29');
      await page.getByText('Cette personne n’a plus besoin de Jalon').click();
      await envoyerSansControle(page, 'Fermer le compte');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Modifier un compte',
    route: '/administration/comptes/:compte/modifier',
    persona: COMPTES_29,
    aller: '/administration/comptes/demo-ddpp-29/modifier',
  },
  {
    titre: 'Donner un accès',
    route: '/administration/comptes/:compte/habiliter',
    persona: COMPTES_29,
    aller: '/administration/comptes/demo-ddpp-29/habiliter',
    sombre: true,
  },
  {
    titre: 'Donner un accès, refusé',
    route: '/administration/comptes/:compte/habiliter',
    persona: COMPTES_29,
    aller: async (page) => {
      await page.goto('/administration/comptes/demo-ddpp-29/habiliter');
      await envoyerSansControle(page, 'Donner cet accès');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Ce que peut voir une personne',
    route: '/administration/comptes/:compte/acces',
    persona: COMPTES_29,
    aller: '/administration/comptes/demo-sgcd-29/acces',
    sombre: true,
  },
  {
    titre: 'Habilitation',
    route: '/administration/habilitations/:habilitation',
    persona: COMPTES_29,
    aller: async (page) => {
      await page.goto('/administration');
      await page
        .getByRole('link', { name: /^Gérer/ })
        .first()
        .click();
      await page.getByRole('heading', { name: 'Prolonger' }).waitFor();
    },
  },
  {
    titre: 'Demandes d’accès',
    route: '/administration/demandes',
    persona: COMPTES_29,
    aller: '/administration/demandes',
    sombre: true,
  },
  {
    titre: 'Demandes traitées',
    route: '/administration/demandes',
    persona: COMPTES_29,
    aller: '/administration/demandes?etat=traitees',
  },
  {
    titre: 'Répondre à une demande',
    route: '/administration/demandes/:demande',
    persona: COMPTES_29,
    aller: async (page) => {
      await page.goto('/administration/demandes');
      await page.getByRole('link', { name: 'Répondre à Directrice du SGC-D du Finistère' }).click();
      await page.getByRole('heading', { name: 'Accorder' }).waitFor();
    },
  },
];
