import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The narrowest screen the RGAA asks for (criterion 10.11), and a laptop. */
export const LARGEURS = [1280, 320] as const;

/** Nothing for axe to say, of any rule it has by default: WCAG 2 A and AA, and its good practices. */
export async function verifierAccessibilite(page: Page, regles?: readonly string[]): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (regles !== undefined) axe.withRules([...regles]);
  const { violations } = await axe.analyze();
  const fautes = violations.map(({ id, help, nodes }) => ({
    regle: `${id} : ${help}`,
    lieux: nodes.slice(0, 5).map(({ html, failureSummary }) => `${html.slice(0, 200)}\n${failureSummary ?? ''}`),
  }));
  expect(fautes, `axe, ${page.url()}`).toEqual([]);
}

/** What is folded is looked at as well. */
export async function toutDeplier(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const panneau of document.querySelectorAll('details')) panneau.open = true;
  });
}

/** What every page has: French, one title of its own, one h1. */
export async function verifierOssature(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page).toHaveTitle(/\S+.*Jalon|Jalon, /);
  await expect(page.locator('h1')).toHaveCount(1);
}

/** The content security policy forbids them: what the server sends holds no style attribute and no inline script of its own. */
export async function verifierSourceSansStyle(page: Page): Promise<void> {
  const reponse = await page.request.get(page.url());
  const html = await reponse.text();
  expect(html.match(/<[^>]+\sstyle=[^>]*>/g) ?? [], `attributs style, ${page.url()}`).toEqual([]);
  expect(html.match(/<script(?![^>]*\s(nonce|src)=)[^>]*>/g) ?? [], `scripts sans nonce, ${page.url()}`).toEqual([]);
  expect(reponse.headers()['content-security-policy']).toContain("style-src 'self'");
}

/** The page never scrolls sideways. What sticks out is named. */
export async function verifierLargeur(page: Page): Promise<void> {
  const deborde = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 160));
  });
  expect(deborde, `débordement à ${page.viewportSize()?.width} px, ${page.url()}`).toEqual([]);
}
