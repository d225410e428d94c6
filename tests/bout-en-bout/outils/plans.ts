import type { Page } from '@playwright/test';
import { fichierCsv } from './gestes.ts';

const ENTETES = ['Code', 'Axe', 'Action', 'Pilote', 'Échéance', "État d'avancement", 'Taux'];

/** Three actions, one of which says things to check. */
export const TABLEAU = fichierCsv([
  ENTETES,
  ['1', 'Accueil', 'Ouvrir un guichet à Quimper', 'DNUM', '31/12/2026', 'En cours', '40 %'],
  ['2', 'Accueil', 'Former les référents de proximité', 'Bureau des bonnes idées', '31/02/2026', '', '140 %'],
  ['3', 'Moyens', 'Regrouper les achats du département', 'les SGC-D', '1er semestre 2024', 'Terminé', '100 %'],
]);

/** The same plan later: one action changed, one absent, one new. */
export const TABLEAU_MODIFIE = fichierCsv([
  ENTETES,
  ['1', 'Accueil', 'Ouvrir un guichet à Quimper et à Brest', 'DNUM', '30/06/2027', 'En cours', '60 %'],
  ['3', 'Moyens', 'Regrouper les achats du département', 'les SGC-D', '1er semestre 2024', 'Terminé', '100 %'],
  ['4', 'Moyens', 'Partager le parc automobile', 'DMATES', 'fin 2027', '', ''],
]);

/** Creates a plan by its form and gives its address. */
export async function creerPlanVide(page: Page, titre: string): Promise<string> {
  await page.goto('/plans/nouveau');
  await page.getByLabel('Titre').fill(titre);
  await page.getByRole('button', { name: 'Créer le plan' }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Creates a plan with one action by their forms, whoever carries it, and gives the address of the action. */
export async function actionNeuve(
  page: Page,
  titre: string,
  { pilote }: { readonly pilote?: string } = {},
): Promise<string> {
  const plan = await creerPlanVide(page, titre);
  await page.goto(`${plan}/actions/nouvelle`);
  await page.getByLabel('Intitulé').fill('Installer une borne à Châteaulin');
  await page.getByLabel('Échéances').fill('31 mars 2026');
  if (pilote !== undefined) await page.getByLabel('Pilotes').fill(pilote);
  await page.getByRole('button', { name: 'Ajouter l’action' }).click();
  await page.waitForURL(/\/actions\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Asks on the page of an action, as who carries it, that its deadline be put off. */
export async function demanderReport(page: Page, echeance: string): Promise<void> {
  await page.locator('summary', { hasText: 'Demander un report' }).click();
  const demande = page.getByRole('form', { name: 'Demande de report' });
  await demande.getByLabel('Nouvelle échéance').fill(echeance);
  await demande.getByLabel('Motif').fill('Le marché de dépannage est relancé');
  await demande.getByRole('button', { name: 'Demander le report' }).click();
  await page.getByText('La demande de report est enregistrée').waitFor();
}
