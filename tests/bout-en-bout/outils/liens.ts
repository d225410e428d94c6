import type { Page } from '@playwright/test';
import { creerPlanVide } from './plans.ts';

/** A plan whose only action has a pilote who is in no directory. */
export async function planAPiloteSansCompte(page: Page, intitule: string): Promise<string> {
  const plan = await creerPlanVide(page, `Plan ouvert aux associations, ${Date.now()}`);
  for (const [action, pilote] of [
    [intitule, 'Association des usagers de Morlaix'],
    ['Former les agents', 'DNUM'],
  ] as const) {
    await page.goto(`${plan}/actions/nouvelle`);
    await page.getByLabel('Intitulé').fill(action);
    await page.getByLabel('Échéances').fill('fin 2027');
    await page.getByLabel('Pilotes').fill(pilote);
    await page.getByRole('button', { name: 'Ajouter l’action' }).click();
    await page.getByText('L’action est ajoutée au plan.').waitFor();
  }
  return plan;
}

/** Gives a link to that pilote by the page of the links; gives the path of the link. */
export async function donnerLien(page: Page, plan: string, nom = 'Présidence de l’association'): Promise<string> {
  await page.goto(`${plan}/liens`);
  const formulaire = page.getByRole('form', { name: 'Donner un lien' });
  await formulaire.getByLabel('Nom de la personne').fill(nom);
  await formulaire.getByLabel('Actions de').selectOption({ value: 't:Association des usagers de Morlaix' });
  await formulaire.getByRole('button', { name: 'Donner le lien' }).click();
  const adresse = await page.getByText(/\/lien\/[\w-]{43}/).innerText();
  return new URL(adresse.trim()).pathname;
}
