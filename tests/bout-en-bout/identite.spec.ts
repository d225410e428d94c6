import type { Page } from '@playwright/test';
import { expect, seConnecter, test } from './outils/essai.ts';
import {
  allerChezLeFournisseur,
  fermerCompte,
  nouvelAgent,
  ouvrirCompte,
  refuserDemande,
  seConnecterAvec,
  seDire,
} from './outils/identites.ts';
import { PREFET_29 } from './outils/personas.ts';

test.skip(process.env.JALON_ESSAIS_DONNEES === undefined, 'Ces essais démarrent leur propre fournisseur d’identité.');

const titre = (page: Page) => page.getByRole('heading', { level: 1 });
const deconnecte = (page: Page) => expect(page.getByRole('link', { name: 'Se connecter', exact: true })).toBeVisible();

test.describe('refus', () => {
  test('un agent inconnu n’entre pas : sa demande est enregistrée, il apprend qui la lit et la précise', async ({
    page,
  }) => {
    const agent = nouvelAgent();
    await seConnecterAvec(page, agent, '/connexion?vers=/plans');
    await expect(page).toHaveURL('/connexion/inconnu');
    await expect(titre(page)).toHaveText('Vous n’avez pas encore de compte');
    await expect(page.getByRole('main')).toContainText(`Camille Exemple (${agent.courriel})`);
    await expect(page.getByRole('main')).toContainText('Les administrateurs nationaux en sont prévenus');
    await deconnecte(page);
    expect((await page.request.get('/plans', { maxRedirects: 0 })).status()).toBe(302);

    await page.getByLabel('Où travaillez-vous').selectOption('D29');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page.getByRole('main')).toContainText('Pour les comptes du Finistère');
    await page.getByLabel('Service').selectOption('d29-sgcd');
    await page
      .getByRole('textbox', { name: /^Ce que vous venez y faire/ })
      .fill('Je tiens à jour les actions du SGC-D.');
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(page.getByText('Votre demande est transmise')).toBeVisible();

    await refuserDemande(agent, 'Votre directrice tient déjà ces actions à jour.');
    await page.reload();
    await expect(page.getByText('Votre directrice tient déjà ces actions à jour.')).toBeVisible();
  });

  test('un niveau d’authentification insuffisant', async ({ page }) => {
    const agent = { ...nouvelAgent(), niveau: 'eidas0' };
    await ouvrirCompte(agent);
    await seConnecterAvec(page, agent);
    await expect(titre(page)).toHaveText('Votre identité n’est pas assez vérifiée');
    await deconnecte(page);
  });

  test('celui qui renonce n’entre pas, et peut recommencer là où il allait', async ({ page }) => {
    const agent = nouvelAgent();
    const nom = await ouvrirCompte(agent);
    await allerChezLeFournisseur(page, '/connexion?vers=/organisations');
    await seDire(page, agent, 'Renoncer');
    await expect(titre(page)).toHaveText('La connexion a été abandonnée');
    await deconnecte(page);
    await page.getByRole('button', { name: 'Recommencer avec ProConnect' }).click();
    await seDire(page, agent);
    await expect(page).toHaveURL('/organisations');
    await expect(page.getByRole('banner')).toContainText(nom);
  });

  test('un retour rejoué, ou apporté par un autre navigateur', async ({ page, browser, baseURL }) => {
    const agent = nouvelAgent();
    await ouvrirCompte(agent);
    const retours: string[] = [];
    page.on('request', (requete) => {
      if (requete.url().includes('/connexion/retour?')) retours.push(requete.url());
    });
    await seConnecterAvec(page, agent);
    await expect(page.getByRole('link', { name: /, mon compte$/ })).toBeVisible();
    const [retour = ''] = retours;
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('button', { name: 'Oui, sortir' }).click();
    const reponse = await page.goto(retour);
    expect(reponse?.status()).toBe(400);
    await expect(titre(page)).toHaveText('Cette tentative de connexion n’est plus valable');
    await deconnecte(page);

    // Someone is led to finish the sign-in that another began.
    await allerChezLeFournisseur(page);
    await page.route('**/connexion/retour?*', (route) => route.abort());
    const vol = page.waitForRequest('**/connexion/retour?*');
    await page.getByLabel('sujet').fill(agent.sujet);
    await page.getByLabel('courriel').fill(agent.courriel);
    await page.getByLabel('niveau').fill(agent.niveau);
    await page.getByRole('button', { name: 'Continuer' }).click({ noWaitAfter: true });
    const adresse = (await vol).url();
    const ailleurs = await browser.newPage(baseURL === undefined ? {} : { baseURL });
    expect((await ailleurs.goto(adresse))?.status()).toBe(400);
    await deconnecte(ailleurs);
    await ailleurs.context().close();
  });

  test('un compte fermé n’ouvre plus, aussitôt', async ({ page }) => {
    const agent = nouvelAgent();
    await ouvrirCompte(agent);
    await seConnecterAvec(page, agent);
    await fermerCompte(agent);
    await page.goto('/plans');
    await expect(page).toHaveURL(/\/connexion\?vers=/);
    // The provider still knows who this is.
    await page.getByRole('button', { name: 'Se connecter avec ProConnect' }).click();
    await expect(titre(page)).toHaveText('Votre compte n’est plus ouvert');
    await expect(page.getByRole('main')).toContainText('l’administrateur des comptes de votre territoire');
    await deconnecte(page);
  });

  test('le formulaire de la demande n’est reçu que de la page de cette visite', async ({ page, baseURL }) => {
    await seConnecterAvec(page, nouvelAgent());
    await expect(page).toHaveURL('/connexion/inconnu');
    const champs = { territoire: 'D29', organisation: '', message: 'Essai' };
    for (const jeton of [undefined, '', 'autre']) {
      const form = jeton === undefined ? champs : { ...champs, jeton };
      const reponse = await page.request.post('/connexion/inconnu', { form, headers: { origin: baseURL ?? '' } });
      expect(reponse.status()).toBe(403);
    }
  });
});

