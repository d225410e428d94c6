import { echec, type Resultat, reussite } from '#socle/valeurs';
import type { FormatDeFichier } from './document.ts';
import { decoderTexte, ressembleADuTexte } from './lecture/encodage.ts';
import { devinerSeparateur } from './lecture/separateur.ts';
import { type Archive, ouvrirArchive } from './lecture/zip.ts';
import { LectureRefusee } from './refus.ts';

/**
 * The kind of a file by what it holds, its name deciding only between texts. Refusals say what the file really is and
 * what to do of it.
 */
export function reconnaitreFormat(octets: Uint8Array, nomDeFichier: string | null): Resultat<FormatDeFichier> {
  try {
    return reussite(trouverFormat(octets, nomDeFichier));
  } catch (erreur) {
    if (erreur instanceof LectureRefusee) return echec(erreur.refus);
    throw erreur;
  }
}

function trouverFormat(octets: Uint8Array, nom: string | null): FormatDeFichier {
  if (octets.byteLength === 0) throw vide(nom);
  if (commencePar(octets, SIGNATURES.zip)) return formatDArchive(ouvrirArchive(octets), nom);
  if (commencePar(octets, SIGNATURES.ole2)) throw refusOle2(octets, nom);
  // Some producers put a few bytes before the mark; readers accept it in the first kilobyte.
  if (trouver(octets.subarray(0, 1024), ascii('%PDF-'))) return 'pdf';
  const image = IMAGES.find(({ signature }) => commencePar(octets, signature));
  if (image)
    throw inconnu(
      `est une image ${image.nom}`,
      nom,
      'Il faut le tableau lui-même, dans un fichier de bureau ou collé.',
    );
  if (commencePar(octets, ascii('{\\rtf')))
    throw inconnu('est un document RTF', nom, 'Enregistrez-le au format Word (.docx) et recommencez.');
  if (!ressembleADuTexte(octets)) throw inconnu('n’est pas d’un format connu', nom, FORMATS_LUS);
  return formatDeTexte(decoderTexte(octets).texte, nom);
}

const SIGNATURES = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  ole2: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
} as const;

const IMAGES: readonly { nom: string; signature: readonly number[] }[] = [
  { nom: 'PNG', signature: [0x89, 0x50, 0x4e, 0x47] },
  { nom: 'JPEG', signature: [0xff, 0xd8, 0xff] },
  { nom: 'GIF', signature: ascii('GIF8') },
  { nom: 'TIFF', signature: [0x49, 0x49, 0x2a, 0x00] },
  { nom: 'TIFF', signature: [0x4d, 0x4d, 0x00, 0x2a] },
  { nom: 'BMP', signature: ascii('BM') },
];

const FORMATS_LUS =
  'Jalon lit les classeurs (.xlsx, .ods, .csv), les documents Word (.docx), les PDF, et les tableaux collés ou enregistrés en HTML, Markdown ou texte.';

function formatDArchive(archive: Archive, nom: string | null): FormatDeFichier {
  const { noms } = archive;
  const mimetype = noms.includes('mimetype')
    ? new TextDecoder().decode(archive.lire('mimetype') ?? undefined).trim()
    : '';
  if (mimetype.startsWith('application/vnd.oasis.opendocument.')) return formatOpenDocument(archive, mimetype, nom);
  if (noms.some((partie) => partie === 'xl/workbook.bin')) {
    throw inconnu(
      'est un classeur Excel binaire (.xlsb)',
      nom,
      'Enregistrez-le au format Excel (.xlsx) et recommencez.',
    );
  }
  if (noms.some((partie) => partie.startsWith('xl/'))) return 'xlsx';
  if (noms.includes('word/document.xml')) return 'docx';
  if (noms.some((partie) => partie.startsWith('ppt/'))) {
    throw inconnu('est un diaporama', nom, 'Copiez-en le tableau et collez-le, ou enregistrez-le en PDF.');
  }
  throw inconnu('est une archive ZIP, pas un document', nom, 'Sortez-en le document et donnez-le seul.');
}

function formatOpenDocument(archive: Archive, mimetype: string, nom: string | null): FormatDeFichier {
  const manifeste = new TextDecoder().decode(archive.lire('META-INF/manifest.xml') ?? undefined);
  if (manifeste.includes('encryption-data')) throw chiffre(nom);
  if (mimetype.includes('.spreadsheet')) return 'ods';
  if (mimetype.includes('.text')) {
    throw inconnu(
      'est un texte OpenDocument (.odt)',
      nom,
      'Enregistrez-le au format Word (.docx) ou PDF et recommencez.',
    );
  }
  throw inconnu('est un document OpenDocument sans tableau', nom, FORMATS_LUS);
}

