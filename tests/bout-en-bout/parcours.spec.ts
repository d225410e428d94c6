import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { ecrireClasseur } from '#tableur';
import { dossierPartage, SANS_DOSSIER_PARTAGE } from '../../src/tableur/essais/fichiers-reels.ts';
import { expect, test } from './outils/essai.ts';
import { actionsListees, attendreLaLecture, deposer, type Fichier } from './outils/gestes.ts';
import { BCAM, DNUM, PREFET_29, SGAR_BRETAGNE } from './outils/personas.ts';
import { creerPlanVide } from './outils/plans.ts';

/** From the sign-in page to the list of late actions: clicks and fields, the choice of the file included. */
const GESTES_AU_PLUS = 7;

test('un nouvel utilisateur importe son classeur et trouve ce qui est en retard, en quelques gestes', async ({
  page,
}) => {
  await importerEtTrouverLesRetards(page, await classeurDUnPlan());
  await expect(actionsListees(page)).toHaveText([
    'Ouvrir un guichet commun à Morlaix',
    'Former les gestionnaires de Brest',
  ]);
});

test('le document Word du plan de 2022 s’importe tel quel, et ses retards se voient aussitôt', async ({ page }) => {
  const dossier = dossierPartage();
  test.skip(dossier === null, SANS_DOSSIER_PARTAGE);
  const nom = 'plan-irritants-sgcd-2022.docx';
  const fichier = { name: nom, mimeType: WORD, buffer: readFileSync(join(dossier ?? '', 'sources', 'tableaux', nom)) };
  await importerEtTrouverLesRetards(page, fichier);
  expect(await actionsListees(page).count()).toBeGreaterThan(0);
});

test('les mots de la phrase du plan filtrent la liste', async ({ page, monde, entrer }) => {
  await entrer(BCAM);
  for (const mots of [/^\d+ en retard$/, /terminées?$/, /silencieuses? depuis/, /sans échéance$/]) {
    await page.goto(monde.irritants.adresse);
    const lien = page.getByRole('main').getByRole('link', { name: mots }).first();
    const nombre = Number.parseInt(await lien.innerText(), 10);
    await lien.click();
    await expect(page.getByRole('list', { name: 'Filtres appliqués' })).toBeVisible();
    await expect(actionsListees(page)).toHaveCount(nombre);
  }
});

test('les filtres se combinent, se retirent un à un, et restent dans l’adresse', async ({ page, monde, entrer }) => {
  await entrer(BCAM);
  await page.goto(monde.irritants.adresse);
  const filtres = page.getByRole('search', { name: 'Filtrer les actions' });
  await filtres.getByLabel('Statut').selectOption({ value: 'en_cours' });
  await filtres.getByLabel('Texte').fill('agent');
  await filtres.getByRole('button', { name: 'Appliquer' }).click();
  await expect(page).toHaveURL(/q=agent/);
  await expect(page).toHaveURL(/statut=en_cours/);
  const deux = await actionsListees(page).allInnerTexts();
  expect(deux.length).toBeGreaterThan(0);
  await page.reload();
  await expect(actionsListees(page)).toHaveText(deux);
  await page.getByRole('link', { name: 'Retirer le filtre contient « agent »' }).click();
  await expect(page).not.toHaveURL(/q=agent/);
  await expect.poll(() => actionsListees(page).count()).toBeGreaterThan(deux.length);
});

test('la recherche trouve « référents » quand on écrit « referent »', async ({ page, entrer }) => {
  await entrer(BCAM);
  await page.getByRole('searchbox', { name: /^Rechercher une action/ }).fill('referent');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('referent');
  await expect(
    page
      .getByRole('region', { name: 'Actions' })
      .getByRole('link', { name: /référents/i })
      .first(),
  ).toBeVisible();
});

test('à une date passée, le plan se revoit tel qu’il était et ne s’écrit pas', async ({ page, monde, entrer }) => {
  await entrer(BCAM);
  await page.goto(monde.irritants.adresse);
  const terminees = () =>
    page
      .getByRole('main')
      .getByRole('link', { name: /terminées?$/ })
      .first();
  const aujourdhui = await terminees().innerText();
  const filtres = page.getByRole('search', { name: 'Filtrer les actions' });
  await filtres.getByLabel('Situation au').fill(ilYA(300));
  await filtres.getByRole('button', { name: 'Appliquer' }).click();
  await expect(page.getByRole('main')).toContainText(/Situation au \d/);
  expect(await terminees().innerText()).not.toBe(aujourdhui);
  await actionsListees(page).first().click();
  await expect(page).toHaveURL(/au=/);
  await expect(page.getByRole('main')).toContainText('Revenir à aujourd’hui');
  await expect(page.getByRole('button', { name: 'Enregistrer la note' })).toHaveCount(0);
});

