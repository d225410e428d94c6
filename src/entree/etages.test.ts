import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { racine } from '#socle';

let maison: string;
beforeEach(() => {
  maison = mkdtempSync(join(tmpdir(), 'jalon-etages-'));
  for (const nom of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json']) {
    cpSync(join(racine(), nom), join(maison, nom));
  }
  symlinkSync(join(racine(), 'node_modules'), join(maison, 'node_modules'));
});
afterEach(() => rmSync(maison, { recursive: true, force: true }));

describe('les étages de la maison sont vérifiés', () => {
  test('descendre par la porte est permis', async () => {
    ecrire('src/socle/index.ts', 'export const sol = 1;');
    ecrire('src/plans/index.ts', "import { sol } from '../socle/index.ts';\nexport const plan = sol;");
    expect(await reglesEnfreintes()).toEqual([]);
  });

  test.each([
    [
      'une pièce du bas n’importe pas une pièce du haut',
      'etage-territoires',
      'territoires/lectures.ts',
      'plans/index.ts',
    ],
    ['une pièce n’entre pas chez une autre par la fenêtre', 'par-la-porte', 'plans/lectures.ts', 'acces/session.ts'],
    ['une règle n’appelle pas une commande', 'regles-pures', 'plans/regles/situation.ts', 'plans/commandes/noter.ts'],
    ['une échéance ne sait rien de la base', 'echeances-pures', 'echeances/lecture.ts', 'socle/base/index.ts'],
    [
      'ce qui sert n’importe pas un essai',
      'sans-orphelin-de-test',
      'plans/lecture/lire.ts',
      'plans/lecture/essais/outils.ts',
    ],
  ])('%s', async (_, regle, depuis, vers) => {
    ecrire(`src/${vers}`, 'export const valeur = 1;');
    ecrire(
      `src/${depuis}`,
      `import { valeur } from '${'../'.repeat(depuis.split('/').length - 1)}${vers}';\nexport const autre = valeur;`,
    );
    expect(await reglesEnfreintes()).toEqual([regle]);
  });

  test('deux fichiers ne s’importent pas l’un l’autre', async () => {
    ecrire('src/plans/a.ts', "import { b } from './b.ts';\nexport const a = () => b;");
    ecrire('src/plans/b.ts', "import { a } from './a.ts';\nexport const b = () => a;");
    expect(await reglesEnfreintes()).toEqual(['sans-cycle']);
  });
});

function ecrire(chemin: string, texte: string): void {
  mkdirSync(dirname(join(maison, chemin)), { recursive: true });
  writeFileSync(join(maison, chemin), texte);
}

/** Names of the rules the little house breaks, by the command and the settings of the real one. */
async function reglesEnfreintes(): Promise<string[]> {
  const programme = join(racine(), 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const mots = [programme, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', '--no-cache'];
  const { stdout } = await promisify(execFile)(process.execPath, mots, { cwd: maison }).catch((erreur: unknown) => {
    if (typeof erreur === 'object' && erreur !== null && 'stdout' in erreur) return { stdout: String(erreur.stdout) };
    throw erreur;
  });
  const rapport: { summary: { violations: { rule: { name: string } }[] } } = JSON.parse(stdout);
  return [...new Set(rapport.summary.violations.map(({ rule }) => rule.name))];
}