function refusOle2(octets: Uint8Array, nom: string | null): LectureRefusee {
  // Names of the streams of the container are in UTF-16 ([MS-CFB] § 2.6.1); an encrypted .xlsx is in such a container.
  const contient = (flux: string) => trouver(octets, utf16(flux));
  if (contient('EncryptedPackage')) return chiffre(nom);
  const ancien = contient('WordDocument')
    ? ['Word', '.doc', '.docx']
    : contient('PowerPoint Document')
      ? null
      : ['Excel', '.xls', '.xlsx'];
  if (!ancien)
    return inconnu('est un ancien diaporama', nom, 'Copiez-en le tableau et collez-le, ou enregistrez-le en PDF.');
  const [logiciel, avant, apres] = ancien;
  return new LectureRefusee(
    'tableur.ancien_format',
    `${sujet(nom)} est dans l’ancien format ${logiciel} (${avant}). Ouvrez-le, choisissez « Enregistrer sous » au format ${apres} et recommencez.`,
  );
}

function formatDeTexte(texte: string, nom: string | null): FormatDeFichier {
  if (texte.trim() === '' || texte.trim() === '\ufeff') throw vide(nom);
  const debut = texte.slice(0, 4_096).trimStart().toLowerCase();
  if (debut.startsWith('<?xml') && debut.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    throw new LectureRefusee(
      'tableur.ancien_format',
      `${sujet(nom)} est un classeur au format XML de 2003. Ouvrez-le, choisissez « Enregistrer sous » au format .xlsx et recommencez.`,
    );
  }
  if (estHtml(texte, debut)) return 'html';
  const extension = /\.([a-z0-9]+)$/i.exec(nom ?? '')?.[1]?.toLowerCase();
  if (extension === 'csv') return 'csv';
  if (extension === 'md' || extension === 'markdown') return 'markdown';
  if (contientUnTableauMarkdown(texte)) return 'markdown';
  if (extension === 'tsv' || extension === 'txt' || nom === null) return 'texte';
  return devinerSeparateur(texte) ? 'csv' : 'texte';
}

/** A saved page, what Excel or Word put on the clipboard, or a table alone. A csv whose cells hold tags is not one. */
function estHtml(texte: string, debut: string): boolean {
  if (/^(<!doctype html|<html|<meta|<table|<body|<div|<style|<p[\s>]|<!--startfragment|version:\d)/.test(debut))
    return true;
  return debut.startsWith('<') && /<(table|tr|td|p|div|h[1-6]|ul|ol)[\s>]/i.test(texte.slice(0, 100_000));
}

function contientUnTableauMarkdown(texte: string): boolean {
  return texte
    .split('\n', 2_000)
    .some((ligne) => ligne.includes('|') && ligne.includes('--') && /^[\s|:-]{3,}$/.test(ligne));
}

function vide(nom: string | null): LectureRefusee {
  return new LectureRefusee('tableur.vide', `${sujet(nom)} est vide. Vérifiez que vous avez choisi le bon fichier.`);
}

function chiffre(nom: string | null): LectureRefusee {
  return new LectureRefusee(
    'tableur.chiffre',
    `${sujet(nom)} est protégé par un mot de passe. Retirez la protection dans votre logiciel, enregistrez et recommencez.`,
  );
}

function inconnu(constat: string, nom: string | null, conseil: string): LectureRefusee {
  return new LectureRefusee('tableur.format_inconnu', `${sujet(nom)} ${constat}. ${conseil}`);
}

function sujet(nom: string | null): string {
  return nom === null ? 'Ce qui a été collé' : `Le fichier « ${nom} »`;
}

function commencePar(octets: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((octet, rang) => octets[rang] === octet);
}

function trouver(octets: Uint8Array, motif: readonly number[]): boolean {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).includes(Buffer.from(motif));
}

function ascii(texte: string): number[] {
  return [...texte].map((signe) => signe.charCodeAt(0));
}

function utf16(texte: string): number[] {
  return [...texte].flatMap((signe) => [signe.charCodeAt(0), 0]);
}
