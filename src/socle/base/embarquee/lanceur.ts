import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { Client } from 'pg';
import { ErreurDeDemarrage } from '../../erreur.ts';
import type { Emplacement } from './emplacement.ts';
import { autresPresences, seRetirer, seSignaler } from './presences.ts';
import { vivant } from './processus.ts';

const UTILISATEUR = 'jalon';
const DELAI_DE_DEMARRAGE_MS = 60_000;
const DELAI_D_ARRET_MS = 30_000;
const PAS_DE_VEILLE_MS = 1_000;

export type BaseEmbarquee = {
  /** Connection string of a database of this cluster. */
  adresse(nom: string): string;
  /** Says that this program no longer needs the database; the last one to leave stops it. */
  quitter(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of this place, or joins the one already running there: started by another program of
 * Jalon, or left alive by one that was killed.
 */
export async function demarrerBase(lieu: Emplacement, dire: (etape: string) => void): Promise<BaseEmbarquee> {
  seSignaler(lieu.presences);
  try {
    if (!existsSync(join(lieu.grappe, 'PG_VERSION'))) {
      dire('Création de la base de données (une seule fois)…');
      creerGrappe(lieu);
    }
    if (!(await repond(lieu))) {
      dire('Démarrage de la base de données…');
      await lancer(lieu);
    }
  } catch (erreur) {
    seRetirer(lieu.presences);
    throw erreur;
  }
  const finirLaVeille = veiller(lieu, dire);
  return {
    adresse: (nom) => adresse(lieu, nom),
    async quitter() {
      await finirLaVeille();
      seRetirer(lieu.presences);
      if (autresPresences(lieu.presences).length === 0) await arreter(lieu);
    },
  };
}

/**
 * Starts the database again when it was killed under us (short of memory, for instance): PostgreSQL recovers by itself,
 * and the requests that come meanwhile are refused. The answer stops watching.
 */
function veiller(lieu: Emplacement, dire: (etape: string) => void): () => Promise<void> {
  let relance: Promise<void> | null = null;
  const regarder = () => {
    const pid = pidDuServeur(lieu);
    if (relance !== null || (pid !== null && vivant(pid))) return;
    dire('La base de données s’est arrêtée : elle redémarre…');
    relance = lancer(lieu)
      .catch((erreur: unknown) => dire(erreur instanceof Error ? erreur.message : String(erreur)))
      .finally(() => {
        relance = null;
      });
  };
  const veille = setInterval(regarder, PAS_DE_VEILLE_MS);
  veille.unref();
  return async () => {
    clearInterval(veille);
    await relance;
  };
}

function adresse(lieu: Emplacement, nom: string): string {
  return `postgresql://${UTILISATEUR}@/${nom}?host=${encodeURIComponent(lieu.socket)}`;
}

function creerGrappe(lieu: Emplacement): void {
  const fini = spawnSync(
    join(lieu.binaires, 'initdb'),
    [
      ...['--pgdata', lieu.grappe, '--username', UTILISATEUR, '--encoding', 'UTF8'],
      ...['--locale-provider=icu', '--icu-locale=fr-FR', '--locale=C.UTF-8'],
      ...['--auth-local=trust', '--auth-host=reject', '--data-checksums', '--no-instructions'],
    ],
    { encoding: 'utf8', cwd: lieu.socket, env: { PATH: process.env.PATH }, ...sous(lieu) },
  );
  if (fini.status !== 0) {
    rmSync(lieu.grappe, { recursive: true, force: true });
    throw new ErreurDeDemarrage(
      `La base de données n’a pas pu être créée dans ${lieu.grappe}.\n${raison(fini.stderr ?? String(fini.error))}`,
    );
  }
}

async function lancer(lieu: Emplacement): Promise<void> {
  const limite = performance.now() + DELAI_DE_DEMARRAGE_MS;
  const trace = join(lieu.grappe, 'demarrage.log');
  for (;;) {
    const processus = lancerPostgres(lieu, trace);
    while (processus.exitCode === null && processus.signalCode === null && performance.now() < limite) {
      if (await repond(lieu)) return;
      await attendre(50);
    }
    if (await repond(lieu)) return;
    const dit = existsSync(trace) ? readFileSync(trace, 'utf8') : '';
    // Backends of a killed server hold its shared memory until they notice: a matter of seconds.
    const provisoire = /pre-existing shared memory|lock file .* already exists|is running|is still in use/i.test(dit);
    if (!provisoire || performance.now() >= limite) {
      throw new ErreurDeDemarrage(`La base de données n’a pas démarré (${lieu.grappe}).\n${raison(dit)}`);
    }
    await attendre(200);
  }
}

function lancerPostgres(lieu: Emplacement, trace: string): ChildProcess {
  const sortie = openSync(trace, 'w');
  const processus = spawn(
    join(lieu.binaires, 'postgres'),
    [
      ...['-D', lieu.grappe, '-k', lieu.socket, '-c', 'listen_addresses=', '-c', 'max_connections=60'],
      ...['-c', 'unix_socket_permissions=0700', '-c', 'timezone=UTC', '-c', 'log_timezone=UTC'],
      ...['-c', 'shared_buffers=128MB', '-c', 'lc_messages=C'],
    ],
    // Its own process group: Ctrl-C reaches Jalon alone, which finishes its work before it stops the database.
    {
      cwd: lieu.socket,
      detached: true,
      stdio: ['ignore', sortie, sortie],
      env: { PATH: process.env.PATH },
      ...sous(lieu),
    },
  );
  closeSync(sortie);
  processus.on('error', () => undefined);
  processus.unref();
  return processus;
}

async function arreter(lieu: Emplacement): Promise<void> {
  const pid = pidDuServeur(lieu);
  if (pid === null || !vivant(pid)) return;
  process.kill(pid, 'SIGINT');
  if (await disparu(pid, DELAI_D_ARRET_MS)) return;
  // It cannot finish (a full disk in the middle of a recovery): its immediate mode leaves the rest to the next start.
  process.kill(pid, 'SIGQUIT');
  await disparu(pid, DELAI_D_ARRET_MS);
}

async function disparu(pid: number, delaiMs: number): Promise<boolean> {
  const limite = performance.now() + delaiMs;
  while (vivant(pid)) {
    if (performance.now() >= limite) return false;
    await attendre(25);
  }
  return true;
}

async function repond(lieu: Emplacement): Promise<boolean> {
  const pid = pidDuServeur(lieu);
  if (pid === null || !vivant(pid)) return false;
  const client = new Client({ connectionString: adresse(lieu, 'postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function pidDuServeur(lieu: Emplacement): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(lieu.grappe, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '', 10);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function sous(lieu: Emplacement): { uid?: number; gid?: number } {
  return lieu.identite === null ? {} : { uid: lieu.identite, gid: lieu.identite };
}

function raison(trace: string): string {
  if (/No space left|ENOSPC/i.test(trace))
    return 'Il ne reste plus de place sur le disque : libérez au moins 500 Mo puis relancez.';
  if (/Permission denied/i.test(trace)) return `Un droit manque sur ce dossier : ${derniere(trace)}`;
  return derniere(trace);
}

function derniere(trace: string): string {
  const lignes = trace.split('\n').filter((ligne) => ligne.trim() !== '');
  return lignes.slice(-4).join('\n');
}
