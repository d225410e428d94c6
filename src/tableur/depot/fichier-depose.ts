import { createHash } from 'node:crypto';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { verifierTaille } from '../lire.ts';

/** A file as a person gives it. */
export type Depot = { readonly nom: string; readonly typeMime: string; readonly octets: Uint8Array };

/** The file of a form, in its field `fichier`; null when none was chosen. */
export async function fichierDuFormulaire(formulaire: FormData): Promise<Depot | null> {
  return (await fichiersDuFormulaire(formulaire))[0] ?? null;
}

/** All the files of its field `fichier`, or of the one named, when it takes several. */
export async function fichiersDuFormulaire(formulaire: FormData, champ = 'fichier'): Promise<Depot[]> {
  const fichiers = formulaire
    .getAll(champ)
    .filter((fichier) => fichier instanceof File)
    .filter(({ name, size }) => name !== '' || size > 0);
  return Promise.all(
    fichiers.map(async (fichier) => ({
      nom: nomSeul(fichier.name),
      typeMime: fichier.type || 'application/octet-stream',
      octets: new Uint8Array(await fichier.arrayBuffer()),
    })),
  );
}

/** Some browsers send the whole path; names are kept short enough to be shown. */
function nomSeul(nom: string): string {
  return nom.replace(/^.*[\\/]/, '').slice(-200);
}

/** Refuses what is not worth keeping; `attendu` says what the file should hold: « les valeurs ». */
export function verifierFichier({ nom, octets }: Depot, attendu: string): Resultat<null> {
  if (octets.byteLength > 0) {
    const taille = verifierTaille(octets.byteLength, nom);
    return taille.ok ? reussite(null) : taille;
  }
  return echec({
    nature: 'invalide',
    regle: 'tableur.vide',
    message: `Ce fichier est vide. Choisissez celui qui contient ${attendu}.`,
    champs: { fichier: 'Ce fichier est vide.' },
  });
}

/** What identifies the bytes of a file, as kept with it and in the journal. */
export function empreinteDe(octets: Uint8Array): string {
  return createHash('sha256').update(octets).digest('hex');
}

/** A refusal of the file itself is shown under the field it came from. */
export function sousLeChamp<T>(champ: string, resultat: Resultat<T>): Resultat<T> {
  if (resultat.ok || resultat.refus.nature !== 'invalide' || resultat.refus.champs) return resultat;
  return echec({ ...resultat.refus, champs: { [champ]: resultat.refus.message } });
}

/** Waits for a reading as long as a person does; a longer one goes on behind, and its page shows how far it is. */
export async function attendreUnMoment(lecture: Promise<unknown>, ms: number): Promise<void> {
  await Promise.race([lecture, new Promise((suite) => setTimeout(suite, ms).unref())]);
}