for (const format of ['Excel (xlsx)', 'OpenDocument (ods)', 'CSV', 'Word (docx)']) {
  test(`un plan exporté en ${format} se réimporte sans différence`, async ({ page, monde, entrer }) => {
    await entrer(SGAR_BRETAGNE);
    await page.goto(monde.bretagne.adresse);
    await page.getByText('Exporter', { exact: true }).click();
    const [telechargement] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: format, exact: true }).click(),
    ]);
    await page.goto(`${monde.bretagne.adresse}/importer`);
    const fichier = {
      name: telechargement.suggestedFilename(),
      mimeType: '',
      buffer: readFileSync(await telechargement.path()),
    };
    await page.getByLabel('Fichier du plan').setInputFiles(fichier);
    await page.getByRole('button', { name: 'Lire ce fichier' }).click();
    await attendreLaLecture(page);
    await expect(page.getByText('Le fichier dit la même chose que le plan')).toBeVisible();
  });
}

test('au clavier seul, un pilote donne des nouvelles de son action la plus pressante', async ({ page, entrer }) => {
  await entrer(BCAM);
  const plan = await creerPlanVide(page, 'Plan suivi au clavier');
  await page.goto(`${plan}/actions/nouvelle`);
  await page.getByLabel('Intitulé').fill('Numériser les dossiers de Landerneau');
  await page.getByLabel('Échéances').fill('15 janvier 2010');
  await page.getByLabel('Pilotes').fill('DNUM');
  await page.getByRole('button', { name: 'Ajouter l’action' }).click();
  await expect(page.getByText('L’action est ajoutée au plan.')).toBeVisible();
  await entrer(DNUM);
  await page.goto('/');
  await tabuler(page, page.getByRole('link', { name: 'Numériser les dossiers de Landerneau' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Numériser les dossiers de Landerneau');
  await tabuler(page, page.getByLabel('Statut', { exact: true }));
  await page.keyboard.type('En cours');
  await page.keyboard.press('Tab');
  await page.keyboard.type('35');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Les deux tiers des dossiers restent à reprendre.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('La note est enregistrée.')).toBeVisible();
  const avancement = page.getByRole('region', { name: 'Où en est l’action' });
  await expect(avancement).toContainText('En cours');
  await expect(avancement).toContainText(/35\s%/);
});

test('deux fenêtres sur la même action : la seconde est prévenue, et sa saisie reste', async ({
  page,
  entrer,
  context,
}) => {
  await entrer(BCAM);
  const plan = await creerPlanVide(page, 'Plan à deux mains');
  const adresse = await ajouterAction(page, plan, 'Rénover l’accueil de Quimper');
  const seconde = await context.newPage();
  await page.goto(`${adresse}/modifier`);
  await seconde.goto(`${adresse}/modifier`);
  await page.getByLabel('Intitulé').fill('Rénover l’accueil de Quimper et celui de Brest');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('L’action est modifiée.')).toBeVisible();
  await seconde.getByLabel('Mise en œuvre').fill('Par tranches, en commençant par le rez-de-chaussée');
  await seconde.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(seconde.getByRole('alert')).toBeVisible();
  await expect(seconde.getByLabel('Mise en œuvre')).toHaveValue('Par tranches, en commençant par le rez-de-chaussée');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rénover l’accueil de Quimper et celui de Brest');
  await expect(page.getByText('Par tranches')).toHaveCount(0);

  // Notes are added, never in each other's way.
  await seconde.goto(adresse);
  for (const [fenetre, note] of [
    [page, 'Les plans sont signés.'],
    [seconde, 'Le mobilier est commandé.'],
  ] as const) {
    await fenetre.getByLabel('Note', { exact: true }).fill(note);
    await fenetre.getByRole('button', { name: 'Enregistrer la note' }).click();
    await expect(fenetre.getByText('La note est enregistrée.')).toBeVisible();
  }
  const historique = seconde.getByRole('region', { name: 'Historique' });
  await expect(historique).toContainText('Les plans sont signés.');
  await expect(historique).toContainText('Le mobilier est commandé.');
});

test('quitter une note commencée se confirme ; en restant, rien n’est perdu', async ({ page, monde, entrer }) => {
  await entrer(PREFET_29);
  await page.goto(monde.finistere.actions[0] ?? '');
  await page.getByLabel('Note', { exact: true }).fill('Le délai remonte depuis lundi.');
  const plans = page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link', { name: 'Plans' });
  /** The question comes a moment after the click: it is waited for, so that each answer goes to its own question. */
  async function repondreEnQuittant(reponse: 'accept' | 'dismiss'): Promise<void> {
    const posee = page.waitForEvent('dialog');
    await Promise.all([posee.then((question) => question[reponse]()), plans.click()]);
  }
  await repondreEnQuittant('dismiss');
  await expect(page).toHaveURL(monde.finistere.actions[0] ?? '');
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Le délai remonte depuis lundi.');
  await repondreEnQuittant('accept');
  await expect(page).toHaveURL('/plans');
});

test('un double clic sur « Importer » n’écrit qu’une fois', async ({ page, entrer }) => {
  await entrer(BCAM);
  await deposer(page, '/plans/importer', await classeurDUnPlan());
  const formulaire = page.getByRole('form', { name: 'Importer le plan' });
  await formulaire.getByLabel('Titre').fill('Plan cliqué deux fois');
  await formulaire.getByRole('button', { name: 'Importer les 4 lignes' }).dblclick();
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}$/);
  await expect(actionsListees(page)).toHaveCount(4);
  await page.goto('/plans?q=cliqué deux fois');
  await expect(page.getByRole('rowheader')).toHaveCount(1);
});

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** From the sign-in page to the late actions of a new plan, counting what it takes. */
async function importerEtTrouverLesRetards(page: Page, fichier: Fichier): Promise<void> {
  let gestes = 0;
  const cliquer = async (cible: Locator) => {
    gestes += 1;
    await cible.click();
  };
  await page.goto('/connexion');
  await cliquer(page.getByRole('button', { name: `Entrer comme ${BCAM}` }));
  await cliquer(page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link', { name: 'Plans' }));
  await cliquer(page.getByRole('link', { name: 'Importer un plan' }));
  gestes += 1;
  await page.getByLabel('Fichier du plan').setInputFiles(fichier);
  await cliquer(page.getByRole('button', { name: 'Lire ce fichier' }));
  await attendreLaLecture(page);
  await cliquer(page.getByRole('button', { name: /^Importer les \d+\slignes$/ }));
  await cliquer(page.getByRole('main').getByRole('link', { name: /^\d+ en retard$/ }));
  await expect(page.getByRole('list', { name: 'Filtres appliqués' })).toContainText('en retard');
  expect(gestes).toBeLessThanOrEqual(GESTES_AU_PLUS);
}

/** Four actions, two of which are late whatever the day of the test. */
async function classeurDUnPlan(): Promise<Fichier> {
  const octets = await ecrireClasseur(
    [
      {
        nom: 'Suivi',
        titre: 'Feuille de route du Finistère',
        entetes: ['N°', 'Mesure', 'Service porteur', 'Délai', 'Observations'],
        lignes: [
          ['1', 'Ouvrir un guichet commun à Morlaix', 'DNUM', 'Au plus tard fin 2024', 'Travaux en cours'],
          ['2', 'Former les gestionnaires de Brest', 'les SGC-D', '1er semestre 2025', ''],
          ['3', 'Publier l’annuaire des référents', 'DMATES', '31/03/2024', 'Terminé'],
          ['4', 'Rénover la cité administrative de Quimper', 'DNUM', 'fin 2060', ''],
        ],
      },
    ],
    'xlsx',
  );
  return {
    name: 'suivi.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(octets),
  };
}

async function ajouterAction(page: Page, plan: string, intitule: string): Promise<string> {
  await page.goto(`${plan}/actions/nouvelle`);
  await page.getByLabel('Intitulé').fill(intitule);
  await page.getByRole('button', { name: 'Ajouter l’action' }).click();
  await expect(page.getByText('L’action est ajoutée au plan.')).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Presses Tab until this element has the focus, as someone without a mouse does. */
async function tabuler(page: Page, cible: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await cible.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Le clavier n’atteint pas ${cible}`);
}

function ilYA(jours: number): string {
  return new Date(Date.now() - jours * 86_400_000).toISOString().slice(0, 10);
}
