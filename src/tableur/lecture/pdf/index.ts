import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentLu } from '../../document.ts';
import { LIMITES } from '../../limites.ts';
import { corrompu, LectureRefusee } from '../../refus.ts';
import { BlocNotes } from '../bloc-notes.ts';
import { assembler } from './assemblage.ts';
import type { PageLue } from './geometrie.ts';
import { lirePage } from './page.ts';

/**
 * Reads a PDF: tables from their ruling lines, else from the alignment of their texts; tables which go on over several
 * pages are one; the rest is paragraphs. A PDF says where letters are, never what a cell is.
 */
export async function lirePdf(octets: Uint8Array): Promise<DocumentLu> {
  // pdf.js takes the bytes for itself: it is given its own copy.
  const chargement = getDocument({
    data: new Uint8Array(octets),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: 1,
  });
  try {
    const document = await chargement.promise;
    if (document.numPages > LIMITES.pages) throw tropDePages(document.numPages);
    const pages = await lirePages(document);
    if (pages.every((page) => page.morceaux.length === 0)) throw sansTexte();
    const notes = new BlocNotes();
    const blocs = assembler(pages, notes);
    return { format: 'pdf', blocs, remarques: notes.toutes() };
  } catch (erreur) {
    throw traduire(erreur);
  } finally {
    await chargement.destroy();
  }
}

async function lirePages(document: PDFDocumentProxy): Promise<PageLue[]> {
  const pages: PageLue[] = [];
  for (let numero = 1; numero <= document.numPages; numero++) {
    const page = await document.getPage(numero);
    pages.push(await lirePage(page));
    page.cleanup();
  }
  return pages;
}

function traduire(erreur: unknown): unknown {
  if (!(erreur instanceof Error) || erreur instanceof LectureRefusee) return erreur;
  if (erreur.name === 'PasswordException') {
    return new LectureRefusee(
      'tableur.chiffre',
      'Le PDF est protégé par un mot de passe. Demandez-en une version sans protection, ou le document d’origine, et recommencez.',
    );
  }
  return corrompu('le PDF ne s’ouvre pas');
}

function sansTexte(): LectureRefusee {
  return new LectureRefusee(
    'tableur.sans_texte',
    'Le PDF ne contient que des images, comme un document numérisé : il n’y a aucun texte à lire. Demandez le document d’origine, ou passez-le par une reconnaissance de caractères.',
  );
}

function tropDePages(pages: number): LectureRefusee {
  return new LectureRefusee(
    'tableur.trop_gros',
    `Le PDF compte ${pages} pages, la limite est de ${LIMITES.pages}. Ne gardez que les pages du tableau et recommencez.`,
  );
}
