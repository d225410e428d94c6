import { expect, type Page } from '@playwright/test';

/** Starts a committee that follows the plan of the SGC-D irritants, as who is signed in, and gives its address. */
export async function creerInstance(page: Page, nom: string): Promise<string> {
  await page.goto('/instances/nouvelle');
  await page.getByLabel('Nom (obligatoire)').fill(nom);
  await page.getByLabel('Service qui préside').fill('DMATES/SDATE/BCAM');
  await page.getByLabel('Membres').fill('DNUM\nBCAM');
  await page.getByLabel(/^Irritants des SGC-D/).check({ force: true });
  await page.getByRole('button', { name: 'Créer l’instance' }).click();
  await expect(page).toHaveURL(/\/instances\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Sets its next meeting at the day proposed, with the agenda the machine drafts, and gives its address. */
export async function planifierReunion(page: Page, instance: string): Promise<string> {
  await page.goto(instance);
  await page.getByRole('button', { name: /^Planifier/ }).click();
  await expect(page).toHaveURL(/\/reunions\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}
