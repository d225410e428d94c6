import type { Browser, Page } from '@playwright/test';
import { expect, seConnecter, test } from './outils/essai.ts';
import { envoyerSansControle, ouvrir } from './outils/gestes.ts';
import { BCAM, PREFET_29, PREFET_44, PRESIDENCE, SGCD_29 } from './outils/personas.ts';
import { ajouterQuestion, envoyerRemontee, ouvrirLaDemonstration, preparerRemontee } from './outils/remontees.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('une remontée aux 101 départements : préparer, envoyer, répondre, relancer, fermer, publier, emporter', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.slow();
      await seConnecter(page, BCAM);
      const titre = `Équipement ${javaScriptEnabled ? 'de mars' : 'd’avril'}`;
      const adresse = await preparerRemontee(page, titre);
      await ajouterQuestion(page, 'Part des agents équipés', 'un pourcentage', { poids: 'Agents du département' });
      await expect(page.getByRole('group', { name: 'Aperçu du questionnaire' })).toContainText(
        'Part des agents équipés',
      );
      await expect(page.getByRole('main')).toContainText(/Elle s’adressera à 101\sservices/);
      await envoyerRemontee(page);
      await expect(page.locator('.jalon-page__phrase')).toContainText('Aucun des 101 départements n’a encore répondu');

      const prefet = await browser.newPage({ javaScriptEnabled, ...(baseURL === undefined ? {} : { baseURL }) });
      await seConnecter(prefet, PREFET_29);
      await prefet.goto(`/recherche?q=${encodeURIComponent(titre)}`);
      await expect(prefet.getByRole('region', { name: 'Remontées' }).getByRole('link', { name: titre })).toBeVisible();
      await prefet.goto('/attendu');
      await prefet.getByRole('region', { name: 'Remontées à remplir' }).getByRole('link', { name: titre }).click();
      const formulaire = prefet.getByRole('form', { name: 'Répondre' });
      await formulaire.getByLabel('Agents du département').fill('beaucoup');
      await formulaire.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
      await expect(prefet.getByText(/Brouillon enregistré le/)).toBeVisible();
      await expect(formulaire.getByLabel('Agents du département')).toHaveValue('beaucoup');
      await formulaire.getByRole('button', { name: 'Envoyer la réponse' }).click();
      await expect(prefet.getByText(/n’est pas un nombre/).first()).toBeVisible();
      await formulaire.getByLabel('Agents du département').fill('1 000');
      await formulaire.getByLabel('Part des agents équipés').fill('92,5');
      await formulaire.getByRole('button', { name: 'Envoyer la réponse' }).click();
      await expect(prefet.getByText(/Réponse envoyée le/)).toBeVisible();
      await formulaire.getByLabel('Agents du département').fill('1 250');
      await formulaire.getByRole('button', { name: 'Envoyer la correction' }).click();
      await expect(prefet.getByText(/après 1 envoi qu’elle corrige/)).toBeVisible();

      await page.goto(adresse);
      await expect(page.locator('.jalon-page__phrase')).toContainText(/1\s% des départements a répondu \(1 sur 101\)/);
      await expect(
        page.getByRole('table', { name: /Taux de réponse par région/ }).getByRole('row', { name: /Bretagne/ }),
      ).toContainText('1 sur 4');
      await page.getByRole('button', { name: /^Relancer 100/ }).click();
      await expect(page.getByText(/Relancée le/)).toContainText(/100\sservices/);
      await page.getByRole('button', { name: /^Relancer 100/ }).click();
      await expect(page.getByText('Une relance est déjà partie aujourd’hui').first()).toBeVisible();
      await page.getByRole('link', { name: 'ont répondu' }).click();
      await expect(page.getByRole('table', { name: 'Services interrogés' }).getByRole('rowheader')).toHaveCount(1);

      // Closed while the prefect types: what is typed is kept, and said not to be sent.
      await formulaire.getByLabel('Agents du département').fill('1 300');
      await page.goto(adresse);
      await ouvrir(page, 'Prolonger ou fermer');
      await page.getByRole('button', { name: 'Fermer maintenant' }).click();
      await expect(page.getByText('Remontée · fermée')).toBeVisible();
      await formulaire.getByRole('button', { name: 'Envoyer la correction' }).click();
      await expect(prefet.getByText('La remontée s’est fermée pendant votre saisie')).toBeVisible();
      await expect(prefet.getByRole('region', { name: 'Brouillon non envoyé' })).toContainText('1 300');

      expect((await prefet.goto(`${adresse}/resultats`))?.status()).toBe(403);
      await page.getByRole('button', { name: 'Publier les résultats à ceux qui ont été interrogés' }).click();
      await expect(page.getByRole('button', { name: /^Publier/ })).toHaveCount(0);
      expect((await prefet.goto(`${adresse}/resultats`))?.status()).toBe(200);
      await expect(prefet.getByRole('region', { name: 'Part des agents équipés', exact: true })).toContainText(
        /92,5\s%.*n = 1 sur 101/,
      );
      for (const format of ['csv', 'xlsx', 'ods']) {
        const fichier = await page.request.get(`${adresse}/resultats.${format}`);
        expect([fichier.status(), fichier.headers()['content-disposition']]).toEqual([
          200,
          expect.stringContaining(`.${format}`),
        ]);
      }
      await prefet.context().close();
    });
  });
}

