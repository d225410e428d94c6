import type { APIResponse, Page } from '@playwright/test';
import { CARTE } from '../../src/entree/carte.ts';
import { expect, type Monde, test } from './outils/essai.ts';
import { deposer } from './outils/gestes.ts';
import * as personas from './outils/personas.ts';
import { TABLEAU } from './outils/plans.ts';

const { BCAM, CABINET_MI, DGAFP, DITP, DNUM, PREFET_29, PREFET_44, PREMIER_MINISTRE, PRESIDENCE, SPES } = personas;

/** Addresses of the application that name a plan, as `src/entree/carte.ts` writes them. */
const ROUTES_D_UN_PLAN = CARTE.flatMap(({ chemin }) => (chemin.startsWith('/plans/:plan') ? [chemin] : []));
const INCONNU = '01890000-0000-7000-8000-000000000000';

/** Words of the Finistère's plan which stand in no other: one of them in an answer is a leak. */
const MOTS_DU_FINISTERE = /Feuille de route de l’État|Morlaix|Châteaulin|titre de séjour|Landerneau/;
const MOTS_DE_LA_REPRISE = /Reprise des activités du SPES|déménagement|huit missions|reprise-activites/;

test.describe('refus', () => {
  test('le préfet de la Loire-Atlantique n’ouvre rien de la feuille de route du Finistère, quelle que soit l’adresse', async ({
    page,
    monde,
    entrer,
  }) => {
    await entrer(PREFET_44);
    for (const adresse of adressesDuPlan(monde.finistere.adresse, monde.finistere.actions[0])) {
      await verifierRefus(page, adresse, MOTS_DU_FINISTERE);
    }
  });

  test('ni des fichiers ni des exports d’un plan d’un autre ministère', async ({
    page,
    browser,
    baseURL,
    monde,
    entrer,
  }) => {
    const chezSoi = await browser.newPage(baseURL === undefined ? {} : { baseURL });
    await chezSoi.goto('/connexion');
    await chezSoi.getByRole('button', { name: `Entrer comme ${SPES}` }).click();
    await chezSoi.goto(`${monde.reprise.adresse}/documents`);
    const document = await chezSoi.getByRole('rowheader').getByRole('link').first().getAttribute('href');
    await chezSoi.context().close();
    await entrer(PREFET_44);
    for (const adresse of [...adressesDuPlan(monde.reprise.adresse, monde.reprise.actions[0]), document ?? '']) {
      await verifierRefus(page, adresse, MOTS_DE_LA_REPRISE);
    }
  });

  test('la page de refus dit pourquoi, et ramène à l’accueil', async ({ page, monde, entrer }) => {
    await entrer(PREFET_44);
    await page.goto(monde.finistere.adresse);
    await expect(page.getByRole('main')).toContainText('Ce plan n’est pas dans votre champ');
    await expect(page.getByRole('main').getByRole('link', { name: 'Revenir à l’accueil' })).toBeVisible();
    await expect(page).toHaveTitle('Accès refusé - Jalon');
  });

  test('un brouillon n’est vu que de son équipe et de la DITP', async ({ page, monde, entrer }) => {
    await entrer(PRESIDENCE);
    await verifierRefus(page, monde.brouillon.adresse, /temps de travail dans les services|restauration/);
    await page.goto(monde.brouillon.adresse);
    await expect(page.getByRole('main')).toContainText('Ce plan est un brouillon');
  });

  test('un import n’est ouvert qu’à qui l’a déposé', async ({ page, entrer }) => {
    await entrer(BCAM);
    await deposer(page, '/plans/importer', TABLEAU);
    const adresse = new URL(page.url()).pathname;
    for (const autre of [DNUM, SPES, DITP]) {
      await entrer(autre);
      const reponse = await page.request.get(adresse);
      expect(reponse.status(), autre).toBe(404);
      expect(await reponse.text()).not.toMatch(/plan\.csv|guichet à Quimper/);
    }
  });

  test('une adresse inventée donne une page introuvable, jamais une panne', async ({ page, monde, entrer }) => {
    await entrer(DITP);
    const inventees = [
      ...adressesDuPlan(`/plans/${INCONNU}`, undefined),
      ...adressesDuPlan('/plans/..%2f..%2fetc', undefined),
      ...adressesDuPlan("/plans/'%20or%201=1", undefined),
      `${monde.irritants.adresse}/actions/${INCONNU}`,
      `${monde.irritants.adresse}/documents/${INCONNU}`,
      // An action of another plan, under this one's address.
      (monde.finistere.actions[0] ?? '').replace(monde.finistere.adresse, monde.irritants.adresse),
      `/imports/${INCONNU}`,
      '/imports/1',
    ];
    for (const adresse of inventees) expect((await page.request.get(adresse)).status(), adresse).toBe(404);
  });

  test('un visiteur est conduit à la connexion, puis là où il allait', async ({ page, monde }) => {
    await page.goto(`${monde.finistere.adresse}?marque=en_retard`);
    await page.getByRole('button', { name: `Entrer comme ${PREFET_29}` }).click();
    await expect(page).toHaveURL(`${monde.finistere.adresse}?marque=en_retard`);
  });

  test('la connexion ne conduit jamais à un autre site', async ({ page }) => {
    for (const vers of [
      'https://ailleurs.example/',
      '//ailleurs.example',
      '/\\ailleurs.example',
      'javascript:alert(1)',
    ]) {
      await page.goto(`/connexion?vers=${encodeURIComponent(vers)}`);
      await page.getByRole('button', { name: `Entrer comme ${DNUM}` }).click();
      await expect(page).toHaveURL('/');
    }
  });
});

