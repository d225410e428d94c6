// Plain Node, no dependency: this runs before anything is installed, and on any Node: `fs` is imported whole, since a name
// that an old version lacks would fail before the sentence that says it is too old.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const RACINE = join(dirname(fileURLToPath(import.meta.url)), '..');
const PLACE_NECESSAIRE_MO = 700;

/** Says a step on standard error, so that what a command prints stays clean. */
export function dire(phrase) {
  process.stderr.write(`${phrase}\n`);
}

export function abandonner(phrase) {
  process.stderr.write(`\n${phrase}\n`);
  process.exit(1);
}

export function verifierNode(version = process.versions.node) {
  const [majeure, mineure] = version.split('.').map(Number);
  if (majeure < 20 || (majeure === 20 && mineure < 19)) {
    abandonner(
      `Jalon demande Node.js 20.19 ou plus récent ; cette machine a la version ${version}.\n` +
        'Installez une version récente depuis https://nodejs.org puis relancez la commande.',
    );
  }
}

export function verifierPlace() {
  const { bavail, bsize } = fs.statfsSync(RACINE);
  const libre = Math.floor((bavail * bsize) / 1_000_000);
  if (libre < PLACE_NECESSAIRE_MO) {
    abandonner(
      `Il reste ${libre} Mo sur le disque, Jalon en demande ${PLACE_NECESSAIRE_MO}.\n` +
        'Libérez de la place puis relancez la commande.',
    );
  }
}

/** Installs what package-lock.json names, unless it is there already. */
export function assurerDependances() {
  const marque = join(RACINE, 'node_modules', '.jalon');
  const voulu = empreinteDeFichiers([join(RACINE, 'package-lock.json')]);
  if (fs.existsSync(marque) && fs.readFileSync(marque, 'utf8') === voulu) return;
  verifierPlace();
  dire('Installation des bibliothèques (une à deux minutes la première fois)…');
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: RACINE,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    abandonner(
      'Les bibliothèques n’ont pas pu être installées : la raison est écrite au-dessus.\n' +
        'Vérifiez l’accès au registre npm (réseau, mandataire) et la place sur le disque, puis relancez.',
    );
  }
  fs.writeFileSync(marque, voulu);
}

/** Builds the pages and the server, unless the build is that of the present sources. */
export function assurerConstruction() {
  const marque = join(RACINE, 'build', '.empreinte');
  const voulu = empreinteDesSources();
  if (fs.existsSync(marque) && fs.readFileSync(marque, 'utf8') === voulu) return;
  dire('Construction de l’application…');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(RACINE, 'node_modules', '@react-router', 'dev', 'bin.js'), 'build'],
    { cwd: RACINE, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) abandonner(`La construction a échoué :\n${stdout}\n${stderr}`);
  fs.mkdirSync(dirname(marque), { recursive: true });
  fs.writeFileSync(marque, voulu);
}

function empreinteDesSources() {
  const fichiers = [
    ...fichiersSous(join(RACINE, 'src')),
    ...['package-lock.json', 'vite.config.ts', 'react-router.config.ts'].map((nom) => join(RACINE, nom)),
  ];
  return empreinteDeFichiers(fichiers.filter((fichier) => !/\.test\.tsx?$/.test(fichier)));
}

function fichiersSous(dossier) {
  return fs
    .readdirSync(dossier, { withFileTypes: true })
    .flatMap((entree) => {
      const chemin = join(dossier, entree.name);
      return entree.isDirectory() ? fichiersSous(chemin) : [chemin];
    })
    .sort();
}

function empreinteDeFichiers(fichiers) {
  const somme = createHash('sha256');
  for (const fichier of fichiers) {
    somme.update(`${fichier.slice(RACINE.length)}:${fs.statSync(fichier).size}\n`);
    somme.update(fs.readFileSync(fichier));
  }
  return somme.digest('hex');
}
