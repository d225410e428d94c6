import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { racine } from '#socle';
import { CARTE, verifierCarte } from './carte.ts';
import { politiqueDeLAdresse } from './garde.ts';
import routes from './routes.ts';

const dossiers: string[] = [];
afterEach(() => {
  for (const dossier of dossiers.splice(0)) rmSync(dossier, { recursive: true, force: true });
});

/** The routes as the tool that builds the application reads them, once the list of addresses was changed so. */
async function lireLesRoutes(modifier: (carte: string) => string): Promise<string> {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-carte-'));
  dossiers.push(dossier);
  const entree = join('src', 'entree');
  mkdirSync(join(dossier, entree), { recursive: true });
  for (const fichier of ['package.json', 'react-router.config.ts', join(entree, 'routes.ts'), join(entree, 'root.tsx')])
    cpSync(join(racine(), fichier), join(dossier, fichier));
  const carte = readFileSync(join(racine(), entree, 'carte.ts'), 'utf8');
  writeFileSync(join(dossier, entree, 'carte.ts'), modifier(carte));
  symlinkSync(join(racine(), 'node_modules'), join(dossier, 'node_modules'));
  const outil = join(racine(), 'node_modules', '@react-router', 'dev', 'bin.js');
  const { stdout } = await promisify(execFile)(process.execPath, [outil, 'routes', '--json'], { cwd: dossier });
  return stdout;
}

const NOUVELLE = "page('/aide', 'accueil/pages/aide.tsx', 'tous'),";

describe('la construction de l’application s’arrête', () => {
  test('témoin : la carte telle qu’elle est se construit, une page de plus aussi', async () => {
    const avecUnePage = (carte: string) => carte.replace(NOUVELLE, `${NOUVELLE}\n  page('/neuve', 'x.tsx', 'agents'),`);
    expect(await lireLesRoutes(avecUnePage)).toContain('"path": "neuve"');
  });

  test('quand une adresse nouvelle n’a pas de politique', async () => {
    const sansPolitique = (carte: string) => carte.replace(NOUVELLE, `${NOUVELLE}\n  page('/neuve', 'x.tsx'),`);
    await expect(lireLesRoutes(sansPolitique)).rejects.toThrow('L’adresse /neuve n’a pas de politique');
  });

  test('quand une adresse nomme un objet sans dire de quelle politique il dépend', async () => {
    const sansObjet = (carte: string) =>
      carte.replace(NOUVELLE, `${NOUVELLE}\n  page('/notes/:note', 'x.tsx', 'agents'),`);
    await expect(lireLesRoutes(sansObjet)).rejects.toThrow('L’adresse /notes/:note nomme un objet');
  });
});

describe('la carte', () => {
  test('une politique inconnue, ou deux fois la même adresse, sont refusées', () => {
    expect(() => verifierCarte([{ chemin: '/x', fichier: 'x.tsx', politique: 'chacun' as never }])).toThrow('/x');
    const deuxFois = { chemin: '/x', fichier: 'x.tsx', politique: 'tous' } as const;
    expect(() => verifierCarte([deuxFois, deuxFois])).toThrow('déclarée deux fois');
  });

  test('le routeur ne connaît que ses adresses, et la garde trouve la politique de chacune', () => {
    expect(routes.map(({ path }) => `/${path ?? ''}`).sort()).toEqual(CARTE.map(({ chemin }) => chemin).sort());
    for (const { chemin, politique } of CARTE) {
      const adresse = chemin.replace('/*', '/nulle/part').replaceAll(/:\w+/g, '01890000-0000-7000-8000-000000000000');
      expect(politiqueDeLAdresse(adresse), chemin).toEqual(politique);
    }
  });
});
