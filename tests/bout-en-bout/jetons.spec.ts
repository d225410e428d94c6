import { expect, test } from './outils/essai.ts';
import { creerUnJeton } from './outils/jetons.ts';
import { DITP, SGAR_BRETAGNE } from './outils/personas.ts';

test.describe('sans JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('un jeton se crée, ne se montre qu’une fois, ouvre l’API avec les droits de la personne, et meurt révoqué', async ({
    page,
    entrer,
    monde,
  }) => {
    await entrer(SGAR_BRETAGNE);
    const jeton = await creerUnJeton(page, 'Tableau de bord régional');
    await page.goto('/compte/jetons');
    await expect(page.getByText(jeton)).toHaveCount(0);

    const demander = (chemin: string) =>
      page.request.get(`/api/v1${chemin}`, { headers: { authorization: `Bearer ${jeton}` } });
    const { plans } = await (await demander(`/plans?q=${encodeURIComponent(monde.bretagne.titre)}`)).json();
    expect(plans.map(({ id }: { id: string }) => `/plans/${id}`)).toContain(monde.bretagne.adresse);
    const { actions } = await (await demander(`${monde.bretagne.adresse}/actions`)).json();
    expect(actions.map(({ id }: { id: string }) => `${monde.bretagne.adresse}/actions/${id}`)).toEqual(
      monde.bretagne.actions,
    );
    expect((await demander(monde.brouillon.adresse)).status()).toBe(403);
    // The session of the browser is not a token.
    expect((await page.request.get('/api/v1/plans')).status()).toBe(401);

    const ligne = page.getByRole('row', { name: jeton.split('_').slice(0, 2).join('_') });
    await ligne.getByRole('button', { name: 'Révoquer Tableau de bord régional' }).click();
    await expect(page.getByText('Le jeton est révoqué')).toBeVisible();
    expect((await demander('/plans')).status()).toBe(401);
  });
});

test('la DITP retrouve le jeton de quelqu’un et le révoque', async ({ page, entrer, browser, baseURL }) => {
  const ailleurs = await browser.newPage(baseURL === undefined ? {} : { baseURL });
  await ailleurs.goto('/connexion');
  await ailleurs.getByRole('button', { name: `Entrer comme ${SGAR_BRETAGNE}` }).click();
  await ailleurs.waitForURL((url) => url.pathname === '/');
  const jeton = await creerUnJeton(ailleurs, 'Jeton égaré');
  await ailleurs.context().close();

  await entrer(DITP);
  await page.goto(`/administration/jetons?q=${jeton.slice('jalon_'.length, 'jalon_'.length + 8)}`);
  await page.getByRole('button', { name: 'Révoquer Jeton égaré' }).press('Enter');
  await expect(page.getByText('Le jeton est révoqué')).toBeVisible();
  const reponse = await page.request.get('/api/v1/plans', { headers: { authorization: `Bearer ${jeton}` } });
  expect(reponse.status()).toBe(401);
});
