import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { importerFichiers, lignesADire } from '#indicateurs';
import { codeDErreur, ErreurDeDemarrage, lireConfiguration } from '#socle';
import type { Depot } from '#tableur/depot';
import { ouvrirServices } from '../../services.ts';
import { lireReference } from '../reference.ts';
import { raconterImport } from './raconter.ts';

export async function importer(mots: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...mots],
    options: { motif: { type: 'string' }, reference: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new ErreurDeDemarrage('Dites quel fichier ou quel dossier importer.');
  const reference = lireReference(values.reference);
  const chemins = (await Promise.all(positionals.map(fichiersDe))).flat();
  const depots = await Promise.all(chemins.map(lire));
  const { services, fermer } = await ouvrirServices(lireConfiguration(process.env), () => undefined);
  try {
    const fait = await importerFichiers(services, depots, {
      motif: values.motif ?? null,
      reference,
      dire: (etape) => void process.stderr.write(`${etape}\n`),
    });
    if (!fait.ok) throw new ErreurDeDemarrage(fait.refus.message);
    const refusees = await Promise.all(
      fait.valeur.fichiers.map(({ importation }) =>
        lignesADire(services.base, importation, { etat: 'refusee', limite: LIGNES_DITES }),
      ),
    );
    process.stdout.write(raconterImport(fait.valeur, refusees));
    if (fait.valeur.fichiers.some(({ ecriture }) => !ecriture.ok && ecriture.refus.regle !== DEJA_CONNU)) {
      throw new ErreurDeDemarrage('Un fichier au moins n’a pas été importé : voyez plus haut pourquoi.');
    }
  } finally {
    await fermer();
  }
}

/** A file that brings nothing new is no failure: it was imported before. */
const DEJA_CONNU = 'valeurs.importer.rien';
const LIGNES_DITES = 20;
const LISIBLE = /\.(csv|xlsx|ods)(\.gz)?$/i;

/** Those of a folder by name, the summaries of the barometer before its details. */
async function fichiersDe(chemin: string): Promise<readonly string[]> {
  try {
    if (!(await stat(chemin)).isDirectory()) return [chemin];
    const noms = (await readdir(chemin)).filter((nom) => LISIBLE.test(nom)).sort();
    if (noms.length === 0)
      throw new ErreurDeDemarrage(`Le dossier « ${chemin} » n’a aucun fichier .csv, .xlsx ou .ods.`);
    return noms.map((nom) => join(chemin, nom));
  } catch (erreur) {
    throw enPhrase(erreur, chemin);
  }
}

async function lire(chemin: string): Promise<Depot> {
  try {
    return { nom: basename(chemin), typeMime: 'application/octet-stream', octets: await readFile(chemin) };
  } catch (erreur) {
    throw enPhrase(erreur, chemin);
  }
}

function enPhrase(erreur: unknown, chemin: string): unknown {
  switch (codeDErreur(erreur)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ErreurDeDemarrage(`Il n’y a pas de fichier « ${chemin} ». Vérifiez son nom et son dossier.`);
    case 'EACCES':
    case 'EPERM':
      return new ErreurDeDemarrage(`Vous n’avez pas le droit de lire « ${chemin} ».`);
    default:
      return erreur;
  }
}
