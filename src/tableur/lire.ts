import { echec, type Resultat, reussite } from '#socle/valeurs';
import type { DocumentLu, FormatDeFichier } from './document.ts';
import { reconnaitreFormat } from './format.ts';
import { lireCsv, lireTexte } from './lecture/csv.ts';
import { lireDocx } from './lecture/docx.ts';
import { decoderTexte } from './lecture/encodage.ts';
import { lireHtml } from './lecture/html.ts';
import { lireMarkdown } from './lecture/markdown.ts';
import { lireOds } from './lecture/ods.ts';
import { lireXlsx } from './lecture/xlsx.ts';
import { ouvrirArchive } from './lecture/zip.ts';
import { LIMITES } from './limites.ts';
import { corrompu, LectureRefusee, refus } from './refus.ts';

/**
 * Reads a file in this process. `nomDeFichier` is null for what was pasted. The bytes are not kept nor changed.
 * For what a person sends, prefer `lireDansOuvrier`, which bounds memory and time as well.
 */
export async function lireDocument(octets: Uint8Array, nomDeFichier: string | null): Promise<Resultat<DocumentLu>> {
  const taille = verifierTaille(octets.byteLength, nomDeFichier);
  if (!taille.ok) return taille;
  const format = reconnaitreFormat(octets, nomDeFichier);
  if (!format.ok) return format;
  try {
    const lu = await LECTEURS[format.valeur](octets);
    return lu.blocs.length > 0 ? reussite(lu) : echec(refus('tableur.vide', SANS_CONTENU));
  } catch (erreur) {
    if (erreur instanceof LectureRefusee) return echec(erreur.refus);
    // Whatever a reader stumbles on is in the file: the person is told so, and the process goes on.
    return echec(corrompu('son contenu n’a pas pu être lu').refus);
  }
}

/** To be asked before the bytes are even read: `octets` is the size the upload or the disk announces. */
export function verifierTaille(octets: number, nomDeFichier: string | null): Resultat<null> {
  if (octets <= LIMITES.octets) return reussite(null);
  const sujet = nomDeFichier === null ? 'Ce qui a été collé' : `Le fichier « ${nomDeFichier} »`;
  return echec(
    refus(
      'tableur.trop_gros',
      `${sujet} pèse ${enMo(octets)} Mo, la limite est de ${enMo(LIMITES.octets)} Mo : il n’est pas lu. Retirez-en les images ou ne gardez que les feuilles utiles, et recommencez.`,
    ),
  );
}

const SANS_CONTENU = 'Le document ne contient ni tableau ni texte. Vérifiez que vous avez choisi le bon fichier.';

const LECTEURS: Readonly<Record<FormatDeFichier, (octets: Uint8Array) => DocumentLu | Promise<DocumentLu>>> = {
  xlsx: (octets) => lireXlsx(ouvrirArchive(octets)),
  ods: (octets) => lireOds(ouvrirArchive(octets)),
  docx: (octets) => lireDocx(ouvrirArchive(octets)),
  // Loaded when a PDF comes: the library is heavy and the others are more frequent.
  pdf: async (octets) => (await import('./lecture/pdf/index.ts')).lirePdf(octets),
  csv: (octets) => {
    const { texte, encodage } = decoderTexte(octets);
    return lireCsv(texte, encodage);
  },
  texte: (octets) => lireTexte(decoderTexte(octets).texte),
  markdown: (octets) => lireMarkdown(decoderTexte(octets).texte),
  html: (octets) => lireHtml(decoderTexte(octets).texte),
};

function enMo(octets: number): string {
  return Math.round(octets / 1024 / 1024).toLocaleString('fr-FR');
}
