import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the reference documents, kept beside the repository and never in it; null when it is not there. */
export function dossierPartage(): string | null {
  const candidats = [process.env.JALON_SHARED, join(racine(), '..', 'shared')];
  return candidats.find((chemin): chemin is string => chemin !== undefined && existsSync(chemin)) ?? null;
}

/** Said by the tests which are skipped without it. */
export const SANS_DOSSIER_PARTAGE = 'dossier ../shared absent (ou JALON_SHARED)';

/** Root of the repository: the first folder above which holds the package « jalon ». */
export function racine(): string {
  let dossier = dirname(fileURLToPath(import.meta.url));
  while (!estLaRacine(dossier)) {
    const parent = dirname(dossier);
    if (parent === dossier) throw new Error('Racine du dépôt introuvable');
    dossier = parent;
  }
  return dossier;
}

function estLaRacine(dossier: string): boolean {
  const chemin = join(dossier, 'package.json');
  return existsSync(chemin) && (JSON.parse(readFileSync(chemin, 'utf8')) as { name?: string }).name === 'jalon';
}
