import { readFile } from 'node:fs/promises';
import { expect, test } from './outils/essai.ts';
import { ouvrir } from './outils/gestes.ts';
import { DITP, PREFET_29, PRESIDENCE } from './outils/personas.ts';

const JOURNAL = '/administration/journal';

test.describe('le journal', () => {
  for (const persona of [PREFET_29, PRESIDENCE]) {
    test(`${persona} n’y entre pas, et aucun lien n’y mène`, async ({ page, entrer }) => {
      await entrer(persona);
      await expect(page.getByRole('navigation').getByRole('link', { name: 'Administration' })).toHaveCount(0);
      for (const adresse of [JOURNAL, `${JOURNAL}/export.csv`, `${JOURNAL}/export.json`])
        expect((await page.request.get(adresse)).status(), adresse).toBe(403);
    });
  }

  test('on y trouve ce qu’on vient de faire, on suit un objet, on revient en arrière', async ({
    page,
    entrer,
    monde,
  }) => {
    await entrer(DITP);
    const adresse = monde.irritants.adresse;
    await page.goto(`${JOURNAL}?objet=${encodeURIComponent(adresse)}&acte=plan.importer`);
    const lignes = page.getByRole('table', { name: 'Événements du journal' }).locator('tbody').getByRole('row');
    await expect(lignes).toHaveCount(1);
    await expect(lignes.first()).toContainText('Fichier « suivi-irritants-sgcd.xlsx » importé');
    await page.getByRole('link', { name: 'Retirer le filtre Fichier importé' }).click();
    await expect(lignes.nth(1)).toBeVisible();
    const premier = await lignes.first().textContent();
    await page.getByRole('link', { name: 'Plus anciens' }).click();
    await expect(page).toHaveURL(/avant=\d+/);
    await expect(lignes.first()).not.toHaveText(premier ?? '');
    await page.getByRole('link', { name: 'Plus récents', exact: true }).click();
    await expect(lignes.first()).toHaveText(premier ?? '');
    await lignes.first().getByRole('link').first().click();
    await expect(page).toHaveURL(/compte=/);
  });

  test('l’export contient ce que la recherche montre, et s’écrit au journal', async ({ page, entrer, monde }) => {
    await entrer(DITP);
    await page.goto(`${JOURNAL}?objet=${encodeURIComponent(monde.irritants.adresse)}&acte=plan.importer`);
    const attente = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Exporter en CSV' }).click();
    const fichier = await attente;
    expect(fichier.suggestedFilename()).toMatch(/^Journal au \d{4}-\d{2}-\d{2}\.csv$/);
    const texte = await readFile(await fichier.path(), 'utf8');
    expect(texte.trim().split('\r\n')).toHaveLength(2);
    expect(texte).toContain('suivi-irritants-sgcd.xlsx');
    await page.goto(`${JOURNAL}?acte=journal.exporter`);
    await expect(page.getByRole('table')).toContainText('Journal exporté (csv');
  });
});

test.describe('sans JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('la DITP cherche, et fait vérifier la chaîne', async ({ page, entrer }) => {
    await entrer(DITP);
    await page.getByRole('navigation').getByRole('link', { name: 'Administration' }).first().click();
    await page.getByRole('main').getByRole('link', { name: 'Journal', exact: true }).click();
    await page.getByLabel('Acte').selectOption('demonstration.charger');
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await expect(page.getByRole('table')).toContainText('Démonstration chargée');
    await page.goto(JOURNAL);
    await ouvrir(page, 'Tête, ancre et vérification');
    await page.getByRole('button', { name: 'Vérifier maintenant' }).click();
    await expect(
      page.getByText(/Intact\s: \d{1,3}(\s\d{3})*\slignes vérifiées|Une vérification est (déjà )?en cours/),
    ).toBeVisible();
  });
});
