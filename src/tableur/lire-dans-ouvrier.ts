import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { echec, type Resultat } from '#socle/valeurs';
import type { DocumentLu } from './document.ts';
import { LIMITES_OUVRIER } from './limites.ts';
import { verifierTaille } from './lire.ts';
import type { FeuilleDeTextes } from './lire-lignes.ts';
import { refus } from './refus.ts';

export type OptionsDeLecture = {
  /** Cap on the memory of the worker, in mebibytes. */
  readonly memoireMo?: number;
  /** Time after which the worker is stopped, in milliseconds. */
  readonly delaiMs?: number;
  /** The bundled worker, when it is not where the build puts it. */
  readonly chemin?: string;
};

/**
 * Reads a file in a worker thread of its own: whatever the file does, this process goes on. The bytes are copied, and
 * at most `SIMULTANEES` files are read at once, the others waiting for their turn.
 */
export function lireDansOuvrier(
  octets: Uint8Array,
  nomDeFichier: string | null,
  options: OptionsDeLecture = {},
): Promise<Resultat<DocumentLu>> {
  return lire<DocumentLu>(octets, nomDeFichier, 'document', options);
}

/** The same for `lireLignes`: long lists of figures. */
export function lireLignesDansOuvrier(
  octets: Uint8Array,
  nomDeFichier: string,
  options: OptionsDeLecture = {},
): Promise<Resultat<readonly FeuilleDeTextes[]>> {
  return lire<readonly FeuilleDeTextes[]>(octets, nomDeFichier, 'lignes', options);
}

async function lire<T>(
  octets: Uint8Array,
  nomDeFichier: string | null,
  lecture: 'document' | 'lignes',
  options: OptionsDeLecture,
): Promise<Resultat<T>> {
  const taille = verifierTaille(octets.byteLength, nomDeFichier);
  if (!taille.ok) return taille;
  const chemin = options.chemin ?? cheminDeLOuvrier();
  if (!chemin || !existsSync(chemin)) return echec(refus('tableur.indisponible', INDISPONIBLE));
  await entrer();
  try {
    return await attendre<T>(chemin, { octets, nomDeFichier, lecture }, options);
  } finally {
    sortir();
  }
}

/** Where the build puts the worker, from the root of the project; null outside of it. */
export function cheminDeLOuvrier(): string | null {
  let dossier = dirname(fileURLToPath(import.meta.url));
  while (!estLeProjet(dossier)) {
    const parent = dirname(dossier);
    if (parent === dossier) return null;
    dossier = parent;
  }
  return join(dossier, 'build', 'server', 'ouvrier-lecture.js');
}

const INDISPONIBLE =
  'La lecture des fichiers n’est pas installée sur ce serveur. Lancez « npm run build », ou prévenez l’administrateur.';

function estLeProjet(dossier: string): boolean {
  const chemin = join(dossier, 'package.json');
  if (!existsSync(chemin)) return false;
  const paquet: unknown = JSON.parse(readFileSync(chemin, 'utf8'));
  return typeof paquet === 'object' && paquet !== null && 'name' in paquet && paquet.name === 'jalon';
}

type Demande = {
  readonly octets: Uint8Array;
  readonly nomDeFichier: string | null;
  readonly lecture: 'document' | 'lignes';
};

async function attendre<T>(
  chemin: string,
  demande: Demande,
  { memoireMo = LIMITES_OUVRIER.memoireMo, delaiMs = LIMITES_OUVRIER.delaiMs }: OptionsDeLecture,
): Promise<Resultat<T>> {
  const copie = new Uint8Array(demande.octets);
  const ouvrier = new Worker(chemin, {
    workerData: { ...demande, octets: copie },
    transferList: [copie.buffer],
    resourceLimits: { maxOldGenerationSizeMb: memoireMo, maxYoungGenerationSizeMb: 64 },
    // Libraries have their say on the console; a reading has none.
    stdout: true,
    stderr: true,
  });
  const surveillance = surveiller(memoireMo);
  try {
    return await new Promise((repondre) => {
      const echeance = setTimeout(() => repondre(echec(refus('tableur.delai', tropLong(delaiMs)))), delaiMs);
      surveillance.alerte(() => repondre(echec(refus('tableur.memoire', TROP_LOURD))));
      ouvrier.once('message', (resultat: Resultat<T>) => repondre(resultat));
      ouvrier.once('error', (erreur) =>
        repondre(
          echec(estUnManqueDeMemoire(erreur) ? refus('tableur.memoire', TROP_LOURD) : refus('tableur.corrompu', ABIME)),
        ),
      );
      ouvrier.once('exit', () => {
        clearTimeout(echeance);
        repondre(echec(refus('tableur.corrompu', ABIME)));
      });
    });
  } finally {
    surveillance.finir();
    await ouvrier.terminate();
  }
}

/**
 * `resourceLimits` counts JavaScript objects, not the buffers where archives are unpacked: those show in the size of
 * the whole process, which is looked at while a file is being read.
 */
function surveiller(memoireMo: number): { alerte: (agir: () => void) => void; finir: () => void } {
  const plafond = process.memoryUsage.rss() + 2 * memoireMo * 1024 * 1024;
  let minuterie: NodeJS.Timeout | null = null;
  return {
    alerte(agir) {
      minuterie = setInterval(() => {
        if (process.memoryUsage.rss() > plafond) agir();
      }, 50);
    },
    finir() {
      if (minuterie) clearInterval(minuterie);
    },
  };
}

function estUnManqueDeMemoire(erreur: unknown): boolean {
  return erreur instanceof Error && 'code' in erreur && erreur.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

const TROP_LOURD =
  'La lecture de ce fichier demande trop de mémoire : elle a été arrêtée, rien n’a été enregistré. Ne gardez que le tableau utile dans un nouveau fichier et recommencez.';
const ABIME =
  'Le fichier n’a pas pu être lu : il est sans doute abîmé. Ouvrez-le dans le logiciel qui l’a produit, enregistrez-le de nouveau et recommencez.';

function tropLong(delaiMs: number): string {
  return `La lecture de ce fichier dure plus de ${Math.ceil(delaiMs / 1000)} s : elle a été arrêtée, rien n’a été enregistré. Ne gardez que le tableau utile dans un nouveau fichier et recommencez.`;
}

/** Files read at the same time: each may take the whole memory it is allowed. */
const SIMULTANEES = 2;
let enCours = 0;
const enAttente: (() => void)[] = [];

async function entrer(): Promise<void> {
  if (enCours < SIMULTANEES) {
    enCours++;
    return;
  }
  await new Promise<void>((avancer) => enAttente.push(avancer));
}

function sortir(): void {
  const suivant = enAttente.shift();
  if (suivant) suivant();
  else enCours--;
}
