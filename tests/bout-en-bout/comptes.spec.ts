import type { Page } from '@playwright/test';
import { collegue, ouvrirUnCompte } from './outils/comptes.ts';
import { expect, seConnecter, test } from './outils/essai.ts';
import { ouvrir } from './outils/gestes.ts';
import { COMPTES_29, PREFET_BRETAGNE, SGAR_BRETAGNE } from './outils/personas.ts';

/** As an administrator of a département: a colleague gets the right access, and only it, in under two minutes. */

async function donnerAcces(page: Page, compte: string, plan: string, droit: string): Promise<void> {
  await page.goto(compte);
  await page.getByRole('link', { name: 'Donner un accès' }).click();
  const formulaire = page.getByRole('form', { name: 'Donner un accès' });
  await formulaire.getByLabel('Sur quoi').selectOption(plan);
  await formulaire.getByRole('radio', { name: new RegExp(`^${droit}`) }).check({ force: true });
  await formulaire.getByLabel('Pourquoi').fill('Suit les contrôles de la feuille de route');
  await formulaire.getByRole('button', { name: 'Donner cet accès' }).click();
  await expect(page.getByRole('status').first()).toContainText('L’accès est donné');
}

/** Titles of the plans the table names, over all its pages. */
async function titres(page: Page): Promise<readonly string[]> {
  const lus = new Set<string>();
  const suivante = page.getByRole('link', { name: 'Page suivante' });
  while (true) {
    for (const titre of await page.getByRole('rowheader').getByRole('link').allInnerTexts()) lus.add(titre);
    if ((await suivante.count()) === 0) return [...lus].sort();
    await page.goto(new URL((await suivante.getAttribute('href')) ?? '', page.url()).href);
  }
}

async function statut(page: Page, adresse: string): Promise<number> {
  return (await page.request.get(adresse)).status();
}

