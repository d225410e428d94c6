import { expect, type Locator, type Page } from '@playwright/test';

/** A file made by the test, as the browser sends it. */
export type Fichier = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export function fichierCsv(lignes: readonly (readonly string[])[], nom = 'plan.csv'): Fichier {
  const texte = lignes.map((ligne) => ligne.map((cellule) => `"${cellule.replaceAll('"', '""')}"`).join(';'));
  return { name: nom, mimeType: 'text/csv', buffer: Buffer.from(texte.join('\r\n')) };
}

/** Deposits a file on a page of deposit, and waits until it is read, with or without a script. */
export async function deposer(page: Page, adresse: string, fichier: Fichier | string): Promise<void> {
  await page.goto(adresse);
  const formulaire = page.getByRole('form', { name: 'Déposer le fichier' });
  await formulaire.getByLabel('Fichier du plan').setInputFiles(fichier as Fichier);
  await formulaire.getByRole('button', { name: 'Lire ce fichier' }).click();
  await attendreLaLecture(page);
}

/** The page of an import comes back by itself until the file is read. */
export async function attendreLaLecture(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/imports\//);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Lecture de', { timeout: 30_000 });
}

/** Writes the plan of an import that is read, with what the page suggests. Gives the address of the plan. */
export async function importer(page: Page, titre?: string): Promise<string> {
  const formulaire = page.getByRole('form', { name: 'Importer le plan' });
  if (titre !== undefined) await formulaire.getByLabel('Titre').fill(titre);
  await formulaire.getByRole('button', { name: /^Importer / }).click();
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Sends the form without the checks of the browser, as an old one does: the server must say what is wrong. */
export async function envoyerSansControle(page: Page, bouton: string): Promise<void> {
  await page.evaluate(() => {
    for (const formulaire of document.forms) formulaire.noValidate = true;
  });
  await page.getByRole('button', { name: bouton, exact: true }).click();
}

/** The actions listed on the page of a plan; the headings of its axes are rows as well. */
export function actionsListees(page: Page): Locator {
  return page.getByRole('rowheader').getByRole('link');
}

/** Opens a folded panel as a click does; nothing when it is open. */
export async function ouvrir(page: Page, titre: string): Promise<void> {
  const panneau = page.locator('details', { has: page.getByText(titre, { exact: true }) }).last();
  if ((await panneau.getAttribute('open')) === null) await panneau.locator('summary').first().click();
}

/** Puts a mail of trial in the outbox, as the DITP, and gives its address. */
export async function deposerCourrielDEssai(page: Page, destinataire: string): Promise<string> {
  await page.goto('/administration/courriels');
  await ouvrir(page, 'Essayer l’envoi');
  await page.getByLabel('Adresse qui doit recevoir le message').fill(destinataire);
  await page.getByRole('button', { name: 'Envoyer un courriel d’essai' }).click();
  await page.waitForURL(/\/administration\/courriels\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** A file of values in the format of the State's dashboard: what follows the identifier, one row a line. */
export function fichierDeValeurs(identifiant: string, lignes: readonly string[], nom = 'valeurs.csv'): Fichier {
  const entete = 'identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur';
  const corps = lignes.map((ligne) => `${identifiant};${ligne}`);
  return { name: nom, mimeType: 'text/csv', buffer: Buffer.from([entete, ...corps].join('\n')) };
}

/** Deposits a file of values, waits until it is read, and gives the address of the import. */
export async function deposerValeurs(page: Page, fichier: Fichier): Promise<string> {
  await page.goto('/indicateurs/importer');
  await page.getByLabel('Fichier de valeurs').setInputFiles(fichier);
  await page.getByRole('button', { name: 'Lire ce fichier' }).click();
  await expect(page).toHaveURL(/\/indicateurs\/imports\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Lecture de', { timeout: 30_000 });
  return new URL(page.url()).pathname;
}

let rang = 0;

/** Creates an indicator followed in each département by its form, as the DITP; gives its address. */
export async function creerIndicateur(
  page: Page,
  nom: string,
  { identifiant, brouillon = false }: { readonly identifiant?: string; readonly brouillon?: boolean } = {},
): Promise<string> {
  rang += 1;
  await page.goto('/indicateurs/nouveau');
  await page.getByLabel('Nom', { exact: false }).first().fill(nom);
  await page.getByLabel('Identifiant').fill(identifiant ?? `essai-${Date.now()}-${process.pid}-${rang}`);
  await page.getByLabel('Unité').fill('%');
  await page.getByText('À la hausse', { exact: true }).click();
  await page.getByLabel('Périodicité').selectOption({ value: 'mensuelle' });
  if (brouillon) await page.getByText('Brouillon', { exact: true }).click();
  await page.getByRole('button', { name: 'Créer l’indicateur' }).click();
  await page.waitForURL(/\/indicateurs\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}
