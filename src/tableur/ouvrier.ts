import { parentPort, workerData } from 'node:worker_threads';
import { lireDocument } from './lire.ts';
import { lireLignes } from './lire-lignes.ts';

/**
 * What runs in the worker thread: reads the one file it was given, answers, ends. Bundled on its own, since a worker
 * does not load TypeScript.
 */
const { octets, nomDeFichier, lecture } = workerData as {
  readonly octets: Uint8Array;
  readonly nomDeFichier: string | null;
  readonly lecture: 'document' | 'lignes';
};
parentPort?.postMessage(
  lecture === 'lignes' ? await lireLignes(octets, nomDeFichier ?? '') : await lireDocument(octets, nomDeFichier),
);
