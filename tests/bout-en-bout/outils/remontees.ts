import type { Page } from '@playwright/test';
import { ouvrir } from './gestes.ts';

/** A day some days from now, as a date field takes it. */
export function dansJours(jours: number): string {
  return new Date(Date.now() + jours * 86_400_000).toISOString().slice(0, 10);
}

type RemonteePreparee = { readonly territoire?: string; readonly reseau?: string; readonly anonyme?: boolean };

/** Prepares a remontée to a network of a territory, the préfectures when not said, with one number asked; gives its address. */
export async function preparerRemontee(
  page: Page,
  titre: string,
  { territoire = 'France', reseau, anonyme = false }: RemonteePreparee = {},
): Promise<string> {
  await page.goto('/remontees/nouvelle');
  const formulaire = page.getByRole('form', { name: 'Préparer une remontée' });
  await formulaire.getByLabel('Titre').fill(titre);
  if (reseau !== undefined) await formulaire.getByLabel('Adressée à').selectOption({ label: reseau });
  await formulaire.getByLabel('Territoire').selectOption({ label: territoire });
  await formulaire.getByLabel('Dernier jour pour répondre').fill(dansJours(10));
  if (anonyme) await formulaire.getByText('Remontée anonyme').click();
  await formulaire.getByRole('button', { name: 'Continuer vers les questions' }).click();
  await page.waitForURL(/\/remontees\/[0-9a-f-]{36}\/preparer$/);
  await ajouterQuestion(page, 'Agents du département', 'un nombre', { unite: 'agents', obligatoire: true });
  return new URL(page.url()).pathname.replace('/preparer', '');
}

export async function ajouterQuestion(
  page: Page,
  intitule: string,
  genre: string,
  {
    unite,
    obligatoire = false,
    poids,
  }: { readonly unite?: string; readonly obligatoire?: boolean; readonly poids?: string } = {},
): Promise<void> {
  await ouvrir(page, 'Ajouter une question');
  const formulaire = page.getByRole('form', { name: 'Ajouter une question' });
  await formulaire.getByLabel('Question').first().fill(intitule);
  await formulaire.getByText(genre, { exact: true }).click();
  if (unite !== undefined) await formulaire.getByLabel('Unité').fill(unite);
  if (poids !== undefined) await formulaire.getByLabel('Pondérée par').selectOption({ label: poids });
  if (obligatoire) await formulaire.getByText('Obligatoire', { exact: true }).click();
  await formulaire.getByRole('button', { name: 'Ajouter la question' }).click();
  await page.getByRole('table', { name: 'Questions de la remontée' }).getByText(intitule).first().waitFor();
}

/** Sends the draft the page shows. */
export async function envoyerRemontee(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Envoyer la remontée' }).click();
  await page.waitForURL(/\/remontees\/[0-9a-f-]{36}$/);
}

/** The results of the remontée of the demonstration, for whoever keeps it. */
export async function ouvrirLaDemonstration(page: Page): Promise<void> {
  await page.goto('/remontees');
  await page.getByRole('link', { name: 'Agents non encore dotés d’une carte' }).click();
  await page.getByRole('link', { name: 'Voir les résultats' }).click();
  await page.getByRole('heading', { level: 1, name: 'Résultats' }).waitFor();
}
