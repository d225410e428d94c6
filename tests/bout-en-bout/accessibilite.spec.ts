import {
  LARGEURS,
  toutDeplier,
  verifierAccessibilite,
  verifierLargeur,
  verifierOssature,
  verifierSourceSansStyle,
} from './outils/accessible.ts';
import { expect, test } from './outils/essai.ts';
import { CAS, ROUTES_DE_PAGE } from './outils/pages/index.ts';

test('chaque page de l’application a son essai', () => {
  const essayees = new Set(CAS.map(({ route }) => route));
  expect(ROUTES_DE_PAGE.filter((route) => !essayees.has(route))).toEqual([]);
});

for (const { titre, persona, aller, statut, sombre } of CAS) {
  test(`${titre} : accessible, à toutes les largeurs`, async ({ page, monde, entrer }) => {
    if (persona !== null) await entrer(persona);
    if (statut !== undefined)
      page.on('response', (reponse) =>
        verifierStatut(reponse.status(), reponse.request().isNavigationRequest(), statut),
      );
    await (typeof aller === 'string' ? page.goto(aller) : aller(page, monde));
    await expect(page.locator('h1')).toBeVisible();
    await verifierOssature(page);
    await verifierSourceSansStyle(page);
    await toutDeplier(page);
    for (const largeur of LARGEURS) {
      await page.setViewportSize({ width: largeur, height: 800 });
      await verifierAccessibilite(page);
      await verifierLargeur(page);
    }
    if (sombre) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(page.locator('html')).toHaveAttribute('data-fr-theme', 'dark');
      await verifierAccessibilite(page, ['color-contrast', 'link-in-text-block']);
    }
  });
}

function verifierStatut(recu: number, navigation: boolean, attendu: number): void {
  if (navigation) expect(recu).toBe(attendu);
}
