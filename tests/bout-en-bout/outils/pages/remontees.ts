import { seConnecter } from '../essai.ts';
import { BCAM, PREFET_29, PREFET_BRETAGNE } from '../personas.ts';
import { envoyerRemontee, ouvrirLaDemonstration, preparerRemontee } from '../remontees.ts';
import type { Cas } from './cas.ts';

/** Remontées. */
export const CAS_DES_REMONTEES: readonly Cas[] = [
  { titre: 'Remontées', route: '/remontees', persona: PREFET_29, aller: '/remontees' },
  { titre: 'Nouvelle remontée', route: '/remontees/nouvelle', persona: BCAM, aller: '/remontees/nouvelle' },
  {
    titre: 'Remontée en préparation',
    route: '/remontees/:remontee/preparer',
    persona: BCAM,
    aller: (page) => preparerRemontee(page, 'Cartes à compter'),
    sombre: true,
  },
  {
    titre: 'Remontée en préparation, des services à choisir',
    route: '/remontees/:remontee/preparer',
    persona: BCAM,
    aller: async (page) => {
      const adresse = await preparerRemontee(page, 'Cartes à choisir', {
        territoire: 'Finistère',
        reseau: 'des services choisis un à un',
      });
      await page.goto(`${adresse}/preparer?chercher=DDPP`);
      await page
        .getByRole('form', { name: 'Ajouter des services' })
        .getByRole('checkbox')
        .first()
        .check({ force: true });
      await page.getByRole('button', { name: 'Ajouter aux destinataires' }).click();
      await page.getByRole('table', { name: 'Services choisis' }).waitFor();
      await page.goto(`${adresse}/preparer?chercher=finist%C3%A8re`);
      await page.getByRole('form', { name: 'Ajouter des services' }).waitFor();
    },
    sombre: true,
  },
  {
    titre: 'Remontée en préparation, aucun service trouvé',
    route: '/remontees/:remontee/preparer',
    persona: BCAM,
    aller: async (page) => {
      const adresse = await preparerRemontee(page, 'Cartes sans service', { reseau: 'des services choisis un à un' });
      await page.goto(`${adresse}/preparer?chercher=zzzz`);
      await page.getByText('Aucun service à ajouter').waitFor();
    },
  },
  {
    titre: 'Suivi d’une remontée',
    route: '/remontees/:remontee',
    persona: BCAM,
    aller: async (page) => {
      await preparerRemontee(page, 'Cartes suivies');
      await envoyerRemontee(page);
    },
    sombre: true,
  },
  {
    titre: 'Réponse à une remontée',
    route: '/remontees/:remontee/repondre/:service',
    persona: PREFET_BRETAGNE,
    aller: async (page) => {
      const adresse = await preparerRemontee(page, 'Cartes demandées', { territoire: 'Finistère' });
      await envoyerRemontee(page);
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await seConnecter(page, PREFET_29);
      await page.goto(`${adresse}/repondre/d29-prefecture`);
    },
    sombre: true,
  },
  {
    titre: 'Résultats d’une remontée',
    route: '/remontees/:remontee/resultats',
    persona: BCAM,
    aller: async (page) => {
      const adresse = await preparerRemontee(page, 'Cartes additionnées');
      await envoyerRemontee(page);
      await page.goto(`${adresse}/resultats`);
    },
    sombre: true,
  },
  {
    titre: 'Résultats d’une remontée, en graphique',
    route: '/remontees/:remontee/resultats',
    persona: BCAM,
    aller: ouvrirLaDemonstration,
    sombre: true,
  },
  {
    titre: 'Résultat d’une remontée à reprendre',
    route: '/remontees/:remontee/resultats/:question/reprendre',
    persona: BCAM,
    aller: async (page) => {
      await ouvrirLaDemonstration(page);
      await page.getByRole('link', { name: 'Reprendre « Part des agents équipés »' }).click();
      await page.getByRole('heading', { level: 1, name: 'Reprendre ce résultat' }).waitFor();
    },
    sombre: true,
  },
];
