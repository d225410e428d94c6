import { chromium } from 'playwright';
const base = 'http://localhost:3431';
const vues = JSON.parse(process.argv[2]);
const nav = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
let courant = null, page = null;
for (const { nom, persona, url, l = 1280, sombre, h = 900, plein = true } of vues) {
  if (persona !== courant) {
    page = await nav.newPage();
    await page.goto(base + '/connexion');
    await page.getByRole('button', { name: `Entrer comme ${persona}` }).click();
    await page.waitForLoadState('networkidle');
    courant = persona;
  }
  await page.emulateMedia({ colorScheme: sombre ? 'dark' : 'light' });
  await page.setViewportSize({ width: l, height: h });
  const t = Date.now();
  const r = await page.goto(base + url);
  await page.waitForLoadState('networkidle');
  console.log(nom, r.status(), page.url(), Date.now() - t, await page.evaluate(() => document.documentElement.scrollWidth));
  await page.screenshot({ path: `/tmp/terr-vues/${nom}.png`, fullPage: plein });
}
await nav.close();
