import type { Page } from '@playwright/test';
import { seConnecter } from '../essai.ts';
import { creerIndicateur, envoyerSansControle, ouvrir } from '../gestes.ts';
import { BCAM, DITP, PREFET_29, PREFET_44, SGAR_BRETAGNE } from '../personas.ts';
import type { Cas } from './cas.ts';

/** Indicators. */
export const CAS_DES_INDICATEURS: readonly Cas[] = [
  { titre: 'Indicateurs', route: '/indicateurs', persona: DITP, aller: '/indicateurs', sombre: true },
  {
    titre: 'Indicateurs, pour un préfet',
    route: '/indicateurs',
    persona: PREFET_29,
    aller: '/indicateurs?maille=regional',
  },
  { titre: 'Indicateurs sans résultat', route: '/indicateurs', persona: DITP, aller: '/indicateurs?q=zzzz&etat=actif' },
  {
    titre: 'Créer un indicateur',
    route: '/indicateurs/nouveau',
    persona: DITP,
    aller: '/indicateurs/nouveau?identifiant=tx-nouveau',
    sombre: true,
  },
  {
    titre: 'Créer un indicateur, refusé',
    route: '/indicateurs/nouveau',
    persona: DITP,
    aller: async (page) => {
      await page.goto('/indicateurs/nouveau');
      await envoyerSansControle(page, 'Créer l’indicateur');
      await page.getByRole('alert').getByText('points à corriger').waitFor();
    },
  },
  {
    titre: 'Indicateur, tous les départements',
    route: '/indicateurs/:indicateur',
    persona: DITP,
    aller: async (page) => page.goto(`${await trouverIndicateur(page, 'fibre')}?maille=departemental`),
  },
  {
    titre: 'Indicateur dans un territoire',
    route: '/indicateurs/:indicateur',
    persona: DITP,
    aller: async (page) => page.goto(`${await trouverIndicateur(page, 'fibre')}?territoire=D29&maille=regional`),
    sombre: true,
  },
  {
    titre: 'Indicateur d’une région, calculé de ses départements',
    route: '/indicateurs/:indicateur',
    persona: SGAR_BRETAGNE,
    aller: async (page) => page.goto(`${await trouverIndicateur(page, 'fibre')}?territoire=R53&maille=departemental`),
  },
  {
    titre: 'Indicateur jamais mesuré',
    route: '/indicateurs/:indicateur',
    persona: DITP,
    aller: async (page) => page.goto(`${await creerIndicateur(page, 'Jamais mesuré')}?territoire=D29`),
  },
  {
    titre: 'Indicateur, valeur refusée',
    route: '/indicateurs/:indicateur',
    persona: DITP,
    aller: async (page) => {
      await page.goto(`${await creerIndicateur(page, 'À saisir')}?territoire=D29`);
      await ouvrir(page, 'Saisir une valeur : Finistère');
      await page.getByLabel('Valeur', { exact: true }).fill('douze');
      await envoyerSansControle(page, 'Enregistrer la valeur');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    titre: 'Indicateur, une valeur proposée',
    route: '/indicateurs/:indicateur',
    persona: DITP,
    aller: async (page) => {
      const adresse = await trouverIndicateur(page, 'fibre');
      await seConnecter(page, PREFET_29);
      await page.goto(adresse);
      await ouvrir(page, 'Proposer une valeur : Finistère');
      await page.getByRole('form', { name: 'Proposer une valeur' }).getByLabel('Date').fill('2026-03-31');
      await page.getByLabel('Valeur', { exact: true }).fill('71');
      await page.getByRole('button', { name: 'Proposer cette valeur' }).click();
      await page.getByText('Votre proposition est transmise').waitFor();
      await seConnecter(page, DITP);
      await page.goto(`${adresse}?territoire=D29&maille=national`);
      await page.getByText('Ne pas retenir cette valeur').first().click();
    },
    sombre: true,
  },
  {
    titre: 'Indicateur à une date passée',
    route: '/indicateurs/:indicateur',
    persona: PREFET_29,
    aller: async (page) => page.goto(`${await trouverIndicateur(page, 'fibre')}?au=2022-02-15`),
  },
  {
    titre: 'Indicateur d’un territoire fermé',
    route: '/indicateurs/:indicateur',
    persona: PREFET_44,
    aller: async (page) => page.goto(`${await trouverIndicateur(page, 'fibre')}?territoire=D29`),
    statut: 403,
  },
  {
    titre: 'Indicateur dont les valeurs ne sont pas ouvertes',
    route: '/indicateurs/:indicateur',
    persona: BCAM,
    aller: async (page) => page.goto(await trouverIndicateur(page, 'fibre')),
  },
  {
    titre: 'Régler un indicateur, ce que cela change',
    route: '/indicateurs/:indicateur/modifier',
    persona: DITP,
    aller: async (page) => {
      await page.goto(`${await trouverIndicateur(page, 'fibre')}/modifier`);
      await page.getByText('À la baisse', { exact: true }).click();
      await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
      await page.getByRole('heading', { name: /taux changent?/ }).waitFor();
    },
    sombre: true,
  },
];

/** An indicator of the demonstration, found by its name. */
async function trouverIndicateur(page: Page, mots: string): Promise<string> {
  const html = await (await page.request.get(`/indicateurs?q=${mots}`)).text();
  return /href="(\/indicateurs\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
}
