import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classeur, octets } from './essais/archives.ts';
import { racine } from './essais/fichiers-reels.ts';
import { cheminDeLOuvrier, ecrireClasseur, type FeuilleAEcrire, lireDansOuvrier } from './index.ts';

describe('lire un fichier dans un ouvrier', () => {
  // Inside the project, so that the bundle finds the libraries where they are installed.
  const dossier = join(racine(), 'build', `essai-ouvrier-${process.pid}`);
  const chemin = join(dossier, 'ouvrier-lecture.js');

  beforeAll(async () => {
    await build({
      root: racine(),
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: true,
        target: 'node20',
        outDir: dossier,
        rollupOptions: { input: { 'ouvrier-lecture': join(racine(), 'src', 'tableur', 'ouvrier.ts') } },
      },
    });
  }, 60_000);

  afterAll(() => rmSync(dossier, { recursive: true, force: true }));

  test('rend le document comme s’il était lu sur place, sans toucher aux octets donnés', async () => {
    const contenu = octets('Action;Pilote\nOuvrir;DDTM');
    const lu = await lireDansOuvrier(contenu, 'plan.csv', { chemin });
    expect(lu).toMatchObject({ ok: true, valeur: { format: 'csv', blocs: [{ type: 'tableau' }] } });
    expect(contenu.byteLength).toBe(25);
  });

  test('un refus de lecture revient tel quel', async () => {
    expect(await lireDansOuvrier(new Uint8Array(), 'plan.xlsx', { chemin })).toMatchObject({
      refus: { regle: 'tableur.vide' },
    });
  });

  test('une lecture trop gourmande est arrêtée, et la suivante réussit', async () => {
    const enorme = classeur(rangees(150_000, 10));
    expect(await lireDansOuvrier(enorme, 'plan.xlsx', { chemin, memoireMo: 24 })).toMatchObject({
      ok: false,
      refus: { regle: 'tableur.memoire' },
    });
    expect(await lireDansOuvrier(octets('a;b\nc;d'), 'plan.csv', { chemin })).toMatchObject({ ok: true });
  });

  test('une lecture trop longue est arrêtée', async () => {
    const long = classeur(rangees(100_000, 10));
    expect(await lireDansOuvrier(long, 'plan.xlsx', { chemin, delaiMs: 50 })).toMatchObject({
      refus: { regle: 'tableur.delai' },
    });
  });

  test('dix fichiers donnés ensemble sont tous lus, chacun à son tour', async () => {
    const lus = await Promise.all(
      Array.from({ length: 10 }, (_, rang) => lireDansOuvrier(octets(`a;b\nc;${rang}`), 'p.csv', { chemin })),
    );
    expect(lus.map(({ ok }) => ok)).toEqual(new Array(10).fill(true));
  });

  test('5 000 lignes de 10 colonnes se lisent en moins de 5 secondes', async () => {
    const ligne = Array.from(
      { length: 10 },
      (_, colonne) => `Un texte d’action assez long pour la colonne ${colonne}, à Quimper`,
    );
    const feuille: FeuilleAEcrire = {
      nom: 'Plan',
      entetes: ligne,
      lignes: Array.from({ length: 5_000 }, (_, rang) => [...ligne.slice(1), rang]),
    };
    const contenu = await ecrireClasseur([feuille], 'xlsx');
    const debut = performance.now();
    const lu = await lireDansOuvrier(contenu, 'plan.xlsx', { chemin });
    expect(performance.now() - debut).toBeLessThan(5_000);
    expect(lu.ok && lu.valeur.blocs[0]?.type === 'tableau' && lu.valeur.blocs[0].lignes.length).toBe(5_001);
  });

  test('sans l’ouvrier installé, le refus dit quoi faire', async () => {
    const lu = await lireDansOuvrier(octets('a;b'), 'plan.csv', { chemin: join(dossier, 'absent.js') });
    expect(lu).toMatchObject({ refus: { regle: 'tableur.indisponible' } });
    expect(cheminDeLOuvrier()).toBe(join(racine(), 'build', 'server', 'ouvrier-lecture.js'));
  });
});

function rangees(lignes: number, colonnes: number): string {
  const cellules = '<c t="inlineStr"><is><t>Ouvrir la maison France services de Carhaix</t></is></c>'.repeat(colonnes);
  return Array.from({ length: lignes }, (_, rang) => `<row r="${rang + 1}">${cellules}</row>`).join('');
}