test.describe('entrée', () => {
  test('un compte ouvert avec ce courriel ; puis le même quand le courriel change chez le fournisseur', async ({
    page,
    browser,
    baseURL,
  }) => {
    const agent = nouvelAgent();
    const nom = await ouvrirCompte(agent);
    await seConnecterAvec(page, agent, '/connexion?vers=/plans%3Fq%3Dfeuille');
    await expect(page).toHaveURL('/plans?q=feuille');
    await expect(page.getByRole('banner')).toContainText(nom);

    const nouveau = { ...agent, courriel: `nouveau-${agent.courriel}` };
    const ailleurs = await browser.newPage(baseURL === undefined ? {} : { baseURL });
    await seConnecterAvec(ailleurs, nouveau);
    await expect(ailleurs.getByRole('banner')).toContainText(nom);
    await ailleurs.getByRole('link', { name: /, mon compte$/ }).click();
    await expect(titre(ailleurs)).toHaveText('Mon compte');
    await expect(ailleurs.getByRole('main')).toContainText(nouveau.courriel);
    await ailleurs.context().close();
  });

  test('deux onglets à la fois', async ({ page, context }) => {
    const agent = nouvelAgent();
    const nom = await ouvrirCompte(agent);
    const autre = await context.newPage();
    await allerChezLeFournisseur(page, '/connexion?vers=/aide');
    await allerChezLeFournisseur(autre, '/connexion?vers=/organisations');
    await seDire(page, agent);
    await expect(page).toHaveURL('/aide');
    await seDire(autre, agent);
    await expect(autre).toHaveURL('/organisations');
    await expect(autre.getByRole('banner')).toContainText(nom);
  });

  test('se déconnecter, c’est sortir de Jalon et de chez le fournisseur', async ({ page }) => {
    const agent = nouvelAgent();
    await ouvrirCompte(agent);
    await seConnecterAvec(page, agent);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Sortir du fournisseur' }).waitFor();
    await page.getByRole('button', { name: 'Oui, sortir' }).click();
    await expect(page).toHaveURL(/\/deconnexion\/retour\?state=/);
    await expect(titre(page)).toHaveText('Vous êtes déconnecté de Jalon et de ProConnect');
    await deconnecte(page);
    // It asks again who one is.
    await allerChezLeFournisseur(page);

    await page.goto('/deconnexion/retour?state=invente');
    await expect(titre(page)).toHaveText('Vous êtes déconnecté de Jalon');
    await expect(page.getByRole('main')).toContainText('peut-être encore ouverte');
  });

  test('on voit ses sessions, et l’on ferme celle d’un autre poste', async ({ page, browser, baseURL }) => {
    const agent = nouvelAgent();
    await ouvrirCompte(agent);
    const poste = await browser.newPage(baseURL === undefined ? {} : { baseURL });
    await seConnecterAvec(poste, agent);
    await seConnecterAvec(page, agent, '/connexion?vers=/compte/sessions');
    await expect(page.getByRole('rowheader')).toHaveText([/Chrome sur Linux.*celle-ci/, /Chrome sur Linux/]);
    await page.getByRole('button', { name: /^Fermer Chrome/ }).click();
    await expect(page.getByText('C’est fermé')).toBeVisible();
    await expect(page.getByRole('rowheader')).toHaveCount(1);
    await poste.goto('/plans');
    await expect(poste).toHaveURL(/\/connexion/);
    await poste.context().close();
  });

  test('d’une identité à un personnage : la session de ce navigateur est remplacée', async ({ page, context }) => {
    const agent = nouvelAgent();
    await ouvrirCompte(agent);
    await seConnecterAvec(page, agent);
    const temoins = await context.cookies();
    await seConnecter(page, PREFET_29);
    await context.addCookies(temoins);
    await page.goto('/');
    await deconnecte(page);
  });

  test('les cookies ne sont lus d’aucun script', async ({ page, context }) => {
    await seConnecterAvec(page, nouvelAgent());
    for (const { name, httpOnly, sameSite } of await context.cookies(page.url())) {
      if (name.startsWith('jalon_')) expect([name, httpOnly, sameSite]).toEqual([name, true, 'Lax']);
    }
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });
});

