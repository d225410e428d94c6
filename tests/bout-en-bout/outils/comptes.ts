import { expect, type Page } from '@playwright/test';

export type Collegue = { readonly nom: string; readonly courriel: string };

let rang = 0;

/** Someone nobody knows yet: each test its own. */
export function collegue(fonction: string): Collegue {
  rang += 1;
  const suffixe = `${process.pid}-${rang}`;
  return { nom: `${fonction} ${suffixe}`, courriel: `collegue-${suffixe}@exemple.gouv.fr` };
}

/** Opens an account in the DDPP of the Finistère, as its administrator; gives its address. */
export async function ouvrirUnCompte(page: Page, { nom, courriel }: Collegue): Promise<string> {
  await page.goto('/administration/comptes');
  await page.getByRole('link', { name: 'Ouvrir un compte' }).click();
  const formulaire = page.getByRole('form', { name: 'Ouvrir un compte' });
  await formulaire.getByLabel('Courriel professionnel').fill(courriel);
  await formulaire.getByLabel('Nom').fill(nom);
  await formulaire.getByLabel('Service').fill('ddpp');
  await formulaire.getByLabel('Profil').selectOption('Service déconcentré');
  await formulaire.getByRole('button', { name: 'Ouvrir le compte' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(nom);
  return new URL(page.url()).pathname;
}
