import type { Page } from '@playwright/test';
import { expect, seConnecter, test } from './outils/essai.ts';
import { BCAM, PREFET_29, PREFET_44 } from './outils/personas.ts';

/** A file as a browser would send it, under a type that its bytes deny. */
function piece(name: string) {
  return { name, mimeType: 'text/html', buffer: Buffer.from('%PDF-1.7\nProcès-verbal') };
}

/** A plan open to the administration with one action; the address of the action, and its wording. */
async function preparer(page: Page): Promise<{ adresse: string; intitule: string }> {
  const marque = `${Date.now()}-${Math.floor(Math.random() * 1_000_000)}`;
  const intitule = `Remettre les cartes ${marque}`;
  await page.goto('/plans/nouveau');
  await page.getByLabel('Titre').fill(`Plan décliné ${marque}`);
  await page.getByLabel(/^Toute l’administration/).check();
  await page.getByRole('button', { name: 'Créer le plan' }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  await page.goto(`${new URL(page.url()).pathname}/actions/nouvelle`);
  await page.getByLabel('Intitulé').fill(intitule);
  await page.getByRole('button', { name: 'Ajouter l’action' }).click();
  await page.waitForURL(/\/actions\/[0-9a-f-]{36}/);
  return { adresse: new URL(page.url()).pathname, intitule };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('une action déclinée : chaque préfet donne ses nouvelles, l’équipe voit l’ensemble', async ({
      page,
      entrer,
      browser,
      baseURL,
    }) => {
      const prefet = await browser.newPage({ ...(baseURL === undefined ? {} : { baseURL }), javaScriptEnabled });
      await entrer(BCAM);
      const { adresse, intitule } = await preparer(page);
      await page.getByRole('link', { name: 'Décliner l’action par département ou par région' }).click();
      await page.getByText('Une liste', { exact: true }).click();
      await page.getByLabel('Liste', { exact: true }).fill('Finistère\nMorbihan\nAtlantide');
      await page.getByRole('button', { name: 'Décliner l’action' }).click();
      await expect(page.getByRole('alert').first()).toContainText('« Atlantide »');
      await expect(page.getByLabel('Liste', { exact: true })).toHaveValue('Finistère\nMorbihan\nAtlantide');
      await page.getByLabel('Liste', { exact: true }).fill('Finistère ; 56 ; Loire-Atlantique');
      await page.getByRole('button', { name: 'Décliner l’action' }).click();
      await expect(page.getByText('Les territoires sont ajoutés')).toBeVisible();
      await expect(page.getByText('Aucun département n’a encore donné de nouvelles')).toBeVisible();

      await seConnecter(prefet, PREFET_29);
      await prefet.goto('/attendu');
      const ligne = prefet.getByRole('listitem').filter({ hasText: intitule }).first();
      await ligne.locator('summary').first().click();
      await ligne.getByLabel('Statut').selectOption({ label: 'Bloquée' });
      await ligne.getByLabel('Taux de réalisation (%)').fill('40');
      await ligne.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(ligne.getByRole('alert')).toContainText('bloque');
      await ligne.getByLabel('Ce qui bloque').fill('Le lecteur est en panne.');
      await ligne.getByLabel('Ce qui lèverait l’obstacle').fill('Un lecteur neuf.');
      await ligne.locator('summary', { hasText: 'Pièces' }).click();
      await ligne.getByLabel('Pièces').setInputFiles(piece('constat.pdf'));
      await ligne.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(ligne.getByText('La note est enregistrée.')).toBeVisible();

      await prefet.goto(`${adresse}/deploiement?territoire=D44`);
      await expect(prefet.getByRole('heading', { name: 'Finistère', exact: true })).toBeVisible();
      await expect(prefet.getByText('Loire-Atlantique')).toHaveCount(0);

      await page.goto(`${adresse}/deploiement?tri=taux`);
      await expect(page.getByText('1 département sur 3 a donné des nouvelles')).toBeVisible();
      await expect(page.getByRole('row').filter({ hasText: 'Finistère' }).last()).toContainText('40 %');
      await page.getByRole('rowheader', { name: 'Finistère' }).last().getByRole('link').click();
      const dit = page.getByRole('list', { name: /^Nouvelles, Finistère/ });
      await expect(dit.getByText('Ce qui bloque : Le lecteur est en panne.')).toBeVisible();
      await expect(dit.getByRole('link', { name: 'constat.pdf' })).toBeVisible();

      // Done asks for a proof. A script keeps the files of a refused form; without one they are chosen again, as it says.
      const note = prefet.getByRole('form', { name: 'Donner des nouvelles : Finistère' });
      await note.getByLabel('Statut').selectOption({ label: 'Terminée' });
      await note.getByLabel('Taux de réalisation (%)').fill('140');
      await note.locator('summary', { hasText: 'Pièces' }).click();
      await note.getByLabel('Pièces').setInputFiles([piece('remise.pdf'), piece('liste.pdf')]);
      await note.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(prefet.getByRole('alert').first()).toContainText('140');
      const gardes = await note.getByLabel('Pièces').evaluate((champ: HTMLInputElement) => champ.files?.length);
      expect(gardes).toBe(javaScriptEnabled ? 2 : 0);
      await note.getByLabel('Taux de réalisation (%)').fill('100');
      if (!javaScriptEnabled) {
        await note.locator('summary', { hasText: 'Pièces' }).click();
        await note.getByLabel('Pièces').setInputFiles([piece('remise.pdf'), piece('liste.pdf')]);
      }
      await note.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(prefet.getByText('La note est enregistrée.')).toBeVisible();
      await expect(prefet.getByRole('link', { name: 'liste.pdf' }).first()).toBeVisible();
      const fichier = (await prefet.getByRole('link', { name: 'remise.pdf' }).first().getAttribute('href')) ?? '';
      for (const lecteur of [prefet, page]) {
        const recu = await lecteur.request.get(fichier);
        expect(recu.headers()).toMatchObject({
          'content-type': 'application/pdf',
          'x-content-type-options': 'nosniff',
          'content-disposition': expect.stringMatching(/^attachment;/),
        });
      }
      await seConnecter(prefet, PREFET_44);
      const refuse = await prefet.request.get(fichier);
      expect(refuse.status()).toBe(403);
      expect(await refuse.text()).not.toContain('Procès-verbal');
      await prefet.close();
    });
  });
}

test('un préfet ne lit ni le territoire d’un autre, ni son export', async ({ page, monde, entrer }) => {
  await entrer(PREFET_44);
  const adresse = `${monde.irritants.actions[5]}/deploiement`;
  await page.goto(`${adresse}?territoire=D29`);
  await expect(page.getByText('Vous lisez 1 département sur les 101')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Finistère' })).toHaveCount(0);
  const fichier = await page.request.get(`${adresse}.csv`);
  const lignes = (await fichier.text()).trim().split(/\r?\n/);
  expect(lignes).toHaveLength(2);
  expect(lignes[1]).toContain('Loire-Atlantique');
  const document = await page.request.get(`${adresse}.docx`);
  expect((await document.body()).subarray(0, 2).toString()).toBe('PK');
});
