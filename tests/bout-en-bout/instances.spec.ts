import { expect, seConnecter, test } from './outils/essai.ts';
import { creerInstance, deciderEnSeance, planifierReunion } from './outils/instances.ts';
import { BCAM, DGAFP, DNUM } from './outils/personas.ts';

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('un comité se prépare, se tient, et ses décisions arrivent chez les pilotes', async ({ page }) => {
      test.slow();
      await seConnecter(page, BCAM);
      const nom = javaScriptEnabled ? 'Comité vivant' : 'Comité sobre';
      const reunion = await planifierReunion(page, await creerInstance(page, nom));
      await expect(page.getByText('Pourquoi ici :').first()).toBeVisible();

      await test.step('l’ordre du jour se complète et se réordonne', async () => {
        await page.getByLabel('Intitulé du point (obligatoire)').fill('Calendrier de l’été');
        await page.getByRole('button', { name: 'Ajouter le point' }).click();
        await expect(page.getByText('Le point est ajouté.')).toBeVisible();
        await page.getByRole('button', { name: 'Monter Calendrier de l’été' }).click();
        await expect(page.getByText('Le point est monté.')).toBeVisible();
        for (const [format, debut] of [
          ['docx', 'PK'],
          ['odt', 'PK'],
          ['pdf', '%PDF'],
        ] as const) {
          const fichier = await page.request.get(`${reunion}/dossier.${format}`);
          expect((await fichier.body()).subarray(0, debut.length).toString('latin1'), format).toBe(debut);
        }
        const invitation = await page.request.get(`${reunion}/invitation.ics`);
        expect(await invitation.text()).toContain(`SUMMARY:${nom}`);
      });

      await test.step('l’agenda s’abonne par une adresse secrète', async () => {
        // One account each: asking for an address closes the former one of that account.
        await seConnecter(page, javaScriptEnabled ? BCAM : DNUM);
        await page.goto('/instances');
        await page.getByRole('button', { name: 'Obtenir l’adresse pour mon agenda' }).click();
        await expect(page.getByText('Donnez cette adresse à votre agenda.')).toBeVisible();
        const adresse = (await page.getByRole('main').locator('code').innerText()).trim();
        const flux = await page.request.get(adresse.replace(/^https?:\/\/[^/]+/, ''));
        expect(await flux.text()).toContain(`SUMMARY:${nom}`);
        expect((await page.request.get('/instances/calendrier.ics?cle=inconnue')).status()).toBe(404);
      });

      await test.step('la séance : présences, note, décision', async () => {
        await seConnecter(page, BCAM);
        await page.goto(`${reunion}/seance`);
        await page.getByRole('button', { name: 'Ouvrir la séance' }).click();
        await page.getByLabel('DNUM', { exact: true }).selectOption('present');
        await page.getByRole('button', { name: 'Enregistrer les présences' }).click();
        await expect(page.getByText('1 présent sur 2')).toBeVisible();
        await page.getByLabel('Note sur le point 1 (obligatoire)').fill('Sept départements à relancer.');
        await page.getByRole('button', { name: 'Ajouter la note' }).first().click();
        await expect(page.getByRole('listitem').filter({ hasText: 'Sept départements à relancer.' })).toBeVisible();
        const decision = page.getByRole('form', { name: 'Décider sur le point 1', exact: true });
        await decision.getByLabel('Genre').selectOption('action_nouvelle');
        await decision.getByLabel('Décision', { exact: false }).fill(`Relancer les sept départements (${nom})`);
        await decision.getByLabel('Responsable').fill('DNUM');
        await decision.getByLabel('Échéance').fill('31 décembre 2030');
        await decision.getByRole('button', { name: 'Prendre la décision' }).click();
        await expect(page.getByText('Décision n° 1, action nouvelle')).toBeVisible();
      });

      await test.step('la présidence valide le relevé, qui se fige', async () => {
        await page.goto(`${reunion}/releve`);
        await page.getByRole('button', { name: 'Valider et envoyer le relevé' }).click();
        await expect(page.getByText('Le relevé est validé et figé.')).toBeVisible();
        await page.getByLabel('Ce qu’il faut lire').fill('Lire « huit départements ».');
        await page.getByLabel('Motif').fill('Erreur de compte.');
        await page.getByRole('button', { name: 'Ajouter le rectificatif' }).click();
        await expect(page.getByText('Rectificatif n° 1')).toBeVisible();
        const fichier = await page.request.get(`${reunion}/releve.pdf`);
        expect((await fichier.body()).subarray(0, 4).toString('latin1')).toBe('%PDF');
      });

      await test.step('le pilote lit le relevé, et trouve l’action nouvelle et d’où elle vient', async () => {
        await seConnecter(page, DNUM);
        await page.goto(`${reunion}/releve`);
        await expect(page.getByRole('main')).toContainText('Relevé n° ');
        await page.goto('/instances');
        await page.getByRole('link', { name: nom }).click();
        await page.getByRole('link', { name: 'Suivi des décisions' }).click();
        await page
          .getByRole('cell')
          .getByRole('link', { name: `Relancer les sept départements (${nom})` })
          .click();
        await expect(page.getByRole('main')).toContainText('décision n° 1 de');
        await page.getByRole('link', { name: 'Décisions', exact: true }).click();
        await expect(page.getByRole('main')).toContainText('Action nouvelle');
      });
    });

    test('un service nommé par un comité dont il n’est pas voit ce qu’on lui demande, et dit ce qu’il en a fait', async ({
      page,
    }) => {
      await seConnecter(page, BCAM);
      const nom = javaScriptEnabled ? 'Comité qui demande vite' : 'Comité qui demande peu';
      const texte = `Ouvrir un numéro unique (${nom})`;
      const reunion = await planifierReunion(page, await creerInstance(page, nom));
      const adresse = await deciderEnSeance(page, reunion, { texte, responsable: 'DGAFP' });
      await seConnecter(page, DGAFP);
      await page.goto('/attendu');
      await page.getByRole('region', { name: 'Demandé par un comité' }).getByRole('link', { name: texte }).click();
      await expect(page).toHaveURL(adresse);
      await expect(page.getByRole('main')).toContainText(texte);
      await expect(page.getByRole('link', { name: 'Lire le relevé de la réunion' })).toHaveCount(0);
      expect((await page.request.get(`${reunion}/releve`)).status()).toBe(403);
      await page.getByLabel('Ce qui a été fait (obligatoire)').fill('Le numéro est ouvert.');
      await page.getByRole('button', { name: 'Enregistrer la suite' }).click();
      await expect(page.getByText('La suite donnée est enregistrée.')).toBeVisible();
      await expect(page.getByRole('main')).toContainText('Appliquée');
      await page.goto('/attendu');
      await expect(page.getByRole('main')).toBeVisible();
      await expect(page.getByRole('link', { name: texte })).toHaveCount(0);
      await seConnecter(page, BCAM);
      await page.goto(adresse);
      await expect(page.getByRole('main')).toContainText('Le numéro est ouvert.');
    });
  });

test('la connexion se coupe en séance : rien de ce qui est écrit n’est perdu', async ({ page, plaintes }) => {
  await seConnecter(page, BCAM);
  const reunion = await planifierReunion(page, await creerInstance(page, 'Comité coupé'));
  await page.goto(`${reunion}/seance`);
  await page.getByRole('button', { name: 'Ouvrir la séance' }).click();
  const note = page.getByLabel('Note sur le point 1 (obligatoire)');
  await note.waitFor();
  await page.route('**/saisie', (route) => route.abort('internetdisconnected'));
  await note.fill('Écrit sans connexion.');
  await note.press('Control+Enter');
  await expect(page.getByText('1 saisie gardée ici, en attente de la connexion')).toBeVisible();
  await note.fill('À moitié écrit');
  await page.reload();
  await expect(note).toHaveValue('À moitié écrit');
  await page.unroute('**/saisie');
  await expect(page.getByText('Tout est enregistré ✓')).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('listitem').filter({ hasText: 'Écrit sans connexion.' })).toHaveCount(1);
  await expect(note).toHaveValue('À moitié écrit');
  // The browser says by itself that it was cut off.
  plaintes.splice(0);
});
