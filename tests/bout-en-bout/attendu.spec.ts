import type { Page } from '@playwright/test';
import { expect, seConnecter, test } from './outils/essai.ts';
import { BCAM, DNUM } from './outils/personas.ts';
import { creerPlanVide } from './outils/plans.ts';

/** A plan with two actions that the DNUM carries; their wording, which stands nowhere else. */
async function preparer(page: Page): Promise<readonly [string, string]> {
  const marque = `${Date.now()}-${Math.floor(Math.random() * 1_000_000)}`;
  const intitules = [`Doter les agents ${marque}`, `Former les référents ${marque}`] as const;
  const plan = await creerPlanVide(page, `Plan attendu ${marque}`);
  for (const [rang, intitule] of intitules.entries()) {
    await page.goto(`${plan}/actions/nouvelle`);
    await page.getByLabel('Intitulé').fill(intitule);
    await page.getByLabel('Échéances').fill(rang === 0 ? '2 janvier 2009' : '1er janvier 2009');
    await page.getByLabel('Pilotes').fill('DNUM');
    await page.getByRole('button', { name: 'Ajouter l’action' }).click();
    await expect(page.getByText('L’action est ajoutée au plan.')).toBeVisible();
  }
  return intitules;
}

const ligne = (page: Page, intitule: string) => page.getByRole('listitem').filter({ hasText: intitule }).first();

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('un pilote donne des nouvelles de ses actions sans quitter la liste', async ({
      page,
      entrer,
      browser,
      baseURL,
    }) => {
      const ailleurs = await browser.newPage(baseURL === undefined ? {} : { baseURL });
      await seConnecter(ailleurs, BCAM);
      const [premiere, seconde] = await preparer(ailleurs);
      await entrer(DNUM);
      await page.goto('/attendu');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce que l’on attend de moi');

      const action = ligne(page, premiere);
      await action.getByText('Donner des nouvelles').click();
      await action.getByLabel('Taux de réalisation (%)').fill('140');
      await action.getByLabel('Note', { exact: true }).fill('Trente cartes remises.');
      await action.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(action.getByRole('alert')).toContainText('140');
      await expect(action.getByLabel('Note', { exact: true })).toHaveValue('Trente cartes remises.');

      await action.getByLabel('Statut').selectOption({ label: 'En cours' });
      await action.getByLabel('Taux de réalisation (%)').fill('40');
      if (javaScriptEnabled) {
        const autre = ligne(page, seconde);
        await autre.getByText('Donner des nouvelles').click();
        await autre.getByLabel('Note', { exact: true }).fill('Une phrase commencée');
        await action.getByLabel('Note', { exact: true }).press('Control+Enter');
        await expect(action.getByText('La note est enregistrée.')).toBeVisible();
        await expect(autre.getByLabel('Note', { exact: true })).toHaveValue('Une phrase commencée');
        await autre.getByLabel('Note', { exact: true }).fill('');
      } else {
        await action.getByRole('button', { name: 'Enregistrer la note' }).click();
        await expect(action.getByText('La note est enregistrée.')).toBeVisible();
      }
      await expect(page).toHaveURL(/\/attendu\?/);
      await expect(action).toContainText('Trente cartes remises.');

      await action.getByText('Donner des nouvelles').click();
      await action.getByLabel('Statut').selectOption({ label: 'Terminée' });
      await action.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(action.getByRole('alert')).toContainText('Joignez une pièce ou un lien');
      await action.getByLabel('Lien', { exact: true }).fill('https://exemple.gouv.fr/recette');
      await action.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(page.getByText('La note est enregistrée.')).toBeVisible();
      await expect(ligne(page, premiere)).toHaveCount(0);
      await ailleurs.context().close();
    });

    test('deux personnes en même temps : la seconde lit la première, et rien de ce qu’elle a écrit n’est perdu', async ({
      page,
      entrer,
      browser,
      baseURL,
    }) => {
      const ailleurs = await browser.newPage(baseURL === undefined ? {} : { baseURL });
      await seConnecter(ailleurs, BCAM);
      const [premiere] = await preparer(ailleurs);
      await entrer(DNUM);
      await page.goto('/attendu');
      await ailleurs.goto('/attendu?organisation=mi-dnum');
      const autre = ligne(ailleurs, premiere);
      await autre.getByText('Donner des nouvelles').click();
      await autre.getByLabel('Note', { exact: true }).fill('Le marché est signé.');
      await autre.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(autre.getByText('La note est enregistrée.')).toBeVisible();

      const action = ligne(page, premiere);
      await action.getByText('Donner des nouvelles').click();
      await action.getByLabel('Note', { exact: true }).fill('Les cartes arrivent.');
      await action.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(action.getByRole('alert')).toContainText('entre-temps');
      await expect(action).toContainText('Le marché est signé.');
      await expect(action.getByLabel('Note', { exact: true })).toHaveValue('Les cartes arrivent.');
      await action.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(action.getByText('La note est enregistrée.')).toBeVisible();
      await expect(action).toContainText('Les cartes arrivent.');
      await ailleurs.context().close();
    });
  });
}
