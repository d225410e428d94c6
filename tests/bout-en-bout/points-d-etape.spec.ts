import type { Page } from '@playwright/test';
import { expect, seConnecter, test } from './outils/essai.ts';
import { DDPP_29, PREFET_29, PREFET_44, PRESIDENCE } from './outils/personas.ts';
import { commenter, ouvrirPreparation, preparerPoint } from './outils/points.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('un préfet prépare un point d’étape, le commente, l’arrête, le présente et l’emporte', async ({
      page,
      entrer,
    }) => {
      await entrer(PREFET_29);
      const titre = `Comité ${javaScriptEnabled ? 'de mars' : 'd’avril'}`;
      const adresse = await preparerPoint(page, titre);
      await expect(page.locator('.jalon-page__phrase')).toContainText(/\d+\sréformes suivies/);
      const taux = await page
        .getByRole('main')
        .getByRole('row', { name: /Très haut débit/ })
        .locator('.jalon-avancement__taux')
        .innerText();
      await commenter(page, 'Trimestre contrasté.');
      await commenter(page, 'Les deux lots ont repris.', 'Très haut débit et couverture mobile');

      await page.getByText('Préparer : titre, date, arrêter').click();
      await page.getByRole('button', { name: 'Arrêter ce point d’étape' }).click();
      await expect(page.getByText(/arrêté le/)).toBeVisible();
      await expect(page.getByText('Préparer : titre, date, arrêter')).toHaveCount(0);
      await commenter(page, 'Ajouté après la réunion.');

      await page.getByRole('link', { name: 'Présenter' }).click();
      await expect(page.getByRole('heading', { level: 1, name: titre })).toBeVisible();
      const diapositive = page
        .getByRole('region', { name: /^Diapositive \d+ sur/ })
        .filter({ hasText: 'Très haut débit' });
      await expect(diapositive.last()).toContainText(taux);
      await expect(diapositive.last()).toContainText('Les deux lots ont repris.');
      await page.getByRole('link', { name: 'Suivante' }).first().click();
      await expect(page).toHaveURL(/#diapo-2$/);
      await page.getByRole('link', { name: 'Quitter' }).first().click();
      await expect(page).toHaveURL(adresse);

      for (const format of ['docx', 'odt', 'pdf', 'xlsx']) {
        const fichier = await page.request.get(`${adresse}/export.${format}`);
        expect([fichier.status(), fichier.headers()['content-disposition']]).toEqual([
          200,
          expect.stringContaining(`.${format}`),
        ]);
      }
      await page.goto('/territoires/D29/points');
      await expect(page.getByRole('row', { name: new RegExp(titre) })).toContainText('Arrêté');
    });

    test('une date à venir est refusée et le titre reste écrit', async ({ page, entrer }) => {
      await entrer(PREFET_29);
      const formulaire = await ouvrirPreparation(page);
      await formulaire.getByRole('textbox', { name: 'Titre' }).fill('Trop tôt');
      const jour = formulaire.getByLabel('Situation au');
      await jour.evaluate((champ) => champ.removeAttribute('max'));
      await jour.fill('2099-01-01');
      await formulaire.getByRole('button', { name: 'Figer la situation' }).click();
      await expect(page.getByText('Cette date est à venir').first()).toBeVisible();
      await expect(formulaire.getByRole('textbox', { name: 'Titre' })).toHaveValue('Trop tôt');
    });
  });
}

test('d’un point arrêté, chacun ne lit que les réformes qu’il lit ; un voisin est refusé', async ({
  page,
  entrer,
  browser,
  baseURL,
}) => {
  await entrer(PREFET_29);
  const adresse = await preparerPoint(page, 'Comité restreint');
  await commenter(page, 'Tenu entre nous sur la fibre.', 'Très haut débit et couverture mobile');
  const ailleurs = await browser.newPage(baseURL === undefined ? {} : { baseURL });
  await seConnecter(ailleurs, PRESIDENCE);
  expect((await ailleurs.goto(adresse))?.status()).toBe(403);
  await page.getByText('Préparer : titre, date, arrêter').click();
  await page.getByRole('button', { name: 'Arrêter ce point d’étape' }).click();
  await expect(page.getByText(/arrêté le/)).toBeVisible();

  expect((await ailleurs.goto(adresse))?.status()).toBe(200);
  await expect(ailleurs.getByRole('button', { name: 'Ajouter le commentaire' })).toHaveCount(0);
  await seConnecterDeNouveau(ailleurs, PREFET_44);
  const refuse = await ailleurs.goto(adresse);
  expect(refuse?.status()).toBe(403);
  await expect(ailleurs.getByText('Tenu entre nous')).toHaveCount(0);
  await seConnecterDeNouveau(ailleurs, DDPP_29);
  expect([200, 403]).toContain((await ailleurs.goto(adresse))?.status());
  await expect(ailleurs.getByText('Tenu entre nous')).toHaveCount(0);
  await ailleurs.context().close();
});

test('entre deux dates, la phrase compte ce que le tableau montre et le fichier tient', async ({ page, entrer }) => {
  await entrer(PREFET_29);
  await page.goto('/territoires/D29/evolution');
  const lien = page.locator('.jalon-page__phrase').getByRole('link').first();
  const nombre = Number(/^\d+/.exec(await lien.innerText())?.[0]);
  await lien.click();
  await expect(page).toHaveURL(/genre=/);
  await expect(page.getByRole('main').getByRole('rowheader')).toHaveCount(nombre);
  const csv = await page.request.get(`/territoires/D29/evolution.csv${new URL(page.url()).search}`);
  expect((await csv.text()).trim().split('\r\n')).toHaveLength(nombre + 1);
});

test('une fiche tient sur une page A4 et s’emporte en pdf', async ({ page, entrer }) => {
  await entrer(PREFET_29);
  await page.goto('/territoires/D29/fiche');
  const premiere = await page.getByRole('main').getByRole('rowheader').first().innerText();
  expect(pagesDuPdf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  expect((await page.request.get('/territoires/D29/fiche.pdf')).status()).toBe(200);
  await page.goto('/territoires/D29');
  const reforme = await page
    .getByRole('main')
    .getByRole('rowheader')
    .getByRole('link', { name: premiere })
    .getAttribute('href');
  await page.goto((reforme ?? '').replace('?', '/fiche?'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(premiere);
  expect((await page.request.get((reforme ?? '').replace('?', '/fiche.pdf?'))).status()).toBe(200);
});

async function seConnecterDeNouveau(page: Page, persona: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await seConnecter(page, persona);
}

function pagesDuPdf(octets: Buffer): number {
  return octets.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
