import type { Browser, Page } from '@playwright/test';
import { expect, seConnecter, test } from './outils/essai.ts';
import { BCAM, DITP, DMATES, DNUM } from './outils/personas.ts';
import { creerPlanVide } from './outils/plans.ts';

type Gens = {
  /** Somebody at their own screen; without a script, but for who minutes. */
  readonly chez: (persona: string, javaScriptEnabled?: boolean) => Promise<Page>;
};

const PRISE = /Décision n°\s/;

test('un propriétaire de plan prépare un comité, le tient, envoie le relevé ; les pilotes voient arriver ce qu’il décide', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const { chez } = gens(browser, baseURL);
  const marque = `${Date.now()}-${Math.floor(Math.random() * 1_000_000)}`;
  const [reporter, trancher, clore, neuve] = [
    `Équiper Quimper ${marque}`,
    `Choisir un outil ${marque}`,
    `Former les agents ${marque}`,
    `Relancer sept départements ${marque}`,
  ] as const;
  const nom = `Comité de bout en bout ${marque}`;
  const bcam = await chez(BCAM);

  await test.step('le plan : ses actions, et un report que le pilote demande', async () => {
    const plan = await creerPlanVide(bcam, `Plan du comité ${marque}`);
    await bcam.goto(`${plan}/modifier`);
    await bcam.getByText('Les pilotes demandent les reports, l’équipe les valide').click();
    await bcam.getByRole('button', { name: 'Enregistrer' }).first().click();
    for (const [intitule, echeance] of [
      [reporter, '31 mars 2090'],
      [trancher, '2 janvier 2026'],
      [clore, '3 janvier 2026'],
    ] as const) {
      await bcam.goto(`${plan}/actions/nouvelle`);
      await bcam.getByLabel('Intitulé').fill(intitule);
      await bcam.getByLabel('Échéances').fill(echeance);
      await bcam.getByLabel('Pilotes').fill('DNUM');
      await bcam.getByRole('button', { name: 'Ajouter l’action' }).click();
      await expect(bcam.getByText('L’action est ajoutée au plan.')).toBeVisible();
    }
    const pilote = await chez(DNUM);
    await pilote.goto(plan);
    await pilote.getByRole('link', { name: reporter }).first().click();
    await pilote.locator('summary', { hasText: 'Demander un report' }).click();
    const demande = pilote.getByRole('form', { name: 'Demande de report' });
    await demande.getByLabel('Nouvelle échéance').fill('30 juin 2090');
    await demande.getByLabel('Motif').fill('Les cartes ne sont pas livrées');
    await demande.getByRole('button', { name: 'Demander le report' }).click();
    await expect(pilote.getByRole('region', { name: 'Échéances' })).toContainText('30 juin 2090');
    await pilote.context().close();
  });

  const reunion = await test.step('l’instance et son ordre du jour', async () => {
    await bcam.goto('/instances/nouvelle');
    await bcam.getByLabel('Nom (obligatoire)').fill(nom);
    await bcam.getByLabel('Service qui préside').fill('DMATES');
    await bcam.getByLabel('Membres').fill('DMATES\nDNUM\nBCAM');
    await bcam
      .getByLabel('Personnes sans compte')
      .fill(`Camille Exemple ; maire ; ${marque}@exemple.gouv.fr\nDominique Exemple ; élu`);
    await bcam.getByLabel(`Plan du comité ${marque}`).check({ force: true });
    await bcam.getByRole('button', { name: 'Créer l’instance' }).click();
    await bcam.getByRole('button', { name: /^Planifier/ }).click();
    await expect(bcam).toHaveURL(/\/reunions\//);
    const points = bcam.getByRole('region', { name: 'Ordre du jour' }).locator('li');
    await expect(points).toHaveCount(3);
    await expect(points.nth(0)).toContainText('Report demandé à « 30 juin 2090 »');
    await expect(points.nth(0)).toContainText('Les cartes ne sont pas livrées');
    await expect(points.nth(1)).toContainText('Échéance dépassée de');
    await bcam.getByRole('button', { name: `Descendre ${trancher}` }).click();
    await expect(points.nth(2)).toContainText(trancher);
    await bcam.getByRole('button', { name: `Monter ${trancher}` }).click();
    await expect(points.nth(1)).toContainText(trancher);
    await expect(bcam.getByRole('main')).toContainText('à prévenir autrement');
    await expect(bcam.getByRole('main')).toContainText('Dominique Exemple, élu');
    await bcam.getByRole('button', { name: 'Convoquer les membres par courriel' }).click();
    await expect(bcam.getByText('un changement ou une annulation leur est écrit')).toBeVisible();
    return new URL(bcam.url()).pathname;
  });

  await test.step('la séance, à deux, la connexion coupée un moment', async () => {
    const secretaire = await chez(BCAM, true);
    await secretaire.goto(`${reunion}/seance`);
    await secretaire.getByRole('button', { name: 'Ouvrir la séance' }).click();
    await secretaire.getByLabel('DNUM', { exact: true }).selectOption('present');
    await secretaire.getByLabel('Camille Exemple, maire').selectOption('excuse');
    await secretaire.getByRole('button', { name: 'Enregistrer les présences' }).click();
    await expect(secretaire.getByText('1 présent sur 5')).toBeVisible();

    const collegue = await chez(DITP, true);
    await collegue.goto(`${reunion}/seance`);
    await Promise.all([noter(secretaire, 1, 'Note du bureau.'), noter(collegue, 1, 'Note de la DITP.')]);
    for (const page of [secretaire, collegue]) {
      await page.reload();
      for (const note of ['Note du bureau.', 'Note de la DITP.'])
        await expect(page.getByRole('listitem').filter({ hasText: note })).toHaveCount(1);
    }

    await secretaire.route('**/saisie', (route) => route.abort('internetdisconnected'));
    await secretaire.getByLabel('Note sur le point 2 (obligatoire)').fill('Écrit pendant la coupure.');
    await secretaire.getByRole('button', { name: 'Ajouter la note' }).nth(1).click();
    await expect(secretaire.getByText('1 saisie gardée ici, en attente de la connexion')).toBeVisible();
    await decider(secretaire, 1, { genre: 'report_accepte', texte: 'Le report est accordé.' }, false);
    await expect(secretaire.getByText('2 saisies gardées ici, en attente de la connexion')).toBeVisible();
    await secretaire.unroute('**/saisie');
    await expect(secretaire.getByText('Tout est enregistré ✓')).toBeVisible({ timeout: 20_000 });
    await expect(secretaire.getByRole('listitem').filter({ hasText: 'Écrit pendant la coupure.' })).toHaveCount(1);
    await expect(secretaire.getByText(PRISE)).not.toHaveCount(0);

    await decider(secretaire, 2, {
      genre: 'arbitrage',
      texte: `L’outil existant est retenu ${marque}`,
      responsable: 'DNUM',
      echeance: '31 décembre 2089',
    });
    await decider(secretaire, 3, { genre: 'cloture', texte: 'Les agents sont formés.' });
    await decider(secretaire, 3, {
      genre: 'action_nouvelle',
      texte: neuve,
      responsable: 'DNUM',
      echeance: '31 décembre 2089',
    });
    await expect(secretaire.getByText('3 sur 3 points tranchés')).toBeVisible();
    await Promise.all([secretaire.context().close(), collegue.context().close()]);
  });

  await test.step('la présidence valide le relevé : il est figé, et envoyé', async () => {
    await bcam.goto(`${reunion}/releve`);
    await expect(bcam.getByRole('button', { name: 'Valider et envoyer le relevé' })).toHaveCount(0);
    const presidence = await chez(DMATES);
    await presidence.goto(`${reunion}/releve`);
    await presidence.getByRole('button', { name: 'Valider et envoyer le relevé' }).click();
    await expect(presidence.getByText('Le relevé est validé et figé.')).toBeVisible();
    const decisions = presidence.getByRole('table', { name: 'Décisions' });
    await expect(decisions).toContainText('30 juin 2090');
    await expect(decisions.getByRole('link', { name: neuve })).toBeVisible();
    await expect(presidence.getByRole('main')).toContainText('Camille Exemple, maire : excusé');
    await presidence.context().close();
    await bcam.goto(`${reunion}/seance`);
    await expect(bcam.getByText('La séance est finie.')).toBeVisible();

    const ditp = await chez(DITP);
    await ditp.goto('/administration/courriels');
    await expect(ditp.getByRole('main')).toContainText(`Relevé de décisions n° `);
    await expect(ditp.getByRole('main')).toContainText(nom);
    await ditp.context().close();
  });

  await test.step('le pilote voit ce que le comité lui demande, et l’action nouvelle', async () => {
    const pilote = await chez(DNUM);
    await pilote.goto('/attendu');
    const demande = pilote.getByRole('region', { name: 'Demandé par un comité' });
    await expect(demande).toContainText(`L’outil existant est retenu ${marque}`);
    await expect(demande.getByRole('link', { name: trancher })).toBeVisible();
    await pilote.goto(`/recherche?q=${encodeURIComponent(`"${neuve}"`)}`);
    await pilote.getByRole('region', { name: 'Actions' }).getByRole('link', { name: neuve }).click();
    await expect(pilote.getByRole('main')).toContainText(nom);
    await expect(pilote.getByRole('main')).toContainText('DNUM');
    await pilote.goto('/attendu');
    await demande.getByRole('link', { name: `L’outil existant est retenu ${marque}` }).click();
    const suite = pilote.getByRole('form', { name: 'Suite donnée à la décision n° 2' });
    await suite.getByLabel('Ce qui a été fait').fill('L’outil est ouvert partout.');
    await suite.getByRole('button', { name: 'Enregistrer la suite' }).click();
    await expect(pilote.getByText('La suite donnée est enregistrée.')).toBeVisible();
    await pilote.goto('/attendu');
    await expect(demande).toContainText(neuve);
    await expect(demande).not.toContainText(`L’outil existant est retenu ${marque}`);
    await pilote.context().close();
  });

  await test.step('le propriétaire le retrouve sur la page des pilotes, les comités du plan et les engagements', async () => {
    await bcam.goto('/plans');
    await bcam.getByRole('link', { name: `Plan du comité ${marque}` }).click();
    await bcam.getByRole('link', { name: 'Comités', exact: true }).click();
    await expect(bcam.getByRole('table')).toContainText(nom);
    await expect(bcam.getByRole('table').getByRole('link', { name: /^Relevé n°/ })).toBeVisible();
    await bcam.getByRole('link', { name: 'Pilotes', exact: true }).click();
    await expect(bcam.getByRole('main')).toContainText('DNUM');
    await bcam.getByRole('link', { name: 'Actions', exact: true }).click();
    await expect(bcam.getByRole('rowheader').filter({ hasText: neuve })).toHaveCount(1);
    await bcam.getByRole('link', { name: 'Engagements', exact: true }).click();
    await expect(bcam.getByRole('main')).toContainText(/1\sreport/);
  });
});

