import { expect, test } from './outils/essai.ts';
import { actionsListees, deposer, fichierCsv, importer, ouvrir } from './outils/gestes.ts';
import { BCAM, DNUM } from './outils/personas.ts';
import { creerPlanVide, TABLEAU, TABLEAU_MODIFIE } from './outils/plans.ts';

test.use({ javaScriptEnabled: false });

test.describe('sans JavaScript', () => {
  test('on entre, on revient où l’on allait, on sort', async ({ page, monde }) => {
    await page.goto(`${monde.irritants.adresse}/frise`);
    await expect(page).toHaveURL(/\/connexion\?vers=/);
    await page.getByRole('button', { name: `Entrer comme ${DNUM}` }).click();
    await expect(page).toHaveURL(`${monde.irritants.adresse}/frise`);
    await expect(page.getByRole('banner')).toContainText(DNUM);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible();
    await page.goto(monde.irritants.adresse);
    await expect(page).toHaveURL(/\/connexion\?vers=/);
  });

  test('le menu et la recherche sont atteignables, même en 320 px', async ({ page, entrer }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await entrer(BCAM);
    await page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link', { name: 'Plans' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plans');
    await page.getByRole('searchbox', { name: /^Rechercher une action/ }).fill('referent');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await expect(page.getByRole('main')).toContainText(/référents/i);
  });

  test('le plan se filtre par son formulaire et se trie par ses en-têtes', async ({ page, monde, entrer }) => {
    await entrer(BCAM);
    await page.goto(monde.irritants.adresse);
    const lignes = actionsListees(page);
    const toutes = await lignes.count();
    const filtres = page.getByRole('search', { name: 'Filtrer les actions' });
    await filtres.getByLabel('Alerte').selectOption({ value: 'en_retard' });
    await filtres.getByRole('button', { name: 'Appliquer' }).click();
    await expect(page).toHaveURL(/marque=en_retard/);
    const retards = await lignes.count();
    expect(retards).toBeGreaterThan(0);
    expect(retards).toBeLessThan(toutes);
    await page.getByRole('columnheader', { name: 'Échéance' }).getByRole('link').click();
    await expect(page).toHaveURL(/marque=en_retard.*tri=echeance/);
    await expect(page.getByRole('columnheader', { name: 'Échéance' })).toHaveAttribute('aria-sort', 'ascending');
    await page.getByRole('link', { name: 'Retirer le filtre en retard' }).click();
    await expect(page).not.toHaveURL(/marque/);
    await expect(lignes).toHaveCount(toutes);
  });

  test('un plan se crée, reçoit un axe et une action, se range et se modifie', async ({ page, entrer }) => {
    await entrer(BCAM);
    const plan = await creerPlanVide(page, 'Plan tenu à la main');
    await page.goto(`${plan}/axes`);
    for (const axe of ['Accueil des usagers', 'Moyens communs']) {
      await ouvrir(page, 'Ajouter un axe');
      const formulaire = page.getByRole('form', { name: 'Ajouter un axe' });
      await formulaire.getByLabel('Intitulé').fill(axe);
      await formulaire.getByRole('button', { name: 'Ajouter l’axe' }).click();
      await expect(page.getByRole('heading', { name: axe })).toBeVisible();
    }
    await page.getByRole('button', { name: 'Monter Moyens communs' }).click();
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Moyens communs', 'Accueil des usagers']);

    for (const intitule of ['Ouvrir un guichet à Morlaix', 'Former les agents de Brest']) {
      await page.goto(`${plan}/actions/nouvelle`);
      await page.getByLabel('Intitulé').fill(intitule);
      await page.getByLabel('Axe').selectOption({ label: 'Accueil des usagers' });
      await page.getByLabel('Échéances').fill('au plus tard fin 2026');
      await page.getByLabel('Pilotes').fill('DNUM');
      await page.getByRole('button', { name: 'Ajouter l’action' }).click();
      await expect(page.getByText('L’action est ajoutée au plan.')).toBeVisible();
    }
    await page.goto(`${plan}/axes`);
    const actions = page
      .getByRole('region', { name: 'Accueil des usagers' })
      .getByRole('link', { name: /à Morlaix|de Brest/ });
    await expect(actions).toHaveText(['Ouvrir un guichet à Morlaix', 'Former les agents de Brest']);
    await page.getByRole('button', { name: 'Descendre Ouvrir un guichet à Morlaix' }).click();
    await expect(actions).toHaveText(['Former les agents de Brest', 'Ouvrir un guichet à Morlaix']);

    await actions.first().click();
    await page.getByRole('link', { name: 'Modifier l’action' }).click();
    await page.getByLabel('Intitulé').fill('Former les agents de Brest et de Quimper');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText('L’action est modifiée.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Former les agents de Brest et de Quimper');

    await ouvrir(page, 'Retirer cette action du plan');
    const retrait = page.getByRole('form', { name: 'Retirer l’action' });
    await retrait.getByLabel('Motif').fill('Reprise dans le plan régional');
    await retrait.getByRole('button', { name: 'Retirer l’action' }).click();
    await expect(page).toHaveURL(plan);
    await expect(actionsListees(page)).toHaveText([/Ouvrir un guichet à Morlaix/]);

    await page.getByRole('link', { name: 'Modifier le plan' }).click();
    await page.getByLabel('Titre').fill('Plan tenu à la main, revu');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan tenu à la main, revu');
  });

  test('une action reçoit une note et un report, qui restent dans son histoire', async ({ page, entrer }) => {
    await entrer(BCAM);
    const plan = await creerPlanVide(page, 'Plan à suivre');
    await page.goto(`${plan}/actions/nouvelle`);
    await page.getByLabel('Intitulé').fill('Installer une borne à Châteaulin');
    await page.getByLabel('Échéances').fill('31 mars 2026');
    await page.getByRole('button', { name: 'Ajouter l’action' }).click();

    const note = page.getByRole('form', { name: 'Ajouter une note d’avancement' });
    await note.getByLabel('Statut').selectOption({ label: 'En cours' });
    await note.getByLabel('Taux de réalisation (%)').fill('140');
    await note.getByLabel('Note').fill('Le site est choisi.');
    await note.getByRole('button', { name: 'Enregistrer la note' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(note.getByLabel('Note')).toHaveValue('Le site est choisi.');
    await note.getByLabel('Taux de réalisation (%)').fill('40');
    await note.getByRole('button', { name: 'Enregistrer la note' }).click();
    await expect(page.getByText('La note est enregistrée.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Historique' })).toContainText('Le site est choisi.');

    await ouvrir(page, 'Reporter ou ajouter une échéance');
    const echeance = page.getByRole('form', { name: 'Échéance' });
    await echeance.getByLabel('Nouvelle échéance').fill('1er semestre 2027');
    await echeance.getByLabel('Motif').fill('Raccordement en attente');
    await echeance.getByRole('button', { name: 'Enregistrer l’échéance' }).click();
    await expect(page.getByText('L’échéance est enregistrée')).toBeVisible();
    const echeances = page.getByRole('region', { name: 'Échéances' });
    await expect(echeances).toContainText('1er semestre 2027');
    await expect(echeances).toContainText('Engagement initial : 31 mars 2026');
  });

  test('un csv s’importe jusqu’au bout, un nom s’y rattache, et le même fichier corrigé dit sa différence', async ({
    page,
    entrer,
  }) => {
    await entrer(BCAM);
    await deposer(page, '/plans/importer', TABLEAU);
    await expect(page.getByRole('main')).toContainText(/3\slignes lues/);
    await page.getByRole('link', { name: 'Corriger (ligne 3)' }).click();
    const correction = page.getByRole('form', { name: 'Corriger la ligne 3' });
    await correction.getByLabel('Échéance').fill('28/02/2026');
    await correction.getByLabel('Taux').fill('14 %');
    await correction.getByRole('button', { name: 'Relire avec ces mots' }).click();
    await expect(page.getByRole('main')).toContainText('aucune à vérifier');
    const plan = await importer(page, 'Plan importé sans script');
    await expect(actionsListees(page)).toHaveCount(3);

    await page.goto(`${plan}/pilotes`);
    const nom = page.getByRole('form', { name: 'Rattacher Bureau des bonnes idées' });
    await nom.getByRole('combobox').selectOption({ value: 'pm-ditp' });
    await nom.getByRole('button').click();
    await expect(page.getByText(/Nom rattaché dans 1\saction/)).toBeVisible();
    await expect(page.getByText('Bureau des bonnes idées')).toHaveCount(0);

    await deposer(page, `${plan}/importer`, TABLEAU_MODIFIE);
    const difference = page.getByRole('form', { name: 'Appliquer la différence' });
    await expect(difference.getByRole('checkbox', { name: /^Modifier : / })).toBeChecked();
    await expect(difference.getByRole('checkbox', { name: /^Ajouter : / })).toBeChecked();
    await expect(difference.getByRole('checkbox', { name: /^Retirer du plan : / })).not.toBeChecked();
    await difference.getByRole('checkbox', { name: /^Ajouter : / }).press('Space');
    await expect(difference.getByRole('checkbox', { name: /^Ajouter : / })).not.toBeChecked();
    await difference.getByRole('button', { name: 'Appliquer ce qui est coché' }).click();
    await expect(page).toHaveURL(plan);
    await expect(actionsListees(page)).toHaveCount(3);
    await expect(actionsListees(page).first()).toContainText('à Quimper et à Brest');

    await page.goto(`${plan}/documents`);
    await expect(page.getByRole('rowheader')).toHaveCount(2);
  });

  test('un tableau collé s’importe', async ({ page, entrer }) => {
    await entrer(BCAM);
    await page.goto('/plans/importer');
    const colle = page.getByRole('form', { name: 'Coller un tableau' });
    await colle
      .getByLabel('Tableau')
      .fill(
        'Action\tPilote\tÉchéance\nOuvrir la maison de services de Carhaix\tDNUM\t30/06/2027\nRelier Landerneau\tDMATES\tfin 2026',
      );
    await colle.getByRole('button', { name: 'Lire ce tableau' }).click();
    await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Lecture de', { timeout: 30_000 });
    await importer(page, 'Plan collé');
    await expect(actionsListees(page)).toHaveText([/Carhaix/, /Landerneau/]);
  });

  test('un fichier vide est refusé avec sa raison, et rien n’est écrit', async ({ page, entrer }) => {
    await entrer(BCAM);
    await page.goto('/plans/importer');
    await page.getByLabel('Fichier du plan').setInputFiles(fichierCsv([]));
    await page.getByRole('button', { name: 'Lire ce fichier' }).click();
    await expect(page.getByRole('alert').first()).toContainText(/vide/);
  });
});
