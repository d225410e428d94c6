import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dossierInutilisable } from './emplacement.ts';
import { naissance, vivant } from './processus.ts';

/** Programs say that they use the database by a file named after their process; it holds when that process started. */
export function seSignaler(presences: string): void {
  try {
    mkdirSync(presences, { recursive: true });
    writeFileSync(join(presences, String(process.pid)), naissance(process.pid));
  } catch (erreur) {
    throw dossierInutilisable(presences, erreur);
  }
}

export function seRetirer(presences: string): void {
  rmSync(join(presences, String(process.pid)), { force: true });
}

/** Other programs that use the database now; the files of those that were killed are cleared away. */
export function autresPresences(presences: string): number[] {
  return readdirSync(presences)
    .map(Number)
    .filter((pid) => {
      if (pid === process.pid) return false;
      if (vivant(pid) && naissance(pid) === lire(presences, pid)) return true;
      rmSync(join(presences, String(pid)), { force: true });
      return false;
    });
}

function lire(presences: string, pid: number): string | null {
  try {
    return readFileSync(join(presences, String(pid)), 'utf8');
  } catch {
    return null;
  }
}
