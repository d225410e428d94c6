import type { Page } from '@playwright/test';
import { expect, seConnecter, test } from './outils/essai.ts';
import { BCAM, PREFET_29 } from './outils/personas.ts';
import { ajouterQuestion, envoyerRemontee, preparerRemontee } from './outils/remontees.ts';

/** What has the focus: the words that name it, and whether one sees that it has it. */
async function foyer(page: Page): Promise<{ readonly nom: string; readonly visible: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return { nom: '', visible: false };
    const etiquette = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.innerText : undefined;
    // The design system draws the focus of a radio button on its label.
    const dessines = [
      element,
      ...(element.matches('[type=radio], [type=checkbox]') ? [element.nextElementSibling] : []),
    ];
    const visible = dessines.some((dessine) => {
      if (dessine === null) return false;
      return [null, '::before', '::after'].some((pseudo) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(dessine, pseudo);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
    });
    return { nom: (etiquette ?? element.innerText ?? '').replaceAll(/\s+/g, ' ').trim(), visible };
  });
}

/** Goes on with Tab until this has the focus, each stop being seen; gives the names met on the way, it included. */
async function tabulerJusqua(page: Page, but: RegExp): Promise<readonly string[]> {
  const rencontres: string[] = [];
  for (let pas = 0; pas < 40; pas += 1) {
    await page.keyboard.press('Tab');
    const { nom, visible } = await foyer(page);
    expect(visible, `le foyer se voit sur « ${nom} »`).toBe(true);
    rencontres.push(nom);
    if (but.test(nom)) return rencontres;
  }
  throw new Error(`${but} n’est pas atteint au clavier : ${rencontres.join(' | ')}`);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('une remontée se remplit au clavier seul : l’ordre, le foyer, l’erreur dite puis corrigée', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.slow();
      const prepare = await browser.newPage(baseURL === undefined ? {} : { baseURL });
      await seConnecter(prepare, BCAM);
      const adresse = await preparerRemontee(prepare, `Clavier ${javaScriptEnabled ? 'un' : 'deux'}`, {
        territoire: 'Finistère',
      });
      await ajouterQuestion(prepare, 'Un point de retrait partout', 'oui ou non', { obligatoire: true });
      await ajouterQuestion(prepare, 'Ce qui retarde', 'un texte');
      await envoyerRemontee(prepare);
      await prepare.context().close();

      await seConnecter(page, PREFET_29);
      await page.goto(`${adresse}/repondre/d29-prefecture`);
      // The link that skips the menus comes first, and leads to what one came for.
      await page.keyboard.press('Tab');
      expect(await foyer(page)).toEqual({ nom: 'Contenu', visible: true });
      await page.keyboard.press('Enter');
      await tabulerJusqua(page, /^Agents du département/);
      await page.keyboard.type('beaucoup');
      expect(await tabulerJusqua(page, /^Envoyer la réponse$/)).toEqual([
        expect.stringMatching(/^Oui/),
        expect.stringMatching(/^Ce qui retarde/),
        'Envoyer la réponse',
      ]);
      // A radio group is one stop: arrows choose within it.
      for (let pas = 0; pas < 2; pas += 1) await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('ArrowDown');
      await expect(page.getByLabel('Non', { exact: true })).toBeChecked();
      await tabulerJusqua(page, /^Envoyer la réponse$/);
      await page.keyboard.press('Enter');

      const alerte = page.getByRole('alert');
      await expect(alerte).toContainText('1 point à corriger');
      await expect(alerte).toBeFocused();
      await expect(page.getByLabel('Non', { exact: true })).toBeChecked();
      await page.keyboard.press('Tab');
      expect((await foyer(page)).nom).toContain('n’est pas un nombre');
      await page.keyboard.press('Enter');
      const champ = page.getByLabel(/^Agents du département/);
      await expect(champ).toBeFocused();
      await expect(champ).toHaveAttribute('aria-invalid', 'true');
      await expect(champ).toHaveAccessibleDescription(/n’est pas un nombre/);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('120');
      await tabulerJusqua(page, /^Envoyer la réponse$/);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status').filter({ hasText: /Réponse envoyée le/ })).toBeVisible();
    });
  });
}
