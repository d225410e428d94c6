import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project, found from this file upwards: the same from `src/` and from the built `build/server/`. */
export function racine(): string {
  let dossier = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifeste = join(dossier, 'package.json');
    if (existsSync(manifeste) && JSON.parse(readFileSync(manifeste, 'utf8')).name === 'jalon') return dossier;
    const parent = dirname(dossier);
    if (parent === dossier) throw new Error('Le dossier de Jalon est introuvable : son package.json a disparu.');
    dossier = parent;
  }
}
