import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { demarrerBase, preparerEmplacement } from '../../src/socle/base/index.ts';
import { preparerModele } from './modele.ts';

const PROGRAMMES = '/usr/lib/postgresql';

/** The PostgreSQL server named by JALON_ESSAIS_DATABASE_URL, or one started from the system's own programs. */
export default async function installer(projet: TestProject): Promise<() => Promise<void>> {
  const donnee = process.env.JALON_ESSAIS_DATABASE_URL;
  if (donnee) {
    await preparerModele(projet, donnee);
    return async () => undefined;
  }
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-essais-'));
  // Open to the identity PostgreSQL runs under when the tests are run by root.
  chmodSync(dossier, 0o755);
  const lieu = { ...preparerEmplacement(join(dossier, 'donnees'), () => undefined), binaires: programmesDuSysteme() };
  const base = await demarrerBase(lieu, () => undefined);
  await preparerModele(projet, base.adresse('postgres'));
  return async () => {
    await base.quitter();
    rmSync(dossier, { recursive: true, force: true });
  };
}

function programmesDuSysteme(): string {
  const versions = existsSync(PROGRAMMES)
    ? readdirSync(PROGRAMMES)
        .map(Number)
        .filter((v) => v >= 15)
    : [];
  const version = Math.max(...versions);
  if (!Number.isFinite(version)) {
    throw new Error(
      'Les essais sur un serveur PostgreSQL demandent un PostgreSQL 15 ou plus récent installé sur le système (Debian : apt-get install postgresql), ou JALON_ESSAIS_DATABASE_URL.',
    );
  }
  return join(PROGRAMMES, String(version), 'bin');
}
