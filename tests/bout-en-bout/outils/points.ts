import type { Locator, Page } from '@playwright/test';

/** Opens the form that prepares a point d'étape of the Finistère: it is open by itself as long as there is none. */
export async function ouvrirPreparation(page: Page): Promise<Locator> {
  await page.goto('/territoires/D29/points');
  const formulaire = page.getByRole('form', { name: 'Préparer un point d’étape' });
  if (!(await formulaire.isVisible())) await page.getByText('Préparer un point d’étape').first().click();
  return formulaire;
}

/** Prepares a point d'étape of the Finistère by its form, and gives its address. */
export async function preparerPoint(page: Page, titre: string, jour?: string): Promise<string> {
  const formulaire = await ouvrirPreparation(page);
  await formulaire.getByRole('textbox', { name: 'Titre' }).fill(titre);
  if (jour !== undefined) await formulaire.getByLabel('Situation au').fill(jour);
  await formulaire.getByRole('button', { name: 'Figer la situation' }).click();
  await page.waitForURL(/\/points\/[0-9a-f-]{36}$/);
  // Nothing of the new page stays hovered.
  await page.mouse.move(0, 0);
  return new URL(page.url()).pathname;
}

/** Adds a comment on a reform, or on the whole. */
export async function commenter(page: Page, texte: string, reforme?: string): Promise<void> {
  const formulaire = page.getByRole('form', { name: 'Ajouter un commentaire' });
  if (reforme !== undefined) await formulaire.getByLabel('Sur').selectOption({ label: reforme });
  await formulaire.getByRole('textbox', { name: 'Commentaire' }).fill(texte);
  await formulaire.getByRole('button', { name: 'Ajouter le commentaire' }).click();
  await page.getByRole('list', { name: 'Commentaires du point d’étape' }).getByText(texte).waitFor();
}
