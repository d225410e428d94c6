import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './outils/essai.ts';
import { DITP, PREFET_29, SGAR_BRETAGNE } from './outils/personas.ts';

const lignes = (page: Page) => page.getByRole('main').locator('tbody th[scope="row"]');

/** « 5 sur leur trajectoire » → 5. */
async function compteDe(page: Page, mots: RegExp): Promise<number> {
  const texte = await page.locator('.jalon-page__phrase').getByRole('link', { name: mots }).innerText();
  return Number.parseInt(texte, 10);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('un préfet arrive sur son département ; les mots de la phrase filtrent ce qu’ils comptent', async ({
      page,
      entrer,
    }) => {
      await entrer(PREFET_29);
      await page.goto('/territoires');
      await expect(page).toHaveURL('/territoires/D29');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Finistère (29)');
      const toutes = await lignes(page).count();
      const retrait = await compteDe(page, /en retrait/);
      await page
        .locator('.jalon-page__phrase')
        .getByRole('link', { name: /en retrait/ })
        .click();
      await expect(page).toHaveURL(/position=en_retrait/);
      await expect(lignes(page)).toHaveCount(retrait);
      await expect(page.getByRole('main')).toContainText(`${retrait} sur ${toutes} réformes`);
      await page.getByRole('link', { name: /Retirer le filtre en retrait/ }).click();
      await expect(lignes(page)).toHaveCount(toutes);
    });

    test('les réformes les plus en difficulté sont dites d’abord, avec leurs raisons', async ({ page, entrer }) => {
      await entrer(PREFET_29);
      await page.goto('/territoires/D29');
      const dabord = page.getByRole('region', { name: 'À regarder d’abord' });
      await expect(dabord.getByRole('listitem')).toHaveCount(3);
      const premiere = await dabord.getByRole('link').first().innerText();
      await page.goto('/territoires/D29?tri=ecart');
      await expect(lignes(page).first()).toContainText(premiere);
    });

    test('on change de territoire sans perdre ses filtres', async ({ page, entrer }) => {
      await entrer(SGAR_BRETAGNE);
      await page.goto('/territoires/R53?position=en_retrait&tri=ecart');
      await page.getByLabel('Changer de territoire').selectOption({ label: 'Morbihan (56)' });
      await page.getByRole('button', { name: 'Y aller' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Morbihan (56)');
      await expect(page).toHaveURL(/\/territoires\/D56\?position=en_retrait&tri=ecart/);
      await page.getByRole('link', { name: '← région Bretagne' }).click();
      await expect(page).toHaveURL(/\/territoires\/R53\?position=en_retrait&tri=ecart/);
    });

    test('une région voit ses départements côte à côte, chaque case mène à ce qu’elle dit', async ({
      page,
      entrer,
    }) => {
      await entrer(SGAR_BRETAGNE);
      await page.goto('/territoires/R53');
      await page.getByRole('link', { name: 'Départements côte à côte' }).click();
      for (const nom of ['Côtes-d’Armor', 'Finistère', 'Ille-et-Vilaine', 'Morbihan'])
        await expect(page.getByRole('columnheader', { name: nom })).toBeVisible();
      const case29 = page.getByRole('link', { name: /Très haut débit et couverture mobile, Finistère/ });
      await expect(case29).toHaveAttribute('href', /\/reformes\/[0-9a-f-]{36}\?territoire=D29/);
      // Followed with the keyboard; with JavaScript, the page does not load again.
      if (javaScriptEnabled) await page.evaluate(() => document.body.setAttribute('data-meme-page', ''));
      await case29.press('Enter');
      await expect(page).toHaveURL(/\/reformes\/[0-9a-f-]{36}\?territoire=D29/);
      await expect(page.getByRole('heading', { level: 1, name: /Très haut débit/ })).toBeVisible();
      await expect(page.locator('body[data-meme-page]')).toHaveCount(javaScriptEnabled ? 1 : 0);
    });

    test('un préfet se compare à ses semblables sans lire leur nom', async ({ page, entrer }) => {
      await entrer(PREFET_29);
      await page.goto('/territoires/D29/comparaison');
      await expect(page.getByRole('rowheader', { name: '8 semblables, sans leur nom' })).toBeVisible();
      await expect(page.locator('.jalon-comparaison').getByRole('rowheader')).toHaveCount(2);
      await page.getByText('pourquoi ceux-ci').click();
      await expect(page.getByText(/population [\d\s]+ contre/).first()).toBeVisible();
    });

    test('la DITP garde une sélection, et la retrouve', async ({ page, entrer }) => {
      const comparaison = `/territoires/${javaScriptEnabled ? 'D44' : 'D49'}/comparaison?avec=choix`;
      await entrer(DITP);
      await page.goto(comparaison);
      const choix = page.getByRole('group', { name: 'Départements' });
      if (!(await choix.isVisible())) await page.getByText('Choisir les départements').click();
      for (const nom of ['Morbihan (56)', 'Vendée (85)'])
        await choix.getByRole('checkbox', { name: nom, exact: true }).check({ force: true });
      await page.getByRole('button', { name: 'Garder cette sélection' }).click();
      await expect(page.getByRole('main')).toContainText('Morbihan, Vendée.');
      await page.goto(comparaison);
      await expect(page.getByRole('main')).toContainText('Morbihan, Vendée.');
    });
  });
}

