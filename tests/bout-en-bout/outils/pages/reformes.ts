import type { Page } from '@playwright/test';
import { seConnecter } from '../essai.ts';
import { proposerUneCible, reformeDEssai } from '../feuilles.ts';
import { envoyerSansControle } from '../gestes.ts';
import { BCAM, CABINET_MI, DDPP_29, DITP, PREFET_29, PREFET_BRETAGNE, PRESIDENCE } from '../personas.ts';
import { adresseDeReforme } from '../reformes.ts';
import type { Cas } from './cas.ts';

const MDPH = 'Répondre plus vite aux personnes handicapées';
const FIBRE = 'Très haut débit et couverture mobile';
const sur = (nom: string, suite: string) => async (page: Page) =>
  page.goto(`${await adresseDeReforme(page, nom)}${suite}`);

/** Reforms and their targets. */
export const CAS_DES_REFORMES: readonly Cas[] = [
  { titre: 'Réformes', route: '/reformes', persona: DITP, aller: '/reformes', sombre: true },
  { titre: 'Réformes sans résultat', route: '/reformes', persona: DITP, aller: '/reformes?q=zzzz&etat=active' },
  { titre: 'Réformes, aucune', route: '/reformes', persona: BCAM, aller: '/reformes' },
  {
    titre: 'Réforme dans un département',
    route: '/reformes/:reforme',
    persona: PREFET_29,
    aller: sur(MDPH, ''),
    sombre: true,
  },
  {
    titre: 'Réforme, explications et tableaux dépliés',
    route: '/reformes/:reforme',
    persona: PREFET_29,
    aller: async (page) => {
      await sur(FIBRE, '')(page);
      await page.evaluate(() => {
        for (const panneau of document.querySelectorAll('main details')) panneau.setAttribute('open', '');
      });
    },
  },
  {
    titre: 'Réforme, pays entier',
    route: '/reformes/:reforme',
    persona: CABINET_MI,
    aller: sur('Sécurité routière', ''),
  },
  {
    titre: 'Réforme au passé',
    route: '/reformes/:reforme',
    persona: PREFET_29,
    aller: sur(MDPH, '?au=2026-08-15'),
    sombre: true,
  },
  {
    titre: 'Réforme, date à venir',
    route: '/reformes/:reforme',
    persona: PREFET_29,
    aller: sur(MDPH, '?au=2031-01-01'),
  },
  {
    titre: 'Contacts d’une réforme, les autres onglets au passé',
    route: '/reformes/:reforme/liens',
    persona: DITP,
    aller: sur(FIBRE, '/liens?au=2026-08-15'),
  },
  {
    titre: 'Fiche d’une réforme au passé',
    route: '/reformes/:reforme/fiche',
    persona: PREFET_29,
    aller: sur(MDPH, '/fiche?au=2026-08-15'),
  },
  {
    titre: 'Réforme, analyse à écrire',
    route: '/reformes/:reforme',
    persona: PREFET_29,
    aller: sur(MDPH, '?ecrire=analyse'),
  },
  {
    titre: 'Réforme, météo refusée',
    route: '/reformes/:reforme',
    persona: PREFET_29,
    aller: async (page) => {
      await sur(MDPH, '')(page);
      await envoyerSansControle(page, 'Déclarer');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Réforme, autre département',
    route: '/reformes/:reforme',
    persona: PREFET_29,
    // The first page asked is the refused one: the list is read without being shown.
    aller: async (page) => {
      const liste = await (await page.request.get('/reformes')).text();
      const adresse = new RegExp(`href="(/reformes/[0-9a-f-]{36})"[^>]*>${MDPH}<`).exec(liste)?.[1] ?? '';
      await page.goto(`${adresse}?territoire=D35`);
    },
    statut: 403,
  },
  {
    titre: 'Territoires d’une réforme',
    route: '/reformes/:reforme/territoires',
    persona: DITP,
    aller: sur(FIBRE, '/territoires'),
    sombre: true,
  },
  {
    titre: 'Territoires d’une réforme, ceux d’une région',
    route: '/reformes/:reforme/territoires',
    persona: PREFET_BRETAGNE,
    aller: sur(FIBRE, '/territoires?filtre=recul'),
  },
  {
    titre: 'Plans et contacts d’une réforme',
    route: '/reformes/:reforme/liens',
    persona: DITP,
    aller: sur(FIBRE, '/liens'),
    sombre: true,
  },
  {
    titre: 'Contact refusé',
    route: '/reformes/:reforme/liens',
    persona: DITP,
    aller: async (page) => {
      await sur(FIBRE, '/liens')(page);
      await page.getByText('Ajouter un contact').first().click();
      await envoyerSansControle(page, 'Ajouter le contact');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Historique d’une réforme',
    route: '/reformes/:reforme/historique',
    persona: PREFET_29,
    aller: sur(MDPH, '/historique'),
  },
  { titre: 'Qui peut voir une réforme', route: '/reformes/:reforme/acces', persona: DITP, aller: sur(FIBRE, '/acces') },
  {
    titre: 'Qui peut voir une réforme, sans les noms',
    route: '/reformes/:reforme/acces',
    persona: PRESIDENCE,
    aller: sur(FIBRE, '/acces'),
  },
  {
    titre: 'Qui peut voir une réforme, une demande en attente',
    route: '/reformes/:reforme/acces',
    persona: DITP,
    aller: async (page) => {
      const adresse = await adresseDeReforme(page, FIBRE);
      await seConnecter(page, DDPP_29);
      await page.goto(`/acces/demander?objet=reforme:${adresse.split('/').at(-1)}`);
      await page.getByLabel('Pourquoi j’en ai besoin').fill('Suivre le raccordement des exploitations.');
      await page.getByRole('button', { name: 'Envoyer la demande' }).click();
      await page.getByRole('status').first().waitFor();
      await seConnecter(page, DITP);
      await page.goto(`${adresse}/acces?personne=DDPP`);
      await page.getByRole('heading', { name: 'Demandes en attente' }).waitFor();
    },
    sombre: true,
  },
  { titre: 'Nouvelle réforme', route: '/reformes/nouvelle', persona: DITP, aller: '/reformes/nouvelle' },
  {
    titre: 'Modifier une réforme',
    route: '/reformes/:reforme/modifier',
    persona: DITP,
    aller: sur(FIBRE, '/modifier'),
  },
  {
    titre: 'Indicateurs et poids',
    route: '/reformes/:reforme/indicateurs',
    persona: DITP,
    aller: sur(FIBRE, '/indicateurs'),
  },
  {
    titre: 'Indicateurs et poids, ce qui changerait',
    route: '/reformes/:reforme/indicateurs',
    persona: DITP,
    aller: async (page) => {
      await sur(FIBRE, '/indicateurs')(page);
      await page
        .getByLabel(/^Poids départemental/)
        .first()
        .fill('10');
      await page.getByRole('button', { name: 'Voir ce qui change' }).click();
      await page.getByRole('heading', { name: 'Ce qui changerait' }).waitFor();
    },
  },
  {
    titre: 'Réformes d’un plan',
    route: '/plans/:plan/reformes',
    persona: DITP,
    aller: async (page, { finistere }) => page.goto(`${finistere.adresse}/reformes`),
  },
  {
    titre: 'Cibles convenues',
    route: '/reformes/:reforme/cibles',
    persona: PREFET_29,
    sombre: true,
    aller: async (page) => page.goto(`${await reformeDEssai(page, 'D29')}/cibles?territoire=D29`),
  },
  {
    titre: 'Cible en discussion',
    route: '/reformes/:reforme/cibles',
    persona: PREFET_29,
    aller: async (page) => {
      await page.goto(`${await reformeDEssai(page, 'D29')}/cibles?territoire=D29`);
      await proposerUneCible(page, '99');
    },
  },
  {
    titre: 'Fiche d’une réforme',
    route: '/reformes/:reforme/fiche',
    persona: PREFET_29,
    aller: async (page) => {
      await page.goto('/territoires/D29');
      const lien = page.getByRole('main').getByRole('rowheader').getByRole('link').first();
      await page.goto(((await lien.getAttribute('href')) ?? '').replace('?', '/fiche?'));
    },
    sombre: true,
  },
];
