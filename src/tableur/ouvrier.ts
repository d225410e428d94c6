import { parentPort, workerData } from 'node:worker_threads';
import { lireDocument } from './lire.ts';

/**
 * What runs in the worker thread: reads the one file it was given, answers, ends. Bundled on its own, since a worker
 * does not load TypeScript.
 */
const { octets, nomDeFichier } = workerData as { readonly octets: Uint8Array; readonly nomDeFichier: string | null };
parentPort?.postMessage(await lireDocument(octets, nomDeFichier));
