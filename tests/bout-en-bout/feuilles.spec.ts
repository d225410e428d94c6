import { expect, seConnecter, test } from './outils/essai.ts';
import { ilYAUnAn, preparerFeuille, reformeDEssai, remplirFeuille, signerFeuille } from './outils/feuilles.ts';
import { envoyerSansControle } from './outils/gestes.ts';
import { BCAM, DITP, PREFET_44, PRESIDENCE, SGAR_BRETAGNE } from './outils/personas.ts';

/** With a script the prefect writes; without, the DITP does it for another territory, so that the two never meet. */
const CAS = [
  { titre: 'avec JavaScript', javaScriptEnabled: true, prefet: PREFET_44, territoire: 'D44' },
  { titre: 'sans JavaScript', javaScriptEnabled: false, prefet: DITP, territoire: 'D974' },
];

for (const { titre, javaScriptEnabled, prefet, territoire } of CAS)
  test.describe(titre, () => {
    test.use({ javaScriptEnabled });

    test('une feuille de route, de sa préparation à un avenant accepté', async ({ page }) => {
      test.slow();
      await seConnecter(page, prefet);
      const feuille = await preparerFeuille(page, `Mandat ${titre}`, territoire);
      await remplirFeuille(page, feuille);
      const note = page.getByRole('form', { name: 'Donner des nouvelles du projet' });
      await note.getByLabel('Bloqué').check({ force: true });
      await note.getByLabel('Où en est le projet').fill('Le diagnostic de pollution est contesté.');
      await note.getByRole('button', { name: 'Enregistrer la note' }).click();
      await expect(page.getByText('La note est enregistrée.')).toBeVisible();
      await expect(page.getByText('Déclaré « bloqué »')).toBeVisible();

      await test.step('la Présidence ne voit pas un mandat qui n’est pas signé', async () => {
        await seConnecter(page, PRESIDENCE);
        const reponse = await page.goto(feuille);
        expect(reponse?.status()).toBe(403);
      });

      await test.step('la DITP enregistre la signature ; un jour à venir est refusé', async () => {
        await seConnecter(page, DITP);
        await page.goto(`${feuille}/vie`);
        await page.getByLabel('Jour de la signature').fill('2199-01-01');
        await page.getByRole('button', { name: 'Enregistrer la signature' }).click();
        await expect(page.getByRole('alert').first()).toContainText('La signature ne peut pas être à venir');
        await expect(page.getByLabel('Jour de la signature')).toHaveValue('2199-01-01');
        await signerFeuille(page, feuille, ilYAUnAn());
        await expect(page.getByText('1 jalon en retard')).toBeVisible();
      });

      await test.step('la Présidence la lit alors, en entier', async () => {
        await seConnecter(page, PRESIDENCE);
        await page.goto(feuille);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Mandat ${titre}`);
        await expect(page.getByRole('main')).toContainText('Reconversion de l’ancien arsenal');
        await expect(page.getByRole('link', { name: 'Proposer un avenant' })).toHaveCount(0);
      });

      await test.step('ni un responsable de plan ni le SGAR d’une autre région', async () => {
        for (const persona of [BCAM, SGAR_BRETAGNE]) {
          await seConnecter(page, persona);
          expect((await page.goto(feuille))?.status(), persona).toBe(403);
        }
      });

      await test.step('un avenant retire le projet : rien ne change avant la réponse de la DITP', async () => {
        await seConnecter(page, prefet);
        await page.goto(`${feuille}/evolution`);
        await page.getByLabel('Avenant').check({ force: true });
        await page.getByLabel('Texte (obligatoire)').fill('Le projet de l’arsenal est confié à la métropole.');
        await page.getByLabel('Motif').fill('Transfert de compétence.');
        await page.getByLabel('Projet : Reconversion de l’ancien arsenal').check({ force: true });
        await page.getByRole('button', { name: 'Proposer à la DITP' }).click();
        await expect(page.getByText('La proposition est transmise à la DITP').first()).toBeVisible();
        await page.goto(feuille);
        await expect(page.getByRole('main')).toContainText('Reconversion de l’ancien arsenal');
      });

      await test.step('la DITP ne refuse pas sans dire pourquoi, puis accepte', async () => {
        await seConnecter(page, DITP);
        await page.goto(`${feuille}/vie`);
        await page.getByRole('button', { name: 'Refuser' }).click();
        await expect(page.getByRole('alert').first()).toContainText('pourquoi sa proposition n’est pas retenue');
        await page.getByRole('button', { name: 'Accepter' }).click();
        await expect(page.getByText('La réponse est enregistrée, et le préfet est prévenu.')).toBeVisible();
        await expect(page.getByRole('main')).toContainText('Avenant accepté');
        await page.goto(`${feuille}#projets`);
        await expect(page.getByText('Aucun projet local')).toBeVisible();
      });

      await test.step('le compte rendu se commente et se télécharge', async () => {
        await seConnecter(page, prefet);
        await page.goto(`${feuille}/compte-rendu`);
        await page.getByLabel('Ajouter un commentaire').fill('Le calendrier de la fibre tient.');
        await page.getByRole('button', { name: 'Ajouter le commentaire' }).click();
        await expect(page.getByRole('main')).toContainText('Le calendrier de la fibre tient.');
        for (const [format, debut] of [
          ['docx', 'PK'],
          ['odt', 'PK'],
          ['pdf', '%PDF'],
        ] as const) {
          const fichier = await page.request.get(`${feuille}/compte-rendu.${format}`);
          expect(fichier.status(), format).toBe(200);
          expect((await fichier.body()).subarray(0, debut.length).toString('latin1'), format).toBe(debut);
        }
      });
    });

    test('une cible se propose, se discute et s’acte par l’autre partie', async ({ page }) => {
      test.slow();
      const centrale = DITP;
      await seConnecter(page, PREFET_44);
      const reforme = await reformeDEssai(page, 'D44');
      const cibles = `${reforme}/cibles?territoire=D44`;
      await page.goto(cibles);
      const echeance = javaScriptEnabled ? '2031-12-31' : '2032-12-31';
      await page.getByText('Un indicateur, une échéance, une valeur').click();
      const formulaire = page.getByRole('form', { name: 'Proposer une cible' });
      await formulaire.getByLabel('Indicateur').selectOption({ index: 1 });
      await formulaire.getByLabel('Échéance').fill(echeance);
      await formulaire.getByLabel('Valeur proposée').fill('beaucoup');
      await envoyerSansBouton(formulaire);
      await expect(page.getByRole('alert').first()).toContainText('beaucoup');
      await expect(formulaire.getByLabel('Échéance')).toHaveValue(echeance);
      await formulaire.getByLabel('Valeur proposée').fill('99,5');
      await envoyerSansBouton(formulaire);
      await expect(page.getByText('La valeur est proposée')).toBeVisible();
      await expect(page.getByRole('main')).toContainText('Attend l’administration centrale');
      await expect(page.getByRole('button', { name: /^Acter/ })).toHaveCount(0);
      const discussion = page.url();

      await seConnecter(page, centrale);
      await page.goto('/');
      await expect(page.getByRole('main')).toContainText('attend');
      await page.goto(discussion);
      await page.getByText('Commenter', { exact: true }).first().click();
      await page.getByLabel('Commentaire').fill('C’est ambitieux.');
      await page.getByRole('button', { name: 'Ajouter le commentaire' }).click();
      await expect(page.getByRole('main')).toContainText('C’est ambitieux.');
      await page.getByRole('button', { name: /^Acter 99,5/ }).click();
      await expect(page.getByText('La cible est actée')).toBeVisible();
      await expect(page.getByRole('main')).toContainText('Actée');
    });
  });

test('une feuille de route sans titre ni territoire est refusée, et ce qui est écrit reste', async ({ page }) => {
  await seConnecter(page, DITP);
  await page.goto('/feuilles-de-route/nouvelle');
  await page.getByLabel('Titre').fill('Mandat sans territoire');
  await envoyerSansControle(page, 'Commencer');
  await expect(page.getByRole('alert').first()).toContainText('Choisissez le territoire');
  await expect(page.getByLabel('Titre')).toHaveValue('Mandat sans territoire');
});

async function envoyerSansBouton(formulaire: import('@playwright/test').Locator): Promise<void> {
  await formulaire.getByRole('button', { name: 'Proposer la cible' }).click();
}
