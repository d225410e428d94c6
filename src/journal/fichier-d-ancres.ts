import { open, readFile } from 'node:fs/promises';
import { codeDErreur, ErreurDeDemarrage } from '#socle';
import { type Ancre, ecrireAncre, lireAncres } from './regles/ancres.ts';

/** Adds this anchor at the end of the file, and waits until it is on the disk. */
export async function ajouterAuFichier(chemin: string, ancre: Ancre): Promise<void> {
  try {
    const fichier = await open(chemin, 'a+', 0o600);
    try {
      const { size } = await fichier.stat();
      // A line cut short by a full disk or a failure does not spoil the next one.
      const fin = size === 0 ? '\n' : (await fichier.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString();
      await fichier.appendFile(`${fin === '\n' ? '' : '\n'}${ecrireAncre(ancre)}\n`);
      await fichier.sync();
    } finally {
      await fichier.close();
    }
  } catch (erreur) {
    throw enPhrase(erreur, chemin, 'écrit');
  }
}

/** The anchors of this file; null when there is no such file. */
export async function lireFichierDAncres(chemin: string): Promise<ReturnType<typeof lireAncres> | null> {
  try {
    return lireAncres(await readFile(chemin, 'utf8'));
  } catch (erreur) {
    if (codeDErreur(erreur) === 'ENOENT') return null;
    throw enPhrase(erreur, chemin, 'lu');
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'son dossier n’existe pas',
  ENOTDIR: 'son dossier n’existe pas',
  EISDIR: 'c’est un dossier',
  EACCES: 'le compte qui exécute Jalon n’en a pas le droit',
  EPERM: 'le compte qui exécute Jalon n’en a pas le droit',
  EROFS: 'ce disque ne s’écrit pas',
  ENOSPC: 'le disque est plein',
};

function enPhrase(erreur: unknown, chemin: string, fait: 'lu' | 'écrit'): Error {
  const code = codeDErreur(erreur) ?? '';
  return new ErreurDeDemarrage(
    `Le fichier des ancres « ${chemin} » n’a pas pu être ${fait} : ${CAUSES[code] ?? (code || String(erreur))}. Vérifiez JALON_ANCRAGE et les droits de ce fichier.`,
  );
}
