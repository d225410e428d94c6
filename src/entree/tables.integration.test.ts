import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { racine } from '#socle';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai();
});
afterAll(() => essai.fermer());

/** `npm run tables` writes the file; the test run only compares. */
const ECRIRE = process.env.JALON_ECRIRE_TABLES === '1';

test('les types des tables sont ceux que donnent les migrations', async () => {
  const generateur = join(racine(), 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js');
  const schema = join(racine(), 'src', 'socle', 'base', 'schema.ts');
  const lancer = promisify(execFile)(process.execPath, [
    generateur,
    ...['--dialect', 'postgres', '--url', essai.adresse, '--out-file', schema],
    ...['--exclude-pattern', 'migration*', '--date-parser', 'string', '--numeric-parser', 'string'],
    ...['--type-mapping', '{"int8":"number","tsvector":"string"}'],
    // A view's columns are always said to be nullable.
    ...['--overrides', '{"columns":{"signataire.id":"string","signataire.nom":"string"}}'],
    ...(ECRIRE ? [] : ['--verify']),
  ]);
  await expect(lancer).resolves.toBeDefined();
});
