import { expect, test } from './outils/essai.ts';
import { BCAM } from './outils/personas.ts';
import { actionNeuve } from './outils/plans.ts';

test.describe('sans JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('une action se bloque avec son obstacle, se termine avec sa pièce, et sa note se corrige', async ({
    page,
    entrer,
  }) => {
    await entrer(BCAM);
    await page.goto(await actionNeuve(page, 'Plan à tenir'));
    const note = page.getByRole('form', { name: 'Ajouter une note d’avancement' });

    await note.getByLabel('Statut').selectOption({ label: 'Bloquée' });
    await note.getByRole('button', { name: 'Enregistrer la note' }).click();
    await expect(page.getByRole('alert')).toContainText('Dites ce qui bloque l’action.');
    await note.getByLabel('Ce qui bloque').fill('Le local n’est pas livré');
    await note.getByLabel('Ce qui lèverait l’obstacle').fill('La remise des clés par la commune');
    await note.getByRole('button', { name: 'Enregistrer la note' }).click();
    const avancement = page.getByRole('region', { name: 'Où en est l’action' });
    await expect(avancement).toContainText('La remise des clés par la commune');

    await note.getByLabel('Statut').selectOption({ label: 'Terminée' });
    await note.getByLabel('Note').fill('Borne posée.');
    await note.getByRole('button', { name: 'Enregistrer la note' }).click();
    await expect(page.getByRole('alert')).toContainText('Joignez une pièce ou un lien');
    await expect(note.getByLabel('Note')).toHaveValue('Borne posée.');
    await note
      .getByLabel('Pièces')
      .setInputFiles({ name: 'recette.pdf', mimeType: 'text/html', buffer: Buffer.from('%PDF-1.7\nreçu') });
    await note.getByRole('button', { name: 'Enregistrer la note' }).click();
    await expect(avancement.getByRole('link', { name: 'recette.pdf' })).toBeVisible();
    const adresse = await avancement.getByRole('link', { name: 'recette.pdf' }).getAttribute('href');
    const fichier = await page.request.get(adresse ?? '');
    expect(fichier.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment;/),
    });

    const historique = page.getByRole('region', { name: 'Historique' });
    await historique.getByRole('link', { name: 'Corriger cette note' }).first().click();
    const correction = page.getByRole('form', { name: 'Corriger une note' });
    await correction.getByLabel('Note corrigée').fill('Borne posée et reçue.');
    await correction.getByRole('button', { name: 'Enregistrer la correction' }).click();
    await expect(page.getByText('La correction est enregistrée')).toBeVisible();
    await expect(historique.locator('del', { hasText: 'Borne posée.' })).toBeVisible();
    await expect(historique).toContainText('Borne posée et reçue.');
  });
});
