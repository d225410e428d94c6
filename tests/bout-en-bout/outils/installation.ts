import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLIENT, demarrerFournisseur } from './fournisseur.ts';

const RACINE = fileURLToPath(new URL('../../..', import.meta.url));
/** The build, a database from nothing and the demonstration, on a slow machine. */
const PATIENCE_MS = 180_000;
const PATIENCE_POUR_L_ARRET_MS = 20_000;

/**
 * Starts the real server as a newcomer would, on a free port and an empty folder, and gives its address to the tests.
 * With `JALON_ESSAIS_ADRESSE`, the tests visit a server that runs already. A provider of
 * identities starts beside it.
 */
export default async function installer(): Promise<() => Promise<void>> {
  if (process.env.JALON_ESSAIS_ADRESSE) return async () => undefined;
  const donnees = mkdtempSync(join(tmpdir(), 'jalon-navigateur-'));
  // The embedded database runs under another user when the tests are run by root.
  chmodSync(donnees, 0o755);
  const { DATABASE_URL: _, ...environnement } = process.env;
  const fournisseur = await demarrerFournisseur();
  const serveur = spawn(process.execPath, [join(RACINE, 'bin/jalon'), 'servir', '--demonstration', '--port', '0'], {
    cwd: RACINE,
    env: {
      ...environnement,
      JALON_DONNEES: donnees,
      // Every test signs in, and all come from one address.
      JALON_LIMITE_CONNEXIONS: '1000000',
      OIDC_EMETTEUR: fournisseur.adresse,
      OIDC_CLIENT: CLIENT.id,
      OIDC_SECRET: CLIENT.secret,
      OIDC_ACR: CLIENT.niveau,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const nettoyer = async () => {
    await arreter(serveur);
    await fournisseur.fermer();
    rmSync(donnees, { recursive: true, force: true });
  };
  try {
    const adresse = await adresseAnnoncee(serveur);
    fournisseur.ouvrir(adresse);
    process.env.JALON_ESSAIS_ADRESSE = adresse;
    process.env.JALON_ESSAIS_DONNEES = donnees;
  } catch (erreur) {
    await nettoyer();
    throw erreur;
  }
  return nettoyer;
}

/** The address that the server says when it is ready; what it had said, when it stops before. */
function adresseAnnoncee(serveur: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let dit = '';
    const minuterie = setTimeout(() => reject(new Error(`Le serveur n’est pas prêt :\n${dit}`)), PATIENCE_MS);
    serveur.stderr?.setEncoding('utf8').on('data', (morceau: string) => {
      dit += morceau;
      const port = /Jalon est prêt : http:\/\/\S+:(\d+)/.exec(dit)?.[1];
      if (port === undefined) return;
      clearTimeout(minuterie);
      resolve(`http://127.0.0.1:${port}`);
    });
    serveur.once('exit', () => {
      clearTimeout(minuterie);
      reject(new Error(`Le serveur s’est arrêté :\n${dit}`));
    });
  });
}

/** As Ctrl-C does; a server that does not stop by itself is a failure. */
async function arreter(serveur: ChildProcess): Promise<void> {
  if (serveur.exitCode !== null || serveur.signalCode !== null) return;
  const fin = once(serveur, 'exit');
  serveur.kill('SIGINT');
  const minuterie = setTimeout(() => serveur.kill('SIGKILL'), PATIENCE_POUR_L_ARRET_MS);
  const [code] = await fin;
  clearTimeout(minuterie);
  if (code !== 0) throw new Error(`Le serveur ne s’est pas arrêté proprement (code ${String(code)}).`);
}
