import { gunzipSync } from 'node:zlib';
import { CENT, decimalDeNombre, echec, ecrireDecimal, multiplier, type Resultat, reussite } from '#socle/valeurs';
import type { Cellule } from './document.ts';
import { reconnaitreFormat } from './format.ts';
import { lireEnregistrements } from './lecture/csv.ts';
import { decoderTexte } from './lecture/encodage.ts';
import { LIMITES } from './limites.ts';
import { lireDocument, verifierTaille } from './lire.ts';
import { corrompu, LectureRefusee } from './refus.ts';

/** A row as texts: what a long list of figures needs, at a tenth of the weight of cells. */
export type LigneDeTextes = {
  /** As a person sees it in the file, from 1. */
  readonly numero: number;
  readonly cellules: readonly string[];
};

export type FeuilleDeTextes = { readonly nom: string | null; readonly lignes: readonly LigneDeTextes[] };

/**
 * The rows of a file (csv, workbook, or either gzipped), each cell as a text: a true date of the file as « 2022-01-31 », a true
 * number as programs write it (« 0.75 », and 75 when it is shown as a percentage). Long files are read this way.
 */
export async function lireLignes(octets: Uint8Array, nom: string): Promise<Resultat<readonly FeuilleDeTextes[]>> {
  const taille = verifierTaille(octets.byteLength, nom);
  if (!taille.ok) return taille;
  try {
    const contenu = decompresser(octets);
    const vrai = nom.replace(/\.gz$/i, '');
    const format = reconnaitreFormat(contenu, vrai);
    if (!format.ok) return format;
    if (format.valeur === 'csv' || format.valeur === 'texte') return reussite([enFeuille(contenu)]);
    const lu = await lireDocument(contenu, vrai);
    if (!lu.ok) return lu;
    return reussite(
      lu.valeur.blocs.flatMap((bloc) =>
        bloc.type === 'tableau'
          ? [
              {
                nom: bloc.nom,
                lignes: bloc.lignes.map((ligne) => ({ ...ligne, cellules: ligne.cellules.map(enTexte) })),
              },
            ]
          : [],
      ),
    );
  } catch (erreur) {
    if (erreur instanceof LectureRefusee) return echec(erreur.refus);
    return echec(corrompu('son contenu n’a pas pu être lu').refus);
  }
}

function enFeuille(octets: Uint8Array): FeuilleDeTextes {
  const lignes = lireEnregistrements(decoderTexte(octets).texte);
  return {
    nom: null,
    lignes: lignes
      .filter(({ valeurs }) => valeurs.some((valeur) => valeur.trim() !== ''))
      .map(({ numero, valeurs }) => ({ numero, cellules: valeurs })),
  };
}

function enTexte({ texte, nombre, jour, pourcentage }: Cellule): string {
  if (jour !== null) return jour;
  const lu = nombre === null ? null : decimalDeNombre(nombre);
  if (lu === null) return texte;
  return ecrireDecimal(pourcentage ? multiplier(lu, CENT) : lu);
}

function decompresser(octets: Uint8Array): Uint8Array {
  if (octets[0] !== 0x1f || octets[1] !== 0x8b) return octets;
  try {
    return gunzipSync(octets, { maxOutputLength: LIMITES.deplieSeul });
  } catch (erreur) {
    if (erreur instanceof RangeError) {
      throw new LectureRefusee(
        'tableur.bombe',
        'Une fois décompressé, ce fichier dépasse 100 Mo : il n’est pas lu. Découpez-le et recommencez.',
      );
    }
    throw corrompu('il n’a pas pu être décompressé');
  }
}
