import { feuilleEnVigueur, preparerFeuille, remplirFeuille, territoireDEssai } from '../feuilles.ts';
import { envoyerSansControle } from '../gestes.ts';
import { BCAM, DITP, PREFET_29, PREFET_44 } from '../personas.ts';
import type { Cas } from './cas.ts';

/** Roadmaps. */
export const CAS_DES_FEUILLES: readonly Cas[] = [
  { titre: 'Feuilles de route', route: '/feuilles-de-route', persona: DITP, aller: '/feuilles-de-route', sombre: true },
  {
    titre: 'Feuilles de route, aucune',
    route: '/feuilles-de-route',
    persona: BCAM,
    aller: '/feuilles-de-route?etat=close',
  },
  {
    titre: 'Préparer une feuille de route, refusé',
    route: '/feuilles-de-route/nouvelle',
    persona: PREFET_29,
    aller: async (page) => {
      await page.goto('/feuilles-de-route/nouvelle');
      await envoyerSansControle(page, 'Commencer');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Feuille de route en préparation',
    route: '/feuilles-de-route/:feuille/preparer',
    persona: PREFET_44,
    aller: async (page) => {
      const feuille = await preparerFeuille(page, 'Mandat en préparation', 'D44');
      await remplirFeuille(page, feuille);
      await page.goto(`${feuille}/preparer`);
    },
  },
  ...(
    [
      ['Feuille de route', '', true],
      ['Vie de la feuille de route', '/vie', false],
      ['Avenant à une feuille de route', '/evolution', false],
      ['Compte rendu d’avancement', '/compte-rendu', false],
    ] as const
  ).map(
    ([titre, suite, sombre]): Cas => ({
      titre,
      route: `/feuilles-de-route/:feuille${suite}`,
      persona: DITP,
      sombre,
      aller: async (page) => page.goto(`${await feuilleEnVigueur(page, territoireDEssai())}${suite}`),
    }),
  ),
  {
    titre: 'Projet local',
    route: '/feuilles-de-route/:feuille/projets/:projet',
    persona: DITP,
    sombre: true,
    aller: async (page) => {
      await page.goto(await feuilleEnVigueur(page, territoireDEssai()));
      await page.getByRole('rowheader').getByRole('link', { name: 'Reconversion de l’ancien arsenal' }).click();
      await page.getByRole('heading', { level: 1, name: 'Reconversion de l’ancien arsenal' }).waitFor();
    },
  },
];
