import type { Page } from '@playwright/test';
import { LARGEURS, verifierAccessibilite, verifierLargeur, verifierOssature } from './outils/accessible.ts';
import { expect, test } from './outils/essai.ts';
import { DITP, PREFET_29 } from './outils/personas.ts';
import { adresseDeReforme } from './outils/reformes.ts';

const AU = '2026-08-15';
const FIBRE = 'Très haut débit et couverture mobile';
const MDPH = 'Répondre plus vite aux personnes handicapées';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('un jour passé suit de page en page, avec les mêmes chiffres, jusqu’au retour à aujourd’hui', async ({
      page,
      entrer,
    }) => {
      // Axe looks at five pages, at two widths.
      test.slow();
      const ici = () => verifierDate(page);
      const regarder = async () => {
        await verifierDate(page);
        if (javaScriptEnabled) await regarderPage(page);
      };
      await entrer(DITP);
      await page.goto(`${await adresseDeReforme(page, FIBRE)}?territoire=D29`);
      await page.getByLabel('Situation au').fill(AU);
      await page.getByRole('button', { name: 'Voir', exact: true }).click();
      await regarder();
      const taux = await page.locator('.jalon-page__phrase strong').innerText();
      await page
        .getByRole('navigation', { name: 'Pages de la réforme' })
        .getByRole('link', { name: 'Territoires' })
        .click();
      await ici();
      const ligne = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^Finistère/ }) });
      await expect(ligne.last()).toContainText(taux);

      await page.goto(`/territoires/R53/carte?au=${AU}`);
      await page.getByLabel('Réforme', { exact: true }).selectOption({ label: FIBRE });
      await page.getByRole('button', { name: 'Appliquer' }).click();
      await regarder();
      await expect(page.getByRole('main')).toContainText(`${taux}, mesuré au`);
      await page.getByRole('link', { name: 'Départements côte à côte' }).click();
      await regarder();
      await expect(page.getByRole('link', { name: `${FIBRE}, Finistère` })).toContainText(taux);
      await page.getByLabel('Changer de territoire').selectOption({ label: 'Finistère (29)' });
      await page.getByRole('button', { name: 'Y aller' }).click();
      await ici();
      await page.getByRole('link', { name: 'Comparer' }).click();
      await regarder();
      await expect(page.getByRole('row', { name: new RegExp(`^${FIBRE}`) })).toContainText(taux);
      await page.getByRole('rowheader').getByRole('link', { name: FIBRE }).click();
      await page.getByRole('heading', { level: 2, name: FIBRE }).waitFor();
      await page.getByRole('link', { name: 'Voir la réforme' }).click();
      await ici();
      await expect(page.locator('.jalon-page__phrase strong')).toHaveText(taux);
      await page
        .getByRole('link', { name: /^Voir la fiche/ })
        .first()
        .click();
      await regarder();
      await page.getByRole('link', { name: 'Revenir à aujourd’hui' }).click();
      await expect(page).not.toHaveURL(/au=/);
      await expect(page.locator('.jalon-passe')).toHaveCount(0);
    });
  });
}

test('sur une page passée rien ne s’écrit, et l’autre département reste fermé', async ({ page, entrer }) => {
  await entrer(PREFET_29);
  const adresse = await adresseDeReforme(page, MDPH);
  await page.goto(`${adresse}?territoire=D29&au=${AU}&ecrire=analyse`);
  await expect(page.locator('.jalon-passe')).toContainText('Situation au 15 août 2026');
  await expect(page.getByText('Déclarer la météo')).toHaveCount(0);
  await expect(page.getByText('Mettre à jour l’analyse')).toHaveCount(0);
  await expect(page.getByLabel('Synthèse des résultats')).toHaveCount(0);
  expect((await page.goto(`${adresse}?territoire=D35&au=${AU}`))?.status()).toBe(403);
  await page.goto(`${adresse}?territoire=D29&au=2031-01-01`);
  await expect(page.getByRole('main')).toContainText(/Le 1er janvier 2031 n’est pas encore venu/);
  await expect(page.getByText('Déclarer la météo').first()).toBeVisible();
});

async function verifierDate(page: Page): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`au=${AU}`));
  await expect(page.locator('.jalon-passe')).toContainText(/Situation au 15\saoût 2026/);
}

async function regarderPage(page: Page): Promise<void> {
  await verifierOssature(page);
  for (const largeur of LARGEURS) {
    await page.setViewportSize({ width: largeur, height: 800 });
    await verifierAccessibilite(page);
    await verifierLargeur(page);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}