test('le fichier a les lignes de l’écran, dans son ordre, avec ses chiffres', async ({ page, entrer }) => {
  await entrer(PREFET_29);
  await page.goto('/territoires/D29?tri=ecart&position=en_retrait');
  const noms = await lignes(page).getByRole('link').allInnerTexts();
  const taux = await page.locator('td[data-label="Avancement"] .jalon-avancement__taux').allInnerTexts();
  await page.getByText('Exporter', { exact: true }).click();
  const [fichier] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
  const [entetes = [], ...cellules] = (await readFile(await fichier.path(), 'utf8'))
    .replace('\ufeff', '')
    .trim()
    .split(/\r?\n/)
    .map((ligne) => ligne.split(';'));
  expect(cellules.map((ligne) => ligne[entetes.indexOf('Réforme')])).toEqual(noms);
  expect(cellules.map((ligne) => ligne[entetes.indexOf('Avancement')])).toEqual(taux);
});

test('l’adresse d’un autre département est refusée franchement, et le refus est au journal', async ({
  page,
  entrer,
}) => {
  await entrer(PREFET_29);
  const reponse = await page.goto('/territoires/D35');
  expect(reponse?.status()).toBe(403);
  await expect(page.getByRole('main')).toContainText('Aucune réforme ne vous est ouverte en Ille-et-Vilaine');
  for (const suite of ['/export.csv', '/comparaison', '/carte', '/departements'])
    expect((await page.request.get(`/territoires/D35${suite}`)).status(), suite).toBe(403);
  expect((await page.goto('/territoires/D99'))?.status()).toBe(404);
  await entrer(DITP);
  await page.goto('/administration/journal?acte=acces.refuser&objet=territoire:D35');
  await expect(page.getByRole('main')).toContainText('Ille-et-Vilaine');
});

test('la carte d’une région ne montre que ses départements ; celle de la France, tous', async ({ page, entrer }) => {
  await entrer(SGAR_BRETAGNE);
  await page.goto('/territoires/R53/carte');
  await expect(page.locator('svg a.jalon-carte__territoire')).toHaveCount(4);
  await entrer(DITP);
  await page.goto('/territoires/FR/carte');
  await expect(page.locator('svg a.jalon-carte__territoire')).toHaveCount(101);
  await expect(page.getByRole('main')).toContainText(/\d+\sà la date · \d+\splus ancien/);
});

test('la carte se parcourt au clavier, et le tableau à côté dit la même chose', async ({ page, entrer }) => {
  await entrer(SGAR_BRETAGNE);
  await page.goto('/territoires/R53/carte');
  const carte = page.locator('svg a.jalon-carte__territoire');
  const noms = await carte.evaluateAll((liens) =>
    liens.map((lien) => lien.getAttribute('aria-label') ?? lien.textContent),
  );
  const [premier = ''] = noms;
  expect(premier).toMatch(/^Côtes-d’Armor/);
  for (let pas = 0; pas < 60 && !(await carte.first().evaluate((lien) => lien === document.activeElement)); pas++)
    await page.keyboard.press('Tab');
  await expect(carte.first()).toBeFocused();
  const tableau = page.locator('.jalon-carte__tableau');
  for (const nom of ['Côtes-d’Armor', 'Finistère', 'Ille-et-Vilaine', 'Morbihan'])
    await expect(tableau.getByRole('row', { name: nom })).toHaveCount(1);
  await expect(page.getByRole('main')).toContainText(/\d+\sà la date · \d+\splus anciens? · \d+\ssans valeur/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/D22/);
});

test('un tableau de critères faux est refusé ligne par ligne, et reste dans le formulaire', async ({
  page,
  entrer,
}) => {
  await entrer(DITP);
  await page.goto('/territoires/criteres');
  const tableau = 'critere;territoire;valeur;annee;source\nbonheur;29;12;2020;INSEE';
  await page.getByLabel('Coller le tableau').fill(tableau);
  await page.getByRole('button', { name: 'Enregistrer ces chiffres' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Ligne 2');
  await expect(page.getByLabel('Coller le tableau')).toHaveValue(tableau);
  await entrer(PREFET_29);
  expect((await page.goto('/territoires/criteres'))?.status()).toBe(403);
});