test('la remontée de la démonstration : 40 % des départements, 2 671 agents, 93 % équipés', async ({
  page,
  entrer,
}) => {
  await entrer(BCAM);
  await page.goto('/remontees');
  await page.getByRole('link', { name: 'Agents non encore dotés d’une carte' }).click();
  await expect(page.locator('.jalon-page__phrase')).toContainText(/40\s% des départements ont répondu \(40 sur 101\)/);
  await expect(page.locator('.jalon-page__phrase')).toContainText(/61\sréponses manquent/);
  await page.getByRole('link', { name: 'Voir les résultats' }).click();
  await expect(page.getByRole('region', { name: 'Agents non encore dotés d’une carte', exact: true })).toContainText(
    /2\s671\sagents/,
  );
  await expect(page.getByRole('region', { name: 'Part des agents équipés', exact: true })).toContainText(
    /93\s%.*n = 40 sur 101.*intervalle/,
  );
});

test.describe('sans JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('un fichier répondu : confié à un service, gardé malgré une faute, ouvert par qui a demandé', async ({
    page,
    browser,
    baseURL,
  }) => {
    test.slow();
    await seConnecter(page, BCAM);
    const adresse = await preparerRemontee(page, 'Livraisons', { territoire: 'Finistère' });
    await ajouterQuestion(page, 'État des livraisons', 'un fichier');
    await envoyerRemontee(page);
    const reponse = `${adresse}/repondre/d29-prefecture`;
    const prefet = await browser.newPage({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
    await seConnecter(prefet, PREFET_29);
    await prefet.goto(reponse);
    await ouvrir(prefet, 'Confier cette réponse à un autre service');
    const confier = prefet.getByRole('form', { name: 'Confier cette réponse' });
    await confier.getByLabel('Service').selectOption('d29-sgcd');
    await confier.getByRole('button', { name: 'Enregistrer' }).click();
    await prefet.goto('/attendu');
    await expect(
      prefet
        .getByRole('region', { name: 'Remontées à remplir' })
        .getByRole('listitem')
        .filter({ hasText: 'Livraisons' }),
    ).toContainText('confiée à');

    const sgcd = await browser.newPage({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
    await seConnecter(sgcd, SGCD_29);
    await sgcd.goto(reponse);
    await sgcd.getByLabel('État des livraisons').setInputFiles({
      name: 'état.pdf',
      mimeType: 'text/html',
      buffer: Buffer.from('%PDF-1.7\nétat'),
    });
    await sgcd.getByLabel('Agents du département').fill('beaucoup');
    await sgcd.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await expect(sgcd.getByText(/n’est pas un nombre/).first()).toBeVisible();
    await expect(sgcd.getByRole('link', { name: 'état.pdf' })).toBeVisible();
    await sgcd.getByLabel('Agents du département').fill('40');
    await sgcd.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await expect(sgcd.getByText(/Réponse envoyée le/)).toBeVisible();
    await prefet.goto(reponse);
    await expect(prefet.getByText(/Réponse envoyée le .* par Directrice du SGC-D du Finistère/)).toBeVisible();

    await page.goto(`${adresse}/resultats`);
    const lien = await page
      .getByRole('table', { name: /Fichiers reçus/ })
      .getByRole('link')
      .getAttribute('href');
    const fichier = await page.request.get(lien ?? '');
    expect([fichier.status(), fichier.headers()]).toMatchObject([
      200,
      {
        'content-type': 'application/pdf',
        'content-disposition': expect.stringContaining('attachment'),
        'x-content-type-options': 'nosniff',
      },
    ]);
    const ailleurs = await autrePage(browser, baseURL);
    await seConnecter(ailleurs, PREFET_44);
    expect((await ailleurs.request.get(lien ?? '')).status()).toBe(403);
    for (const une of [prefet, sgcd, ailleurs]) await une.context().close();
  });

  test('un résultat devient une note d’une action en un geste, et l’on va de l’un à l’autre', async ({ page }) => {
    await seConnecter(page, BCAM);
    await ouvrirLaDemonstration(page);
    await page.getByRole('link', { name: 'Reprendre « Part des agents équipés »' }).click();
    await expect(page.locator('.jalon-page__phrase')).toContainText(/93\s% · n = 40 sur 101.*40\s% des départements/);
    const formulaire = page.getByRole('form', { name: 'Noter dans une action' });
    const action = (await formulaire.getByRole('radio').first().getAttribute('value')) ?? '';
    await formulaire.getByRole('radio').first().check({ force: true });
    await formulaire.getByRole('button', { name: 'Noter dans l’action' }).click();
    await expect(page.getByText('Le résultat est repris')).toBeVisible();
    const reprises = page.getByRole('table', { name: /Résultats repris/ });
    await expect(reprises.getByRole('rowheader')).toHaveCount(1);
    await reprises.getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/actions/${action.split('/')[1]}`));
    await expect(page.getByRole('main')).toContainText(/Part des agents équipés\s: 93\s%/);
    await page
      .getByRole('link', { name: /^Résultats de la remontée/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Résultats' })).toBeVisible();
  });
});

test('anonyme : ni brouillon, ni résultats avant la fermeture, ni second envoi', async ({ page, browser, baseURL }) => {
  await seConnecter(page, BCAM);
  const adresse = await preparerRemontee(page, 'Climat de travail', { territoire: 'Bretagne', anonyme: true });
  await envoyerRemontee(page);
  await expect(page.getByRole('link', { name: 'Voir les résultats' })).toHaveCount(0);
  const prefet = await autrePage(browser, baseURL);
  await seConnecter(prefet, PREFET_29);
  await prefet.goto(`${adresse}/repondre/d29-prefecture`);
  await expect(prefet.getByRole('button', { name: 'Enregistrer le brouillon' })).toHaveCount(0);
  await envoyerSansControle(prefet, 'Envoyer la réponse');
  await expect(prefet.getByText(/cette question est obligatoire/).first()).toBeVisible();
  await prefet.getByLabel('Agents du département').fill('8');
  await prefet.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await expect(prefet.getByText(/Une réponse de votre service est reçue/)).toBeVisible();
  await expect(prefet.getByRole('form', { name: 'Répondre' })).toHaveCount(0);
  await prefet.context().close();

  expect((await page.goto(`${adresse}/resultats`))?.status()).toBe(403);
  await page.goto(adresse);
  await ouvrir(page, 'Prolonger ou fermer');
  await page.getByRole('button', { name: 'Fermer maintenant' }).click();
  await page.getByRole('link', { name: 'Voir les résultats' }).click();
  await expect(page.getByText(/Moins de 5 réponses/).first()).toBeVisible();
  for (const persona of [PREFET_44, PRESIDENCE]) {
    const ailleurs = await autrePage(browser, baseURL);
    await seConnecter(ailleurs, persona);
    expect((await ailleurs.goto(adresse))?.status()).toBe(403);
    await ailleurs.context().close();
  }
});

async function autrePage(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return browser.newPage(baseURL === undefined ? {} : { baseURL });
}
