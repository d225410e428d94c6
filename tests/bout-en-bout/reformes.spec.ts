import { expect, seConnecter, test } from './outils/essai.ts';
import { DITP, PREFET_29, PREFET_BRETAGNE } from './outils/personas.ts';
import { adresseDeReforme } from './outils/reformes.ts';

const MDPH = 'Répondre plus vite aux personnes handicapées';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('le préfet trouve la réforme, lit d’où viennent ses chiffres, déclare la météo en une phrase', async ({
      page,
      entrer,
    }) => {
      await entrer(PREFET_29);
      await page.goto('/reformes');
      const filtres = page.getByRole('search', { name: 'Filtrer les réformes' });
      await filtres.getByLabel('Texte').fill('handicapees');
      await filtres.getByRole('button', { name: 'Appliquer' }).click();
      await expect(page.getByRole('status').first()).toContainText('1 sur');
      await page.getByRole('rowheader').getByRole('link', { name: MDPH }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(MDPH);
      const explication = page.getByText(/d’où vient ce chiffre/).first();
      await explication.click();
      await expect(page.getByText('moyenne des taux de ses indicateurs, chacun selon son poids')).toBeVisible();
      const phrase = `Deux postes pourvus (${javaScriptEnabled ? 'avec' : 'sans'} script).`;
      if (!(await page.getByRole('form', { name: `Déclarer la météo de ${MDPH}` }).isVisible()))
        await page.getByText('Déclarer la météo', { exact: true }).click();
      await page.getByRole('radio', { name: 'Partiellement nuageux' }).check({ force: true });
      await page.getByLabel('En une phrase').fill(phrase);
      await page.getByRole('button', { name: 'Déclarer', exact: true }).click();
      await expect(page).toHaveURL(/territoire=D29#meteo$/);
      await expect(page.locator('#meteo').getByText(phrase).first()).toBeVisible();
      await page.getByRole('link', { name: 'Historique' }).click();
      await expect(page.getByRole('main')).toContainText('Météo déclarée : partiellement nuageux, Finistère');
    });

    test('un plan à lier se cherche par son nom', async ({ page, entrer }) => {
      await entrer(DITP);
      const adresse = await adresseDeReforme(page, MDPH);
      await page.goto(`${adresse}/liens`);
      await page.getByText('Lier un plan', { exact: true }).first().click();
      const recherche = page.getByRole('search', { name: 'Chercher un plan par son nom' });
      await recherche.getByLabel('Nom du plan').fill('irritants');
      await recherche.getByRole('button', { name: 'Appliquer' }).click();
      await expect(page).toHaveURL(/[?&]cherche=irritants/);
      const formulaire = page.getByRole('form', { name: 'Lier un plan' });
      const options = formulaire.getByLabel('Plan').getByRole('option');
      await expect(options.filter({ hasText: 'Irritants des SGC-D : suivi 2026' })).toHaveCount(1);
      // Other tests import plans of that name too: none without it is offered.
      await expect(options.filter({ hasNotText: /irritants/i })).toHaveText([/Choisir un plan/]);
    });

    test('deux personnes écrivent la même analyse : la seconde est prévenue, et ne perd rien', async ({
      page,
      entrer,
      browser,
      baseURL,
    }) => {
      await entrer(PREFET_29);
      // Each its own reform: the tests run side by side.
      const reforme = javaScriptEnabled ? MDPH : 'Apprentissage et insertion';
      const adresse = `${await adresseDeReforme(page, reforme)}?territoire=D29&ecrire=analyse`;
      const autre = await browser.newPage({ javaScriptEnabled, ...(baseURL === undefined ? {} : { baseURL }) });
      await seConnecter(autre, PREFET_29);
      await page.goto(adresse);
      await autre.goto(adresse);
      const marque = javaScriptEnabled ? 'avec' : 'sans';
      await autre.getByLabel('Synthèse des résultats').fill(`Écrit ailleurs, ${marque} script.`);
      await autre.getByRole('button', { name: 'Enregistrer l’analyse' }).click();
      await expect(autre.locator('#analyse')).toContainText(`Écrit ailleurs, ${marque} script.`);
      await page.getByLabel('Synthèse des résultats').fill(`Écrit ici, ${marque} script.`);
      await page.getByRole('button', { name: 'Enregistrer l’analyse' }).click();
      await expect(page.getByRole('main')).toContainText('Quelqu’un a enregistré une autre version');
      await expect(page.getByRole('main')).toContainText(`Écrit ailleurs, ${marque} script.`);
      await expect(page.getByLabel('Synthèse des résultats')).toHaveValue(`Écrit ici, ${marque} script.`);
      await page.getByRole('button', { name: 'Enregistrer l’analyse' }).click();
      await expect(page).toHaveURL(/#analyse$/);
      await expect(page.locator('#analyse')).toContainText(`Écrit ici, ${marque} script.`);
      await autre.context().close();
    });

    test('la DITP crée une réforme, compose ses indicateurs en voyant l’effet, la publie', async ({ page, entrer }) => {
      await entrer(DITP);
      await page.goto('/reformes/nouvelle');
      const nom = `Réforme d’essai ${javaScriptEnabled ? 'avec' : 'sans'} script`;
      await page.getByLabel(/^Nom/).fill(nom);
      await page.getByLabel(/^Thème/).fill('Essais');
      await page.getByLabel(/^Service du chef de projet/).selectOption({ value: 'pm-ditp' });
      await page.getByRole('button', { name: 'Créer la réforme' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Indicateurs et poids');
      await page.getByLabel('Ajouter un indicateur').selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
      await page.getByLabel(/^Poids départemental/).fill('beaucoup');
      await page.getByRole('button', { name: 'Voir ce qui change' }).click();
      await expect(page.getByRole('alert').first()).toContainText('n’est pas un poids');
      await page.getByLabel(/^Poids départemental/).fill('100');
      await page.getByRole('button', { name: 'Voir ce qui change' }).click();
      await expect(page.locator('#effet')).toContainText('territoires changeraient');
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(page).toHaveURL(/\/territoires$/);
      await page.getByRole('link', { name: 'Modifier la réforme' }).click();
      await page.getByRole('button', { name: 'Publier la réforme' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(nom);
      await expect(page.getByRole('button', { name: 'Publier la réforme' })).toHaveCount(0);
    });
  });
}

test('l’analyse d’un autre département, adresse tapée à la main : refus franc, et une ligne au journal', async ({
  page,
  entrer,
}) => {
  await entrer(PREFET_29);
  const adresse = await adresseDeReforme(page, MDPH);
  const reponse = await page.goto(`${adresse}?territoire=D35&ecrire=analyse`);
  expect(reponse?.status()).toBe(403);
  await expect(page.getByRole('main')).toContainText('Vous lisez les réformes de votre territoire');
  await expect(page.getByRole('main')).not.toContainText('Synthèse des résultats');
  await entrer(DITP);
  await page.goto(`/administration/journal?objet=${encodeURIComponent(adresse)}&acte=acces.refuser`);
  await expect(page.getByRole('main')).toContainText(PREFET_29);
});

test('le préfet de région voit sa région et ses départements, jamais les autres', async ({ page, entrer }) => {
  await entrer(PREFET_BRETAGNE);
  const adresse = await adresseDeReforme(page, MDPH);
  await page.goto(`${adresse}/territoires`);
  const tableau = page.getByRole('table', { name: `${MDPH} dans chaque territoire` });
  await expect(tableau.getByRole('rowheader').getByRole('link')).toHaveText([
    'Côtes-d’Armor',
    'Finistère',
    'Ille-et-Vilaine',
    'Morbihan',
  ]);
  const fichier = await page.request.get(`${adresse}/territoires/export.csv`);
  const texte = await fichier.text();
  expect(texte).toContain('Finistère');
  expect(texte).not.toContain('Loire-Atlantique');
});

test('la fiche d’une réforme emportée en PDF se lit dans le journal', async ({ page, entrer }) => {
  await entrer(PREFET_29);
  const adresse = await adresseDeReforme(page, MDPH);
  const fiche = await page.request.get(`${adresse}/fiche.pdf?territoire=D29`);
  expect([fiche.status(), fiche.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await seConnecter(page, DITP);
  await page.goto('/administration/journal?acte=reforme.exporter');
  await expect(
    page
      .getByRole('main')
      .getByRole('row', { name: /Réforme exportée/ })
      .first(),
  ).toContainText(PREFET_29);
});
