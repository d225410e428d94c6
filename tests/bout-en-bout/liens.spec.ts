import { expect, seConnecter, test } from './outils/essai.ts';
import { donnerLien, planAPiloteSansCompte } from './outils/liens.ts';
import { BCAM } from './outils/personas.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('un pilote sans compte donne des nouvelles par son lien ; révoqué, le lien ne perd pas ce qu’il écrivait', async ({
      page,
      browser,
      baseURL,
    }) => {
      const ailleurs = await browser.newPage(baseURL === undefined ? {} : { baseURL });
      await seConnecter(ailleurs, BCAM);
      const plan = await planAPiloteSansCompte(ailleurs, 'Ouvrir un guichet à Morlaix');
      const lien = await donnerLien(ailleurs, plan);
      await ailleurs.goto(`${plan}/liens`);
      await expect(ailleurs.getByText(lien)).toHaveCount(0);

      const reponse = await page.goto(lien);
      const entetes = reponse?.headers() ?? {};
      expect(entetes['referrer-policy']).toMatch(/^(no-referrer|same-origin)$/);
      expect(entetes['cache-control']).toBe('no-store');
      expect(await page.context().cookies()).toEqual([]);
      await expect(page.getByText('Ouvrir un guichet à Morlaix', { exact: true })).toBeVisible();
      await expect(page.getByText('Former les agents')).toHaveCount(0);

      await page.locator('summary', { hasText: 'Donner des nouvelles' }).click();
      await page.getByLabel('Note', { exact: true }).fill('Le local est trouvé.');
      await page.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(page.getByText('La note est enregistrée.')).toBeVisible();
      await expect(page.getByRole('main')).toContainText('Présidence de l’association, pilote sans compte');
      expect(await page.context().cookies()).toEqual([]);
      for (const ferme of [plan, '/attendu', '/plans'])
        expect((await page.request.get(ferme, { maxRedirects: 0 })).status(), ferme).toBe(302);

      await page.locator('summary', { hasText: 'Donner des nouvelles' }).click();
      await page.getByLabel('Note', { exact: true }).fill('Les travaux commencent.');
      await ailleurs.goto(`${plan}/liens`);
      await ailleurs.getByRole('button', { name: 'Révoquer le lien de Présidence de l’association' }).click();
      await expect(ailleurs.getByText('Le lien est révoqué')).toBeVisible();
      await page.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien n’est plus ouvert');
      await expect(page.getByRole('main')).toContainText('a été révoqué');
      await expect(page.getByRole('main')).toContainText('Les travaux commencent.');
      await ailleurs.context().close();
    });
  });
}

test('une adresse inventée n’ouvre rien, à la lecture ni à l’envoi', async ({ page, baseURL }) => {
  const adresse = `/lien/${'A'.repeat(43)}`;
  expect((await page.request.get(adresse)).status()).toBe(404);
  const envoi = await page.request.post(adresse, {
    form: { verbe: 'noter', texte: 'Essai', action: '01890000-0000-7000-8000-000000000000' },
    headers: { origin: baseURL ?? '' },
  });
  expect(envoi.status()).toBe(404);
});
