import { expect, type Page } from '@playwright/test';

/** Prepares a roadmap for this territory, as who is signed in, and gives its address. */
export async function preparerFeuille(page: Page, titre: string, territoire: string): Promise<string> {
  await page.goto('/feuilles-de-route/nouvelle');
  await page.getByLabel('Titre').fill(titre);
  await page.getByLabel('Mandat donné au').selectOption(territoire);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await expect(page).toHaveURL(/\/feuilles-de-route\/[0-9a-f-]{36}\/preparer$/);
  return new URL(page.url()).pathname.replace('/preparer', '');
}

/** Puts a reform with its commitment, and a local project with a late milestone, in a roadmap being prepared. */
export async function remplirFeuille(page: Page, feuille: string): Promise<void> {
  await page.goto(`${feuille}/preparer`);
  const ajout = page.getByRole('form', { name: 'Ajouter une réforme' });
  await ajout.getByLabel('Réforme').selectOption({ label: 'Très haut débit et couverture mobile' });
  await ajout
    .getByLabel('Engagement du préfet')
    .fill('Raccorder les quatre dernières communes avant la fin du mandat.');
  await ajout.getByRole('button', { name: 'Ajouter la réforme' }).click();
  await expect(page.getByText('La réforme est dans la feuille de route.')).toBeVisible();
  const projet = page.getByRole('form', { name: 'Ajouter un projet' });
  await projet.getByLabel('Nom du projet').fill('Reconversion de l’ancien arsenal');
  await projet
    .getByLabel('Description')
    .fill('Un quartier de logements, d’ateliers et de services sur douze hectares.');
  await projet.getByLabel('Partenaires').fill('Métropole, établissement public foncier');
  await projet.getByLabel('Moyens').fill('12 M€ du fonds friches, un sous-préfet référent');
  await projet.getByRole('button', { name: 'Ajouter le projet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reconversion de l’ancien arsenal');
  await ajouterJalon(page, 'Dépollution achevée', '15 janvier 2022');
  await ajouterJalon(page, 'Premiers logements livrés', '1er semestre 2028');
}

async function ajouterJalon(page: Page, libelle: string, echeance: string): Promise<void> {
  const formulaire = page.getByRole('form', { name: 'Ajouter un jalon' });
  if (!(await formulaire.isVisible())) await page.getByText('Ajouter un jalon', { exact: true }).first().click();
  await formulaire.getByLabel('Jalon').fill(libelle);
  await formulaire.getByLabel('Échéance').fill(echeance);
  await formulaire.getByRole('button', { name: 'Ajouter le jalon' }).click();
  await expect(page.getByText('Le jalon est ajouté.')).toBeVisible();
  await expect(page.getByText(libelle).first()).toBeVisible();
}

/** Records the signature of the Prime Minister, as the DITP. */
export async function signerFeuille(page: Page, feuille: string, jour: string): Promise<void> {
  await page.goto(`${feuille}/vie`);
  await page.getByLabel('Jour de la signature').fill(jour);
  await page.getByRole('button', { name: 'Enregistrer la signature' }).click();
  await expect(page.getByText('La signature est enregistrée')).toBeVisible();
}

/** A roadmap in force for this territory, made once; whoever is signed in is the DITP. */
export async function feuilleEnVigueur(page: Page, territoire: string): Promise<string> {
  const titre = `Feuille de route d’essai ${territoire}`;
  await page.goto('/feuilles-de-route');
  const lien = page.getByRole('main').getByRole('link', { name: titre, exact: true });
  if ((await lien.count()) > 0) return (await lien.first().getAttribute('href')) ?? '';
  const feuille = await preparerFeuille(page, titre, territoire);
  await remplirFeuille(page, feuille);
  await signerFeuille(page, feuille, ilYAUnAn());
  return feuille;
}

/** A day of last year, so that the mandate is in force whenever the test runs. */
export function ilYAUnAn(): string {
  const annee = new Date().getFullYear() - 1;
  return `${annee}-03-15`;
}

/** Tests run side by side, and a territory has one roadmap in force: each worker has its own. */
export function territoireDEssai(): string {
  return ['D971', 'D972', 'D973', 'D976'][Number(process.env.TEST_PARALLEL_INDEX ?? 0) % 4] ?? 'D971';
}

/** The address of a reform of the demonstration followed in this territory, read from what a roadmap offers. */
export async function reformeDEssai(page: Page, territoire: string): Promise<string> {
  const feuille = await preparerFeuille(page, 'Pour choisir une réforme', territoire);
  await page.goto(`${feuille}/preparer`);
  const option = page.locator('select[name="reforme"] option', { hasText: 'Très haut débit et couverture mobile' });
  return `/reformes/${await option.getAttribute('value')}`;
}

/** Proposes a target of the first indicator, years ahead; the page of the targets is shown. */
export async function proposerUneCible(page: Page, valeur: string): Promise<void> {
  await page.getByText('Un indicateur, une échéance, une valeur').click();
  const formulaire = page.getByRole('form', { name: 'Proposer une cible' });
  await formulaire.getByLabel('Indicateur').selectOption({ index: 1 });
  await formulaire.getByLabel('Échéance').fill(`${2040 + Math.floor(Math.random() * 100)}-12-31`);
  await formulaire.getByLabel('Valeur proposée').fill(valeur);
  await formulaire.getByRole('button', { name: 'Proposer la cible' }).click();
  await expect(page.getByText('La valeur est proposée')).toBeVisible();
}
