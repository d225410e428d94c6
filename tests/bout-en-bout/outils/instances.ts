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

/** Opens a meeting, settles its first item by asking a service, and gives the address of the decision. */
export async function deciderEnSeance(
  page: Page,
  reunion: string,
  { texte, responsable }: { readonly texte: string; readonly responsable: string },
): Promise<string> {
  await page.goto(`${reunion}/seance`);
  await page.getByRole('button', { name: 'Ouvrir la séance' }).click();
  const decision = page.getByRole('form', { name: 'Décider sur le point 1', exact: true });
  await decision.getByLabel('Genre').selectOption('arbitrage');
  await decision.getByLabel('Décision', { exact: false }).fill(texte);
  await decision.getByLabel('Responsable').fill(responsable);
  await decision.getByRole('button', { name: 'Prendre la décision' }).click();
  await expect(page.getByText('Décision n° 1, arbitrage')).toBeVisible();
  await page.goto(`${reunion}/releve`);
  return (await page.getByRole('link', { name: 'n° 1', exact: true }).getAttribute('href')) ?? '';
}
