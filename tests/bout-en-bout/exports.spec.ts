import type { Page } from '@playwright/test';
import { expect, test } from './outils/essai.ts';
import { DITP, SGAR_BRETAGNE } from './outils/personas.ts';
import { adresseDeReforme } from './outils/reformes.ts';

const FIBRE = 'Très haut débit et couverture mobile';

/** A list of the dashboard and its file: what names a row, and the figures that are read on the row. */
type Liste = {
  readonly titre: string;
  readonly aller: (page: Page) => Promise<string>;
  readonly nom: string;
  readonly chiffres: readonly string[];
};

const LISTES: readonly Liste[] = [
  {
    titre: 'réformes d’un territoire',
    aller: a('/territoires/R53?tri=ecart'),
    nom: 'Réforme',
    chiffres: ['Avancement'],
  },
  {
    titre: 'indicateurs d’un territoire',
    aller: a('/territoires/R53/indicateurs?tri=taux&sens=decroissant'),
    nom: 'Indicateur',
    chiffres: ['Avancement', 'Valeur', 'Écart à la trajectoire (points)', 'Écart à la médiane (points)'],
  },
  {
    titre: 'départements côte à côte',
    aller: a('/territoires/R53/departements'),
    nom: 'Réforme',
    chiffres: ['Côtes-d’Armor', 'Finistère', 'Ille-et-Vilaine', 'Morbihan'],
  },
  { titre: 'réformes', aller: a('/reformes'), nom: 'Réforme', chiffres: ['État du taux'] },
  {
    titre: 'territoires d’une réforme',
    aller: async (page) => `${await adresseDeReforme(page, FIBRE)}/territoires`,
    nom: 'Territoire',
    chiffres: ['État du taux'],
  },
  {
    titre: 'territoires d’un indicateur',
    aller: async (page) => {
      await page.goto('/indicateurs?q=fibre');
      const lien = page.getByRole('rowheader').getByRole('link').first();
      return `${await lien.getAttribute('href')}?maille=departemental&tri=taux`;
    },
    nom: 'territoire',
    chiffres: ['avancement', 'écart à la trajectoire (points)', 'écart à la médiane (points)'],
  },
];

for (const { titre, aller, nom, chiffres } of LISTES) {
  test(`${titre} : le fichier a les lignes de l’écran, dans son ordre, au chiffre près`, async ({ page, entrer }) => {
    await entrer(titre.startsWith('territoires') ? DITP : SGAR_BRETAGNE);
    await page.goto(await aller(page));
    const lignes = page.getByRole('main').locator('table').last().locator('tbody tr:has(th[scope="row"])');
    const ecran = (await lignes.allInnerTexts()).map(simple);
    const adresse = await page.locator('main a[href*=".csv"]').first().getAttribute('href');
    const [entetes = [], ...fichier] = enTableau(await (await page.request.get(adresse ?? '')).text());
    expect(ecran.length).toBeGreaterThan(1);
    expect(fichier).toHaveLength(ecran.length);
    for (const [rang, ligne] of fichier.entries())
      for (const colonne of [nom, ...chiffres]) {
        expect(entetes).toContain(colonne);
        for (const mot of simple(ligne[entetes.indexOf(colonne)] ?? '').split(', '))
          expect(ecran[rang], `ligne ${rang + 1}, ${colonne}`).toContain(mot);
      }
  });
}

function a(adresse: string) {
  return () => Promise.resolve(adresse);
}

/** Blanks and minus signs made alike: a file has no line to break, and holds numbers. */
function simple(texte: string): string {
  return texte.replaceAll(/\s+/g, ' ').replaceAll('−', '-').trim();
}

function enTableau(csv: string): string[][] {
  const lignes = csv.replace('\ufeff', '').trim().split(/\r?\n/);
  return lignes.map((ligne) => ligne.split(';').map((cellule) => cellule.replaceAll('"', '')));
}