test.describe('formulaires', () => {
  test('sans le jeton de la session, avec celui d’une autre, ou depuis un autre site : rien ne s’écrit', async ({
    page,
    monde,
    entrer,
    baseURL,
  }) => {
    const action = monde.finistere.actions[1] ?? '';
    await entrer(DITP);
    const jetonDUneAutre = await jetonDeLaPage(page);
    await entrer(PREFET_29);
    const jeton = await jetonDeLaPage(page);
    const note = { verbe: 'noter', texte: 'Note venue d’ailleurs' };
    const soi = baseURL ?? '';
    for (const [form, origin] of [
      [note, soi],
      [{ ...note, jeton: '' }, soi],
      [{ ...note, jeton: jetonDUneAutre }, soi],
      [{ ...note, jeton }, 'https://malveillant.example'],
      [{ ...note, jeton }, 'null'],
    ] as const) {
      const reponse = await page.request.post(action, { form: { ...form }, headers: { origin } });
      expect(reponse.status()).toBe(403);
    }
    const reponse = await page.request.post(action, { data: { ...note, jeton }, headers: { origin: soi } });
    expect(reponse.ok()).toBe(false);
    await page.goto(action);
    await expect(page.getByRole('main')).not.toContainText('Note venue d’ailleurs');
  });

  test('après la déconnexion, le jeton d’avant ne sert plus', async ({ page, context, monde, entrer, baseURL }) => {
    await entrer(PREFET_29);
    const jeton = await jetonDeLaPage(page);
    const temoins = await context.cookies();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible();
    await context.addCookies(temoins);
    const reponse = await page.request.post(monde.finistere.actions[1] ?? '', {
      form: { verbe: 'noter', texte: 'Après la sortie', jeton },
      headers: { origin: baseURL ?? '' },
      maxRedirects: 0,
    });
    expect(reponse.headers().location).toMatch(/^\/connexion/);
  });
});

for (const lecteur of [PRESIDENCE, PREMIER_MINISTRE, CABINET_MI]) {
  test(`${lecteur} : aucun bouton qui écrit, et ses envois sont refusés`, async ({ page, monde, entrer, baseURL }) => {
    const { adresse, actions } = monde.irritants;
    const action = actions[0] ?? '';
    await entrer(lecteur);
    for (const chemin of [
      '/',
      '/plans',
      adresse,
      action,
      `${adresse}/axes`,
      `${adresse}/pilotes`,
      `${adresse}/documents`,
    ]) {
      await page.goto(chemin);
      await expect(page.getByRole('main').locator('form[method="post"]')).toHaveCount(0);
      await expect(
        page.getByRole('main').getByRole('link', { name: /^(Modifier|Ajouter|Importer|Créer)/ }),
      ).toHaveCount(0);
    }
    for (const chemin of [
      '/plans/nouveau',
      '/plans/importer',
      `${adresse}/modifier`,
      `${adresse}/importer`,
      `${adresse}/actions/nouvelle`,
      `${action}/modifier`,
    ]) {
      expect((await page.request.get(chemin)).status(), chemin).toBe(403);
    }
    const jeton = await jetonDeLaPage(page);
    const envois: readonly (readonly [chemin: string, champs: Record<string, string>])[] = [
      [action, { verbe: 'noter', texte: 'Une note', statut: 'terminee' }],
      [action, { verbe: 'reporter', engagement: '0', echeance: '31 décembre 2030', motif: 'Motif' }],
      [action, { verbe: 'retirer', motif: 'Motif' }],
      [`${action}/modifier`, { intitule: 'Autre intitulé', version: '1' }],
      [`${adresse}/actions/nouvelle`, { intitule: 'Une action' }],
      [`${adresse}/axes`, { verbe: 'creer', intitule: 'Un axe' }],
      [`${adresse}/pilotes`, { texte: 'DNUM', organisation: 'mi-dnum' }],
      [
        `${adresse}/modifier`,
        {
          titre: 'Autre titre',
          version: '1',
          genre: 'plan_d_actions',
          proprietaire: 'mi-bcam',
          territoire: 'FR',
          diffusion: 'equipe',
          etat: 'actif',
          silenceJours: '30',
        },
      ],
      [
        '/plans/nouveau',
        {
          titre: 'Un plan',
          genre: 'plan_d_actions',
          proprietaire: 'mi-bcam',
          territoire: 'FR',
          diffusion: 'equipe',
          etat: 'actif',
          silenceJours: '30',
        },
      ],
      [`${adresse}/importer`, { source: 'colle', texte: 'Action\tPilote\nUne action\tDNUM' }],
      ['/plans/importer', { source: 'colle', texte: 'Action\tPilote\nUne action\tDNUM' }],
    ];
    for (const [chemin, champs] of envois) {
      const reponse = await page.request.post(chemin, {
        form: { ...champs, jeton },
        headers: { origin: baseURL ?? '' },
        maxRedirects: 0,
      });
      expect(reponse.status(), `${chemin} ${champs.verbe ?? ''}`).toBe(403);
    }
  });
}