test.describe('sans JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('la connexion, la demande d’un inconnu et la sortie se font de bout en bout', async ({ page }) => {
    const agent = nouvelAgent();
    await seConnecterAvec(page, agent);
    await expect(titre(page)).toHaveText('Vous n’avez pas encore de compte');
    await page.getByLabel('Où travaillez-vous').selectOption('R53');
    await page.getByRole('button', { name: 'Continuer' }).click();
    const message = page.getByRole('textbox', { name: /^Ce que vous venez y faire/ });
    await message.fill(' ');
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(page.getByRole('alert').first()).toContainText('une phrase suffit');
    await message.fill('Je prépare le comité régional.');
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(page.getByText('Votre demande est transmise')).toBeVisible();
    await page.getByRole('button', { name: 'Se déconnecter de ProConnect' }).click();
    await page.getByRole('button', { name: 'Oui, sortir' }).click();
    await expect(titre(page)).toHaveText('Vous êtes déconnecté de Jalon et de ProConnect');

    const nom = await ouvrirCompte(agent);
    await seConnecterAvec(page, agent, '/connexion?vers=/aide');
    await expect(page).toHaveURL('/aide');
    await expect(page.getByRole('banner')).toContainText(nom);
    await page.goto('/compte/sessions');
    await expect(page.getByRole('rowheader')).toHaveCount(1);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('button', { name: 'Oui, sortir' }).click();
    await deconnecte(page);
  });
});
