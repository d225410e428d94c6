import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './outils/essai.ts';
import { deposer, fichierCsv } from './outils/gestes.ts';
import { BCAM, DITP, DNUM, PREFET_29 } from './outils/personas.ts';

const IMAGES = fileURLToPath(new URL('../../docs/images', import.meta.url));

/** The browser of the tests may speak English: its own words in an empty date are left out. */
const SANS_MOTS_DU_NAVIGATEUR = 'input[type="date"]::-webkit-datetime-edit { opacity: 0; }';

test.use({ bypassCSP: true });

// The pictures of the README: `npm run captures` takes them again, on the data of the demonstration.

test('la page d’un plan', async ({ page, monde, entrer }) => {
  await entrer(BCAM);
  await page.goto(monde.irritants.adresse);
  await prendre(page, 'plan');
});

test('la frise d’un plan', async ({ page, monde, entrer }) => {
  await entrer(BCAM);
  await page.goto(`${monde.irritants.adresse}/frise`);
  await prendre(page, 'frise');
});

test('la vérification d’un import', async ({ page, entrer }) => {
  await entrer(BCAM);
  await deposer(page, '/plans/importer', suivi());
  await prendre(page, 'import');
});

test('les réformes d’un département', async ({ page, entrer }) => {
  await entrer(PREFET_29);
  await page.goto('/territoires/D29');
  await prendre(page, 'territoire');
});

test('une réforme sur la carte', async ({ page, entrer }) => {
  await entrer(DITP);
  await page.goto('/territoires/FR/carte');
  await prendre(page, 'carte');
});

test('ce que l’on attend d’un service', async ({ page, entrer }) => {
  await entrer(DNUM);
  await page.goto('/attendu');
  await prendre(page, 'attendu');
});

test('l’ordre du jour d’un comité', async ({ page, entrer }) => {
  await entrer(BCAM);
  await page.goto('/instances');
  await page
    .getByRole('row', { name: /Groupe de travail/ })
    .getByRole('link')
    .nth(1)
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Groupe de travail');
  await prendre(page, 'comite');
});

async function prendre(page: Page, nom: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-fr-theme', 'light');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(IMAGES, `${nom}.png`), animations: 'disabled', style: SANS_MOTS_DU_NAVIGATEUR });
}

/** A follow-up table as offices keep them, with two cells that ask for a decision. */
function suivi() {
  return fichierCsv(
    [
      ['N°', 'Objectif', 'Mesure', 'Service porteur', 'Délai', 'État d’avancement', 'Taux'],
      [
        '1-1',
        'Accueil',
        'Tenir une permanence mensuelle dans chaque sous-préfecture',
        'les SGC-D',
        'À partir de mars 2026',
        'En cours, neuf départements',
        '40 %',
      ],
      [
        '1-2',
        'Accueil',
        'Publier l’annuaire des référents de proximité',
        'DMATES',
        '1er semestre 2026',
        'Terminé',
        '100 %',
      ],
      [
        '2-1',
        'Équipement',
        'Doter chaque agent d’une carte d’accès unique',
        'SHFD, en lien avec la DNUM',
        'Au plus tard fin 2026',
        'Dotation engagée',
        '93 %',
      ],
      ['2-2', 'Équipement', 'Remplacer les postes de plus de cinq ans', 'DNUM', '31/02/2026', 'À lancer', ''],
      [
        '3-1',
        'Formation',
        'Former les gestionnaires aux outils communs',
        'DRH',
        'T2 2026 puis fin 2026',
        'En cours',
        '140 %',
      ],
    ],
    'Suivi des SGC-D.csv',
  );
}