function gens(browser: Browser, baseURL: string | undefined): Gens {
  return {
    async chez(persona, javaScriptEnabled = false) {
      const contexte = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), javaScriptEnabled });
      const page = await contexte.newPage();
      await seConnecter(page, persona);
      return page;
    },
  };
}

async function noter(page: Page, point: number, texte: string): Promise<void> {
  await page.getByLabel(`Note sur le point ${point} (obligatoire)`).fill(texte);
  await page
    .getByRole('button', { name: 'Ajouter la note' })
    .nth(point - 1)
    .click();
  await expect(page.getByText('Tout est enregistré ✓')).toBeVisible();
}

type Decision = {
  readonly genre: string;
  readonly texte: string;
  readonly responsable?: string;
  readonly echeance?: string;
};

async function decider(
  page: Page,
  point: number,
  { genre, texte, responsable, echeance }: Decision,
  attendue = true,
): Promise<void> {
  const formulaire = page.getByRole('form', { name: `Décider sur le point ${point}`, exact: true });
  if (!(await formulaire.isVisible()))
    await page.locator('summary', { hasText: `Décider sur le point ${point}` }).click();
  await formulaire.getByLabel('Genre').selectOption(genre);
  await formulaire.getByLabel('Décision', { exact: false }).fill(texte);
  if (responsable !== undefined) await formulaire.getByLabel('Responsable').fill(responsable);
  if (echeance !== undefined) await formulaire.getByLabel('Échéance').fill(echeance);
  await formulaire.getByRole('button', { name: 'Prendre la décision' }).click();
  if (attendue) await expect(page.locator('.instances-decision').filter({ hasText: texte })).toHaveCount(1);
}
