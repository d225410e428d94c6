import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { demarrerBase, preparerEmplacement } from '../../src/socle/base/index.ts';
import { preparerModele } from './modele.ts';

/** A cluster of the embedded PostgreSQL for the tests of one run. */
export default async function installer(projet: TestProject): Promise<() => Promise<void>> {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-essais-'));
  // Open to the identity PostgreSQL runs under when the tests are run by root.
  chmodSync(dossier, 0o755);
  const lieu = preparerEmplacement(join(dossier, 'donnees'), () => undefined);
  const base = await demarrerBase(lieu, () => undefined);
  await preparerModele(projet, base.adresse('postgres'));
  return async () => {
    await base.quitter();
    rmSync(dossier, { recursive: true, force: true });
  };
}
