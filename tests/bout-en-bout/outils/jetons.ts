import type { Page } from '@playwright/test';

/** Makes a token by its form, and gives it. One person has at most ten: the former ones are ended. */
export async function creerUnJeton(page: Page, libelle: string, portees: readonly string[] = []): Promise<string> {
  await page.goto('/compte/jetons');
  for (let reste = await page.getByRole('button', { name: /^Révoquer/ }).count(); reste > 5; reste--) {
    await page
      .getByRole('button', { name: /^Révoquer/ })
      .first()
      .click();
    await page.getByText('Le jeton est révoqué').waitFor();
  }
  await page.getByLabel('À quoi il sert').fill(libelle);
  for (const portee of portees) await page.getByLabel(portee).check({ force: true });
  await page.getByRole('button', { name: 'Créer le jeton' }).click();
  return page.getByText(/^jalon_[a-z2-7]{8}_[\w-]{43}$/).innerText();
}
