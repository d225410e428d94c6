import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A file of the reference folder `shared`, kept beside the project and never inside: `JALON_SHARED`, else the first
 * `shared` found going up from the project. Null when this machine has none.
 */
export function lirePartage(chemin: string): string | null {
  for (const dossier of dossiersPossibles()) {
    const fichier = join(dossier, chemin);
    if (existsSync(fichier)) return readFileSync(fichier, 'utf8');
  }
  return null;
}

function dossiersPossibles(): readonly string[] {
  const impose = process.env.JALON_SHARED;
  if (impose) return [impose];
  const dossiers: string[] = [];
  for (let dossier = process.cwd(); dossier !== dirname(dossier); dossier = dirname(dossier)) {
    dossiers.push(join(dossier, '..', 'shared'));
  }
  return dossiers;
}
