import { expect, seConnecter, test } from './outils/essai.ts';
import { BCAM, DNUM, SGCD_29 } from './outils/personas.ts';
import { creerPlanVide } from './outils/plans.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('une équipe règle ses relances ; un nombre impossible est dit, et ce qu’on a tapé reste', async ({
      page,
      entrer,
    }) => {
      await entrer(BCAM);
      const plan = await creerPlanVide(page, `Plan à relancer, ${Date.now()}`);
      await page.goto(`${plan}/pilotes`);
      await page.getByRole('link', { name: 'Relances', exact: true }).click();
      await expect(page.getByRole('main')).toContainText('Ce plan ne relance personne.');
      await page.getByRole('link', { name: 'Régler les relances' }).click();
      await expect(page.getByLabel('Jours avant une échéance')).toHaveValue('7');
      await page.getByLabel('Jours avant une échéance').fill('90');
      await page.getByLabel('Jours avant un comité qui suit ce plan').fill('');
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(page.getByRole('alert').first()).toContainText('de 1 à 60');
      await expect(page.getByLabel('Jours avant une échéance')).toHaveValue('90');
      await page.getByLabel('Jours avant une échéance').fill('10');
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(page.getByText('Les relances du plan sont réglées.')).toBeVisible();
      await expect(page.getByRole('main')).toContainText(
        /relancés 10.jours avant une échéance, 1.jour après, puis tous les 7.jours et tous les 14.jours quand une action se tait\./,
      );
      await page.goto(`${plan}/historique`);
      await expect(page.getByRole('main')).toContainText('Relances du plan réglées');
    });

    test('l’équipe voit qui a été relancé et ce qui n’est pas arrivé ; un pilote, non', async ({
      page,
      monde,
      entrer,
    }) => {
      await entrer(BCAM);
      await page.goto(`${monde.irritants.adresse}/relances`);
      const tableau = page.getByRole('table', { name: 'Courriers de relance, les derniers d’abord' });
      await expect(tableau).toContainText(DNUM);
      await page.getByLabel('Envoi').selectOption({ value: 'revenu' });
      await page.getByRole('button', { name: 'Appliquer' }).click();
      await expect(page).toHaveURL(/envoi=revenu/);
      await expect(tableau).not.toContainText('Remis');
      await page.getByRole('link', { name: /^Retirer le filtre/ }).click();
      await expect(tableau.getByRole('link').first()).toHaveAttribute('href', /\/actions\//);

      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await seConnecter(page, DNUM);
      for (const suite of ['', '/regler'])
        expect((await page.goto(`${monde.irritants.adresse}/relances${suite}`))?.status()).toBe(403);
    });

    test('chacun choisit ses courriers, et retrouve son choix', async ({ page, entrer }) => {
      await entrer(javaScriptEnabled ? DNUM : SGCD_29);
      await page.goto('/compte');
      await page.getByRole('link', { name: 'Choisir les courriers que je reçois' }).click();
      await expect(page.getByRole('main')).toContainText('@demonstration.invalid');
      const silence = page.getByLabel('Action sans nouvelle');
      await silence.uncheck({ force: true });
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(page.getByText('Votre choix est enregistré.')).toBeVisible();
      await expect(silence).not.toBeChecked();
      await expect(page.getByLabel('Échéance proche')).toBeChecked();
      await silence.check({ force: true });
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(silence).toBeChecked();
    });
  });
}