function parcours(): void {
  test('une collègue reçoit l’accès qu’il lui faut, et rien d’autre', async ({
    page,
    browser,
    baseURL,
    monde,
    entrer,
  }) => {
    const debut = Date.now();
    const personne = collegue('Inspectrice');
    await entrer(COMPTES_29);
    const compte = await ouvrirUnCompte(page, personne);
    await expect(page.getByRole('status').first()).toContainText('Votre compte Jalon est ouvert');
    await expect(page.getByRole('main')).toContainText('DDPP');

    const sienne = await browser.newPage(baseURL === undefined ? {} : { baseURL });
    await seConnecter(sienne, personne.nom);
    expect(await statut(sienne, monde.finistere.adresse)).toBe(403);

    await donnerAcces(page, compte, monde.finistere.titre, 'Lire');
    expect(Date.now() - debut).toBeLessThan(120_000);

    await sienne.goto('/plans');
    const avant = await titres(sienne);
    await page.getByRole('link', { name: /^Voir (ce plan|les \d+ plans), et pourquoi/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce que cette personne peut voir');
    const ligne = page.getByRole('row', { name: monde.finistere.titre });
    await expect(ligne).toContainText('lit');
    await expect(ligne).toContainText(/habilitation, jusqu’au/);
    const promis = await titres(page);

    // Other tests add plans meanwhile: what she saw before the promise is in it, and all of the promise is in what she sees after.
    await sienne.goto('/plans');
    const ensuite = await titres(sienne);
    expect(avant.filter((titre) => !promis.includes(titre))).toEqual([]);
    expect(promis.filter((titre) => !ensuite.includes(titre))).toEqual([]);
    expect(promis).toContain(monde.finistere.titre);
    await sienne.goto(monde.finistere.adresse);
    await expect(sienne.getByRole('heading', { level: 1 })).toHaveText(monde.finistere.titre);
    await expect(sienne.getByRole('main').getByRole('link', { name: /^(Modifier|Ajouter|Importer)/ })).toHaveCount(0);
    for (const ferme of [monde.reprise, monde.brouillon]) expect(await statut(sienne, ferme.adresse)).toBe(403);
    expect(await statut(sienne, '/administration')).toBe(403);

    await page.goto(`${monde.finistere.adresse}/acces?q=${encodeURIComponent(personne.nom)}`);
    await expect(page.getByRole('rowheader', { name: personne.nom }).first()).toBeVisible();

    await page.getByRole('link', { name: `Gérer : Lire, ${personne.nom}` }).click();
    const retrait = page.getByRole('form', { name: 'Retirer l’habilitation' });
    await retrait.getByLabel('Pourquoi elle est retirée').fill('Mission finie');
    await retrait.getByRole('button', { name: 'Retirer' }).click();
    // One comes back to the page the gesture was made from.
    await expect(page).toHaveURL(`${monde.finistere.adresse}/acces?fait=retirer`);
    await expect(page.getByRole('status').first()).toContainText('L’accès est retiré');
    expect(await statut(sienne, monde.finistere.adresse)).toBe(403);

    await page.goto(compte);
    await ouvrir(page, 'Cette personne n’a plus besoin de Jalon');
    const fermeture = page.getByRole('form', { name: 'Fermer le compte' });
    await fermeture.getByLabel('Pourquoi').fill('Départ');
    await fermeture.getByRole('button', { name: 'Fermer le compte' }).click();
    await expect(page.getByRole('status').first()).toContainText('Le compte est fermé');
    const apres = await sienne.request.get('/plans', { maxRedirects: 0 });
    expect(apres.headers().location).toMatch(/^\/connexion/);
    await sienne.context().close();
  });

  test('une demande part du lien du refus, se refuse avec un motif, que la personne lit', async ({
    page,
    browser,
    baseURL,
    monde,
    entrer,
  }) => {
    const personne = collegue('Vétérinaire');
    await entrer(COMPTES_29);
    await ouvrirUnCompte(page, personne);
    const sienne = await browser.newPage(baseURL === undefined ? {} : { baseURL });
    await seConnecter(sienne, personne.nom);
    await sienne.goto(monde.finistere.adresse);
    await sienne.getByRole('main').getByRole('link', { name: 'Demander un accès' }).click();
    await expect(sienne.getByRole('heading', { level: 1 })).toHaveText('Demander un accès');
    await expect(sienne.getByRole('main')).not.toContainText(monde.finistere.titre);
    await sienne.getByLabel('Pourquoi j’en ai besoin').fill('Contrôles de l’été');
    await sienne.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(sienne.getByRole('status').first()).toContainText('Demande envoyée');

    await page.goto('/administration/demandes');
    await page.getByRole('link', { name: `Répondre à ${personne.nom}` }).click();
    const refus = page.getByRole('form', { name: 'Refuser la demande' });
    await refus.getByLabel('Pourquoi, et à qui s’adresser').fill('Voyez d’abord votre directeur.');
    await refus.getByRole('button', { name: 'Refuser' }).click();
    await expect(page.getByRole('status').first()).toContainText('La demande est refusée');

    await sienne.goto('/acces/demander');
    await expect(sienne.getByRole('main')).toContainText('Voyez d’abord votre directeur.');
    await sienne.context().close();
  });

  test('un suppléant agit pour quelqu’un, le lit sur chaque page, et reprend son compte', async ({
    page,
    monde,
    entrer,
  }) => {
    await entrer(SGAR_BRETAGNE);
    await page.goto('/compte/suppleances');
    await page.getByRole('button', { name: `Agir pour ${PREFET_BRETAGNE}` }).click();
    await expect(page.getByRole('banner')).toContainText(`Vous agissez pour ${PREFET_BRETAGNE}`);
    for (const adresse of ['/plans', monde.bretagne.adresse, '/aide']) {
      await page.goto(adresse);
      await expect(page.getByRole('banner')).toContainText(`Vous agissez pour ${PREFET_BRETAGNE}`);
      await expect(page.getByRole('banner')).toContainText(`${SGAR_BRETAGNE} pour ${PREFET_BRETAGNE}`);
    }
    await page.getByRole('button', { name: 'Reprendre mon compte' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Suppléances');
    await expect(page.getByRole('banner')).not.toContainText('Vous agissez pour');
  });
}

test.describe('avec JavaScript', parcours);
test.describe('sans JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  parcours();
});

test('ce que l’on a tapé reste quand un service est à préciser, ou quand le courriel est déjà pris', async ({
  page,
  entrer,
}) => {
  const { nom, courriel } = collegue('Agente');
  await entrer(COMPTES_29);
  await ouvrirUnCompte(page, { nom, courriel });
  await page.goto('/administration/comptes/nouveau');
  await page.getByLabel('Courriel professionnel').fill(courriel);
  await page.getByLabel('Nom').fill('La même personne');
  await page.getByLabel('Service').fill('un service qui n’existe pas');
  await page.getByLabel('Profil').selectOption('Service déconcentré');
  await page.getByRole('button', { name: 'Ouvrir le compte' }).click();
  await expect(page.getByRole('alert').first()).toContainText('un service qui n’existe pas');
  await expect(page.getByLabel('Nom')).toHaveValue('La même personne');
  await page.getByLabel('Service').fill('DDPP du Finistère');
  await page.getByRole('button', { name: 'Ouvrir le compte' }).click();
  await expect(page.getByRole('alert').first()).toContainText('déjà ce courriel');
  await expect(page.getByRole('alert').first()).toContainText(nom);
});

test('au clavier seul : ouvrir un compte', async ({ page, entrer }) => {
  const { nom, courriel } = collegue('Gestionnaire');
  await entrer(COMPTES_29);
  await page.goto('/administration/comptes/nouveau');
  await page.getByLabel('Courriel professionnel').focus();
  await page.keyboard.type(courriel);
  await page.keyboard.press('Tab');
  await page.keyboard.type(nom);
  await page.keyboard.press('Tab');
  await page.keyboard.type('DDPP du Finistère');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Service');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(nom);
});

test('qui n’administre pas ne trouve ni le lien, ni les pages', async ({ page, monde, entrer }) => {
  await entrer(SGAR_BRETAGNE);
  await expect(page.getByRole('navigation', { name: 'Menu principal' })).not.toContainText('Administration');
  expect(await statut(page, '/administration/comptes')).toBe(403);
  await page.goto(`${monde.irritants.adresse}/acces`);
  await expect(page.getByRole('main')).toContainText('Les noms sont montrés à l’équipe du plan');
  await expect(page.getByRole('main')).not.toContainText('Chargée de mission, DITP');
});
