import { expect, test } from './outils/essai.ts';
import { BCAM, PREFET_29, SGCD_29 } from './outils/personas.ts';
import { actionNeuve, demanderReport } from './outils/plans.ts';

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

  test('un pilote demande un report, l’équipe l’accepte, et la page des engagements le compte', async ({
    page,
    monde,
    entrer,
  }) => {
    await entrer(SGCD_29);
    await page.goto(monde.finistere.actions[3] ?? '');
    await demanderReport(page, '30 septembre 2027');
    await page.locator('summary', { hasText: 'Retirer ma demande' }).click();
    await page.getByLabel('Raison du retrait').fill('Erreur de date');
    await page.getByRole('button', { name: 'Retirer la demande' }).click();
    await expect(page.getByText('La demande de report est retirée')).toBeVisible();
    await expect(page.getByText('Demande de report retirée : 30 septembre 2027')).toBeVisible();
    await demanderReport(page, '30 juin 2027');
    const echeances = page.getByRole('region', { name: 'Échéances' });
    await expect(echeances).toContainText('l’engagement reste celui ci-dessus');
    await expect(echeances.getByRole('button', { name: 'Répondre' })).toHaveCount(0);

    await entrer(PREFET_29);
    await page.goto(`${monde.finistere.adresse}/engagements?constat=report_en_attente`);
    await page
      .getByRole('table')
      .getByRole('link', { name: /dépannage informatique/ })
      .click();
    const reponse = page.getByRole('form', { name: 'Répondre à la demande de report : 30 juin 2027' });
    await reponse.getByText('Le refuser').click();
    await reponse.getByRole('button', { name: 'Répondre' }).click();
    await expect(page.getByRole('alert')).toContainText('Dites pourquoi le report est refusé');
    await reponse.getByText('Accepter le report').click();
    await reponse.getByRole('button', { name: 'Répondre' }).click();
    await expect(echeances).toContainText('30 juin 2027');
    await expect(echeances).toContainText('de glissement');

    await page.goto(`${monde.finistere.adresse}/engagements`);
    await expect(page.getByRole('main')).toContainText(/\d+\sreports? en tout/);
    const csv = await page.request.get(`${monde.finistere.adresse}/engagements.csv`);
    expect(await csv.text()).toContain('30 juin 2027');
  });

  test('« Ce qui a changé » dit ce qui s’est passé entre deux jours, et ses mots filtrent', async ({
    page,
    monde,
    entrer,
  }) => {
    await entrer(BCAM);
    await page.goto(`${monde.irritants.adresse}/changements?du=2001-01-01`);
    await expect(page.getByRole('main')).toContainText(/\d+\sactions ajoutées/);
    await page.getByRole('link', { name: /actions ajoutées/ }).click();
    await expect(page).toHaveURL(/genre=ajoutee/);
    await expect(page.getByRole('table')).toContainText('ajoutée au plan');
  });
});

test('ce qui a changé s’exporte tel que filtré, et s’ouvre dans Word', async ({ page, monde, entrer }) => {
  await entrer(BCAM);
  await page.goto(`${monde.irritants.adresse}/changements?du=2020-01-01&genre=ajoutee`);
  const nombre = await page.getByRole('main').getByRole('rowheader').count();
  await page.getByText('Exporter', { exact: true }).click();
  const adresse = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
  const fichier = await page.request.get(adresse ?? '');
  expect((await fichier.text()).trim().split(/\r?\n(?=[^\n]*;)/).length).toBeGreaterThan(nombre);
  const word = await page.request.get((adresse ?? '').replace('.csv', '.docx'));
  expect(word.headers()['content-type']).toContain('wordprocessingml');
});
