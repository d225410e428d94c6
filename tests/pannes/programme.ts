import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import pg from 'pg';
import { racine } from '../../src/socle/index.ts';

/** A program of Jalon as a person starts it, in a process of its own. */
export type Programme = {
  readonly pid: number;
  /** Everything it said so far, on both outputs. */
  dit(): string;
  /** Address of its pages, once it says that it is ready; fails with what it said when it stops before. */
  pret(): Promise<string>;
  /** Waits until it has said this. */
  aDit(phrase: string): Promise<void>;
  signaler(signal: NodeJS.Signals): void;
  /** Its exit code; null when a signal ended it. */
  fin(): Promise<number | null>;
};

const PATIENCE_MS = 60_000;
const lances: ChildProcess[] = [];
const dossiers: string[] = [];

/** Runs `bin/jalon` with these words and this environment alone: nothing of the developer's own settings. */
export function jalon(mots: readonly string[], environnement: Readonly<Record<string, string>>): Programme {
  return lancer([join(racine(), 'bin', 'jalon'), ...mots], environnement);
}

/** Runs Node with these words in the root of the project. */
export function lancer(mots: readonly string[], environnement: Readonly<Record<string, string>>): Programme {
  const { PATH = '', HOME = '' } = process.env;
  const processus = spawn(process.execPath, mots, {
    cwd: racine(),
    env: { PATH, HOME, PORT: '0', ...environnement },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  lances.push(processus);
  let dit = '';
  for (const sortie of [processus.stdout, processus.stderr]) {
    sortie.setEncoding('utf8').on('data', (morceau: string) => {
      dit += morceau;
    });
  }
  const fin = new Promise<number | null>((resolve) => processus.once('close', (code) => resolve(code)));
  let arrete = false;
  void fin.then(() => {
    arrete = true;
  });
  const aDit = async (motif: RegExp): Promise<RegExpExecArray> => {
    const limite = performance.now() + PATIENCE_MS;
    for (;;) {
      const trouve = motif.exec(dit);
      if (trouve) return trouve;
      if (arrete) throw new Error(`Jalon s’est arrêté avant de dire ${motif} :\n${dit}`);
      if (performance.now() > limite) throw new Error(`Jalon n’a pas dit ${motif} à temps :\n${dit}`);
      await attendre(20);
    }
  };
  return {
    pid: processus.pid ?? 0,
    dit: () => dit,
    pret: async () => `http://127.0.0.1:${(await aDit(/Jalon est prêt : http:\/\/localhost:(\d+)/))[1]}`,
    aDit: async (phrase) => void (await aDit(new RegExp(phrase))),
    signaler: (signal) => void processus.kill(signal),
    fin: () => fin,
  };
}

/** A data folder of its own, that other identities can reach unless said otherwise. */
export function dossierDeDonnees({ ferme = false } = {}): string {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-pannes-'));
  if (!ferme) chmodSync(dossier, 0o755);
  dossiers.push(dossier);
  return join(dossier, 'donnees');
}

/** Process of the database of this folder, or null when none runs. */
export function processusDeLaBase(donnees: string): number | null {
  const fichier = join(donnees, 'postgresql', 'postmaster.pid');
  if (!existsSync(fichier)) return null;
  const pid = Number.parseInt(readFileSync(fichier, 'utf8'), 10);
  return Number.isInteger(pid) && enVie(pid) ? pid : null;
}

/** A connection to the database of this folder, beside that of the program. */
export async function seConnecterALaBase(donnees: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: `postgresql://jalon@/jalon?host=${encodeURIComponent(donnees)}` });
  // It may be cut on purpose.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Rows of this query. */
export async function interroger<T extends pg.QueryResultRow>(donnees: string, requete: string): Promise<T[]> {
  const client = await seConnecterALaBase(donnees);
  try {
    return (await client.query<T>(requete)).rows;
  } finally {
    await client.end();
  }
}

export function tuerLaBase(donnees: string): void {
  const pid = processusDeLaBase(donnees);
  if (pid === null) throw new Error('La base devrait être en marche');
  process.kill(pid, 'SIGKILL');
}

/**
 * The same as a machine that loses its power: every process of the database at once. Ended alone, the first leaves its
 * children a moment to finish what they do, and the locks of one let another go on.
 */
export function couperLaBase(donnees: string): void {
  const pid = processusDeLaBase(donnees);
  if (pid === null) throw new Error('La base devrait être en marche');
  process.kill(pid, 'SIGSTOP');
  for (const enfant of readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean))
    process.kill(Number(enfant), 'SIGKILL');
  process.kill(pid, 'SIGKILL');
}

/** A process that was ended and that its parent has not yet dismissed is not alive. */
export function enVie(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const etat = `/proc/${pid}/stat`;
  return !existsSync(etat) || !/\) Z /.test(readFileSync(etat, 'utf8'));
}

/** Ends what these tests started, and only that. */
export async function toutRanger(): Promise<void> {
  for (const processus of lances.splice(0)) if (processus.exitCode === null) processus.kill('SIGKILL');
  for (const dossier of dossiers.splice(0)) {
    await arreterLaBase(join(dossier, 'donnees'));
    rmSync(dossier, { recursive: true, force: true });
  }
}

export async function arreterLaBase(donnees: string): Promise<void> {
  const pid = processusDeLaBase(donnees);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  for (let essai = 0; essai < 200 && enVie(pid); essai++) await attendre(25);
}