test.describe('chacun ne voit que ce qu’il peut lire', () => {
  /** Of the five plans the tests know, those each one reads. */
  const LUS: Readonly<Record<string, readonly (keyof Monde)[]>> = {
    [DITP]: ['irritants', 'reprise', 'finistere', 'bretagne', 'brouillon'],
    [PRESIDENCE]: ['irritants', 'reprise', 'finistere', 'bretagne'],
    [BCAM]: ['irritants', 'bretagne'],
    [DGAFP]: ['irritants', 'bretagne', 'brouillon'],
    [SPES]: ['irritants', 'reprise', 'bretagne'],
    [PREFET_29]: ['irritants', 'finistere', 'bretagne'],
    [personas.SGCD_29]: ['irritants', 'finistere', 'bretagne'],
    [personas.PREFET_BRETAGNE]: ['irritants', 'finistere', 'bretagne'],
    [PREFET_44]: ['irritants'],
  };

  for (const persona of Object.values(personas)) {
    test(`${persona} : la liste, la recherche et les exports disent la même chose que les pages`, async ({
      page,
      monde,
      entrer,
    }) => {
      await entrer(persona);
      const listes = await plansListes(page);
      for (const [nom, plan] of Object.entries(monde) as [keyof Monde, Monde[keyof Monde]][]) {
        const lisible = listes.has(plan.adresse);
        const attendu = LUS[persona]?.includes(nom);
        if (attendu !== undefined) expect(lisible, nom).toBe(attendu);
        const statut = lisible ? 200 : 403;
        for (const suite of ['', '/export.csv', '/historique']) {
          expect((await page.request.get(plan.adresse + suite)).status(), `${nom}${suite}`).toBe(statut);
        }
        const cherche = await texte(await page.request.get(`/recherche?q=${encodeURIComponent(plan.titre)}`));
        expect(cherche.includes(`href="${plan.adresse}"`), `recherche de ${nom}`).toBe(lisible);
      }
      const montres: [ou: string, adresse: string][] = [];
      for (const chemin of ['/recherche?q=SGC-D', '/recherche?q=Quimper', '/recherche?q=agents', '/']) {
        const trouves = (await texte(await page.request.get(chemin))).matchAll(/href="(\/plans\/[0-9a-f-]{36})/g);
        for (const [, adresse = ''] of trouves) montres.push([chemin, adresse]);
      }
      // Read again at the end: other tests make plans meanwhile, none is ever removed.
      const listesEnsuite = await plansListes(page);
      for (const [ou, adresse] of montres) expect(listesEnsuite, ou).toContain(adresse);
    });
  }
});

function adressesDuPlan(plan: string, action: string | undefined): string[] {
  return ROUTES_D_UN_PLAN.map((route) => remplir(route, plan, action));
}

function remplir(route: string, plan: string, action: string | undefined): string {
  return route
    .replace('/plans/:plan', plan)
    .replace(':action', action?.split('/').at(-1) ?? INCONNU)
    .replace(/:(document|id)/, INCONNU);
}

/** Refused by the page, and by the address the script of the page asks for its data; nothing of the plan is said. */
async function verifierRefus(page: Page, adresse: string, mots: RegExp): Promise<void> {
  for (const demandee of [adresse, `${adresse}.data`]) {
    const reponse = await page.request.get(demandee);
    // A file of the application has no data of its own: its address is then that of no page.
    expect(demandee === adresse ? [403] : [403, 404], demandee).toContain(reponse.status());
    expect(await reponse.text(), demandee).not.toMatch(mots);
  }
}

async function jetonDeLaPage(page: Page): Promise<string> {
  return page.getByRole('banner').locator('input[name="jeton"]').inputValue();
}

/** Addresses of all the plans of the list, page after page. */
async function plansListes(page: Page): Promise<Set<string>> {
  const adresses = new Set<string>();
  for (let numero = 1; ; numero += 1) {
    const html = await texte(await page.request.get(`/plans?page=${numero}`));
    const avant = adresses.size;
    for (const [, adresse = ''] of html.matchAll(/href="(\/plans\/[0-9a-f-]{36})"/g)) adresses.add(adresse);
    if (adresses.size === avant) return adresses;
  }
}

async function texte(reponse: APIResponse): Promise<string> {
  expect(reponse.status()).toBe(200);
  return reponse.text();
}
