import type { Page } from '@playwright/test';
import { expect, seConnecter, test } from './outils/essai.ts';
import { creerIndicateur, deposerValeurs, fichierDeValeurs, ouvrir } from './outils/gestes.ts';
import { DGAFP, DITP, PREFET_29, PREFET_44 } from './outils/personas.ts';

const unIdentifiant = (debut: string) => `${debut}-${Date.now()}-${process.pid}`;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('un fichier de l’État s’importe de bout en bout, puis s’annule en entier', async ({ page, entrer }) => {
      await entrer(DITP);
      const identifiant = unIdentifiant('import');
      const adresse = await creerIndicateur(page, `Indicateur ${identifiant}`, { identifiant });
      await deposerValeurs(
        page,
        fichierDeValeurs(identifiant, [
          'D29;Finistère;2026-01-31;vi;20',
          'D29;Finistère;31/03/2026;va;35,5',
          'D29;Finistère;2027-12-31;vc;80',
          'D99;Nulle part;2026-03-31;va;12',
        ]),
      );
      await expect(page.getByRole('main')).toContainText(/4\s+valeurs lues\s: 3\s+nouvelles et 1\s+refusée\./);
      await page.getByRole('main').getByRole('link', { name: '1 refusée' }).click();
      await expect(page.getByRole('table', { name: 'Lignes refusées' })).toContainText('La zone « D99 » n’existe pas');
      await expect(page.getByRole('table', { name: 'Lignes refusées' })).toContainText('zone_id');
      await page.getByRole('button', { name: /^Importer 3/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Import fait');
      const importe = new URL(page.url()).pathname;

      await page.goto(`${adresse}?territoire=D29`);
      await expect(page.locator('#territoire')).toContainText('35,5');
      await expect(page.locator('#territoire')).toContainText(/25,83\s%/);
      await page.locator('#territoire').getByText('d’où vient ce chiffre').first().click();
      await expect(page.locator('#territoire')).toContainText(/100 × \(35,5 − 20\) ÷ \(80 − 20\)/);

      await page.goto(importe);
      await page.getByText('Annuler l’import entier').click();
      await page.getByLabel('Pourquoi cet import est annulé').fill('Mauvais fichier');
      await page.getByRole('button', { name: 'Annuler cet import' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Import annulé');
      await expect(page.getByRole('main')).toContainText(/3\s+valeurs remises comme avant/);
      await page.goto(`${adresse}?territoire=D29`);
      await expect(page.locator('#territoire')).toContainText('non mesuré');
      await expect(page.locator('#historique')).toContainText('retirée');
    });

    test('des valeurs qui ne ressemblent pas à leur histoire demandent un motif, ou s’écartent', async ({
      page,
      entrer,
    }) => {
      await entrer(DITP);
      const identifiant = unIdentifiant('saut');
      await creerIndicateur(page, `Indicateur ${identifiant}`, { identifiant });
      const histoire = [1, 2, 3, 4, 5, 6].flatMap((mois) =>
        ['D29', 'D35'].map((zone) => `${zone};;2026-0${mois}-28;va;${100 + mois}`),
      );
      await deposerValeurs(page, fichierDeValeurs(identifiant, histoire));
      await page.getByRole('button', { name: /^Importer 12/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Import fait');

      await deposerValeurs(
        page,
        fichierDeValeurs(identifiant, ['D29;;2026-07-31;va;900', 'D35;;2026-07-31;va;950', 'D29;;2026-06-28;va;107']),
      );
      await expect(page.getByRole('main')).toContainText('Des valeurs ne ressemblent pas à leur histoire');
      await page.getByRole('button', { name: /Écarter cette série.*Ille-et-Vilaine/ }).click();
      await expect(page.getByRole('main')).toContainText(/2\s+valeurs/);
      await page.getByLabel('Pourquoi ces valeurs changent').fill('Nouveau périmètre de la source');
      await page.getByRole('button', { name: /^Importer 2/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Import fait');
      await expect(page.getByRole('main')).toContainText('Nouveau périmètre de la source');
    });

    test('le préfet propose une valeur ; l’équipe la refuse avec un motif, puis accepte la suivante', async ({
      page,
      entrer,
    }) => {
      await entrer(PREFET_29);
      const adresse = await demoFibre(page);
      await page.goto(adresse);
      const [refusee, acceptee] = javaScriptEnabled ? ['61,5', '62,5'] : ['63,5', '64,5'];
      const jour = javaScriptEnabled ? '2024-01-15' : '2024-02-15';
      for (const valeur of [refusee, acceptee]) {
        await ouvrirProposition(page);
        await page.getByRole('form', { name: 'Proposer une valeur' }).getByLabel('Date').fill(jour);
        await page.getByLabel('Valeur', { exact: true }).fill(valeur ?? '');
        await page.getByRole('button', { name: 'Proposer cette valeur' }).click();
        await expect(page.getByRole('main')).toContainText('Votre proposition est transmise');
        await page.goto(adresse);
      }
      await seConnecter(page, DITP);
      await page.goto(`${adresse}?territoire=D29`);
      const refus = page.locator('#propositions li', { hasText: `${refusee}\u00a0%` });
      await refus.getByText('Ne pas retenir cette valeur').click();
      await refus.getByLabel('Pourquoi elle n’est pas retenue').fill('La source dit autre chose');
      await refus.getByRole('button', { name: /^Refuser/ }).click();
      await expect(page.getByRole('main')).toContainText('La proposition est refusée');
      const accord = page.locator('#propositions li', { hasText: `${acceptee}\u00a0%` });
      await accord.getByRole('button', { name: /^Accepter/ }).click();
      await expect(page.getByRole('main')).toContainText('La proposition est acceptée');
      await expect(page.locator('#historique')).toContainText('proposition du territoire');

      await seConnecter(page, PREFET_29);
      await page.goto(`${adresse}?territoire=D29`);
      await expect(page.locator('#propositions')).toContainText('La source dit autre chose');
    });

    test('régler un indicateur montre d’abord quels taux changent', async ({ page, entrer }) => {
      await entrer(DITP);
      const identifiant = unIdentifiant('reglage');
      const adresse = await creerIndicateur(page, `Indicateur ${identifiant}`, { identifiant });
      await deposerValeurs(
        page,
        fichierDeValeurs(identifiant, ['D29;;2026-01-31;vi;100', 'D29;;2026-03-31;va;150', 'D29;;2027-12-31;vc;200']),
      );
      await page.getByRole('button', { name: /^Importer 3/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Import fait');

      await page.goto(`${adresse}/modifier`);
      await page.getByText('À la baisse', { exact: true }).click();
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      const effet = page.getByRole('alert').filter({ hasText: 'taux change' });
      await expect(effet).toContainText(/1\s+taux change sur 101\s+territoires suivis/);
      await expect(effet).toContainText(/Finistère\s*50\s%\s*cible déjà atteinte|Finistère\s*50\s%/);
      await expect(effet).toContainText('La cible n’est pas du bon côté du départ');
      await page.getByRole('button', { name: 'Enregistrer ces réglages' }).click();
      await expect(page).toHaveURL(new RegExp(`${adresse}$`));
      await expect(page.locator('#definition')).toContainText('à la baisse');
    });
  });
}

test('deux personnes règlent le même indicateur : la seconde voit ce qui a changé et garde sa saisie', async ({
  page,
  entrer,
  browser,
  baseURL,
}) => {
  await entrer(DITP);
  const identifiant = unIdentifiant('conflit');
  const adresse = await creerIndicateur(page, `Indicateur ${identifiant}`, { identifiant });
  await page.goto(`${adresse}/modifier`);
  await page.getByLabel('Méthode').fill('Ma méthode');
  const ailleurs = await browser.newPage(baseURL === undefined ? {} : { baseURL });
  await seConnecter(ailleurs, DITP);
  await ailleurs.goto(`${adresse}/modifier`);
  await ailleurs.getByLabel('Source').fill('Une autre source');
  await ailleurs.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(ailleurs).toHaveURL(new RegExp(`${adresse}$`));
  await ailleurs.context().close();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const conflit = page.getByRole('alert').filter({ hasText: 'entre-temps' });
  await expect(conflit).toContainText('Une autre source');
  await expect(page.getByLabel('Méthode')).toHaveValue('Ma méthode');
});

test('un préfet ne lit que son département, et l’import n’est pas pour lui', async ({ page, entrer }) => {
  await entrer(PREFET_44);
  const adresse = await demoFibre(page);
  await page.goto(adresse);
  await expect(page.locator('#territoires').getByRole('row')).toHaveCount(2);
  const voisin = await page.goto(`${adresse}?territoire=D29`);
  expect(voisin?.status()).toBe(403);
  const fichier = await page.request.get(`${adresse}/situations.csv?territoire=D29`);
  expect(fichier.status()).toBe(403);
  const csv = await (await page.request.get(`${adresse}/situations.csv`)).text();
  expect(csv).toContain('D44');
  expect(csv).not.toContain('D29');
  expect((await page.goto('/indicateurs/importer'))?.status()).toBe(403);
  expect((await page.goto('/indicateurs/nouveau'))?.status()).toBe(403);
  await seConnecter(page, DGAFP);
  expect((await page.goto('/indicateurs/importer'))?.status()).toBe(200);
});

async function demoFibre(page: Page): Promise<string> {
  await page.goto('/indicateurs?q=fibre');
  return (await page.getByRole('link', { name: 'Logements raccordables à la fibre' }).getAttribute('href')) ?? '';
}

async function ouvrirProposition(page: Page): Promise<void> {
  await ouvrir(page, 'Proposer une valeur : Finistère');
}
