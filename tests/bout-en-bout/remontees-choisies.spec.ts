import { expect, seConnecter, test } from './outils/essai.ts';
import { creerIndicateur, envoyerSansControle } from './outils/gestes.ts';
import { BCAM, DITP, PREFET_29, SGCD_29 } from './outils/personas.ts';
import { envoyerRemontee, preparerRemontee } from './outils/remontees.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('des services choisis un à un : cherchés, ajoutés, retirés, et eux seuls sont interrogés', async ({
      page,
      browser,
      baseURL,
    }) => {
      await seConnecter(page, BCAM);
      const titre = `Choisis ${javaScriptEnabled ? 'en mai' : 'en juin'}`;
      const adresse = await preparerRemontee(page, titre, {
        territoire: 'Finistère',
        reseau: 'des services choisis un à un',
      });
      const main = page.getByRole('main');
      await expect(main).toContainText('Elle ne s’adresse encore à personne');
      await page.getByRole('button', { name: 'Envoyer la remontée' }).click();
      await expect(main.getByRole('alert')).toBeVisible();

      const chercher = async (mots: string) => {
        await page.getByLabel('Nom ou sigle d’un service').fill(mots);
        await page.getByRole('button', { name: 'Chercher', exact: true }).click();
        await expect(page).toHaveURL((adresse) => adresse.searchParams.get('chercher') === mots);
      };
      await chercher('zzzz');
      await expect(main).toContainText('Aucun service à ajouter');
      await chercher('SGC-D');
      const ajout = page.getByRole('form', { name: 'Ajouter des services' });
      await envoyerSansControle(page, 'Ajouter aux destinataires');
      await expect(main).toContainText('Cochez au moins un service');
      await ajout
        .getByLabel(/SGC-D.*Finistère|Finistère.*SGC-D|secrétariat général commun/i)
        .first()
        .check({ force: true });
      await ajout.getByRole('button', { name: 'Ajouter aux destinataires' }).click();
      const choisis = page.getByRole('table', { name: 'Services choisis' });
      await expect(choisis.getByRole('rowheader')).toHaveCount(1);
      await chercher('préfecture');
      await ajout.getByLabel('Préfecture du Finistère').check({ force: true });
      await ajout.getByRole('button', { name: 'Ajouter aux destinataires' }).click();
      await expect(choisis.getByRole('rowheader')).toHaveCount(2);
      // One already chosen is not proposed again.
      await page.goto(`${adresse}/preparer?chercher=Préfecture+du+Finistère`);
      await expect(ajout.getByLabel('Préfecture du Finistère')).toHaveCount(0);
      await choisis.getByRole('button', { name: /^Retirer « Préfecture du Finistère »/ }).click();
      await expect(choisis.getByRole('rowheader')).toHaveCount(1);
      await envoyerRemontee(page);
      await expect(page.locator('.jalon-page__phrase')).toContainText('Un seul service est interrogé');

      const ailleurs = await browser.newPage({ javaScriptEnabled, ...(baseURL === undefined ? {} : { baseURL }) });
      await seConnecter(ailleurs, SGCD_29);
      await ailleurs.goto('/remontees');
      await expect(ailleurs.getByRole('link', { name: titre })).toBeVisible();
      await ailleurs.context().close();
    });

    test('un résultat devient la valeur d’un indicateur en un geste, et l’on va de l’un à l’autre', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.slow();
      await seConnecter(page, DITP);
      const nom = `Agents comptés ${javaScriptEnabled ? 'en juillet' : 'en août'} ${Date.now()}`;
      const fiche = await creerIndicateur(page, nom);
      const adresse = await preparerRemontee(page, `Compter les agents, ${nom}`, { territoire: 'Finistère' });
      await envoyerRemontee(page);
      const prefet = await browser.newPage({ javaScriptEnabled, ...(baseURL === undefined ? {} : { baseURL }) });
      await seConnecter(prefet, PREFET_29);
      await prefet.goto(`${adresse}/repondre/d29-prefecture`);
      await prefet.getByLabel('Agents du département').fill('1 250');
      await prefet.getByRole('button', { name: 'Envoyer la réponse' }).click();
      await expect(prefet.getByText(/Réponse envoyée le/)).toBeVisible();
      await prefet.context().close();

      await page.goto(`${adresse}/resultats`);
      await page.getByRole('link', { name: 'Reprendre « Agents du département »' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Reprendre ce résultat' })).toBeVisible();
      await page.getByLabel('Mots ou identifiant').fill(nom);
      await page
        .getByRole('search', { name: 'Chercher un indicateur' })
        .getByRole('button', { name: 'Chercher', exact: true })
        .click();
      const formulaire = page.getByRole('form', { name: 'Verser dans un indicateur' });
      await expect(formulaire.getByRole('radio')).toHaveCount(1);
      await envoyerSansControle(page, 'Verser dans l’indicateur');
      await expect(formulaire.getByText(/Choisissez l’indicateur/).first()).toBeVisible();
      await formulaire.getByLabel(nom).check({ force: true });
      await formulaire.getByRole('button', { name: 'Verser dans l’indicateur' }).click();
      await expect(page.getByText('Le résultat est repris')).toBeVisible();
      const reprises = page.getByRole('table', { name: /Résultats repris/ });
      await expect(reprises).toContainText(/1\s250\sagents/);
      await reprises.getByRole('link', { name: nom }).click();
      await expect(page).toHaveURL(new RegExp(`${fiche}$`));
      await expect(page.getByRole('heading', { level: 1 })).toContainText(nom);
      await page.goto(`${fiche}?territoire=D29`);
      await expect(page.getByRole('list', { name: 'Valeurs, Finistère' })).toContainText(/1\s250/);
      await page
        .getByRole('list', { name: 'Valeurs, Finistère' })
        .getByRole('link', { name: /resultats#q1$/ })
        .click();
      await expect(page.getByRole('heading', { level: 1, name: 'Résultats' })).toBeVisible();
    });
  });
}
