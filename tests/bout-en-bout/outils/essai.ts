import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { DITP } from './personas.ts';

/** A plan of the demonstration: its address, and those of its actions in the order of the plan. */
export type PlanConnu = { readonly titre: string; readonly adresse: string; readonly actions: readonly string[] };

/** The plans of the demonstration, found as a person would find them. */
export type Monde = {
  readonly irritants: PlanConnu;
  readonly reprise: PlanConnu;
  readonly finistere: PlanConnu;
  readonly bretagne: PlanConnu;
  readonly brouillon: PlanConnu;
};

type Gestes = {
  /** Signs in as this character, by the page. */
  readonly entrer: (persona: string) => Promise<void>;
  /** What the browser complained about; a test that leaves something there fails. */
  readonly plaintes: string[];
};

/** A refused page is also an error for the browser's console; tests say what they expect of it by themselves. */
const REFUS_ATTENDU = /Failed to load resource: the server responded with a status of 4\d\d/;

export const test = base.extend<Gestes, { readonly monde: Monde }>({
  entrer: async ({ page }, use) => {
    await use((persona) => seConnecter(page, persona));
  },
  plaintes: [
    async ({ page }, use) => {
      const plaintes: string[] = [];
      page.on('pageerror', (erreur) => plaintes.push(String(erreur)));
      page.on('console', (message) => {
        if (message.type() === 'error' && !REFUS_ATTENDU.test(message.text())) plaintes.push(message.text());
      });
      await use(plaintes);
      expect(plaintes, 'erreurs du navigateur').toEqual([]);
    },
    { auto: true },
  ],
  monde: [
    async ({ browser }, use) => {
      await use(await explorer(browser));
    },
    { scope: 'worker' },
  ],
});

export { expect };

export async function seConnecter(page: Page, persona: string): Promise<void> {
  await page.goto('/connexion');
  await page.getByRole('button', { name: `Entrer comme ${persona}` }).click();
  await expect(page.getByRole('banner')).toContainText(persona);
}

async function explorer(browser: Browser): Promise<Monde> {
  const adresse = process.env.JALON_ESSAIS_ADRESSE;
  const page = await browser.newPage(adresse === undefined ? {} : { baseURL: adresse });
  await seConnecter(page, DITP);
  const trouver = async (debut: string): Promise<PlanConnu> => {
    // By its name: the plans of the other tests fill the first page.
    await page.goto(`/plans?q=${encodeURIComponent(debut)}`);
    const lien = page.getByRole('rowheader').getByRole('link', { name: debut });
    const [titre, chemin] = [await lien.innerText(), (await lien.getAttribute('href')) ?? ''];
    await page.goto(chemin);
    const actions = await page
      .getByRole('rowheader')
      .getByRole('link')
      .evaluateAll((liens) => liens.map((l) => l.getAttribute('href') ?? ''));
    return { titre, adresse: chemin, actions };
  };
  const monde: Monde = {
    irritants: await trouver('Irritants des SGC-D'),
    reprise: await trouver('Reprise'),
    finistere: await trouver('Feuille de route de l’État dans le Finistère'),
    bretagne: await trouver('Appui régional aux SGC-D de Bretagne'),
    brouillon: await trouver('Convergence des ressources humaines'),
  };
  await page.context().close();
  return monde;
}
