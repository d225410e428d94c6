import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { lirePolice, type PoliceTrueType } from './police-truetype.ts';

/**
 * Liberation Sans and its bold (SIL Open Font License 1.1), that the reader of PDF files already brings. Each document
 * carries the glyphs it uses, so that it looks the same everywhere.
 */
export type Police = 'ordinaire' | 'grasse';

const FICHIERS: Readonly<Record<Police, string>> = {
  ordinaire: 'LiberationSans-Regular.ttf',
  grasse: 'LiberationSans-Bold.ttf',
};

const NOMS: Readonly<Record<Police, string>> = {
  ordinaire: 'JALONA+LiberationSans',
  grasse: 'JALONB+LiberationSans-Bold',
};

const lues = new Map<Police, PoliceTrueType>();

function lire(nom: Police): PoliceTrueType {
  const connue = lues.get(nom);
  if (connue !== undefined) return connue;
  const dossier = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const police = lirePolice(readFileSync(join(dossier, 'standard_fonts', FICHIERS[nom])));
  lues.set(nom, police);
  return police;
}

/** What is drawn in place of what the font does not have. */
const A_DEFAUT: Readonly<Record<string, string>> = { '\u202f': '\u00a0', '\u2009': ' ', '\u2011': '-', '→': '›' };

/** The glyph of each character; what the font does not have is written without its accent, else « ? ». */
export function coder(texte: string, nom: Police): readonly { readonly glyphe: number; readonly caractere: string }[] {
  const police = lire(nom);
  const de = (caractere: string) => police.glypheDe(caractere.codePointAt(0) ?? 0);
  return [...texte].map((caractere) => {
    const nu = A_DEFAUT[caractere] ?? [...caractere.normalize('NFKD')][0] ?? '?';
    return { glyphe: de(caractere) ?? de(nu) ?? de('?') ?? 0, caractere };
  });
}

/** Width of a text in points, in a body of this size. */
export function largeurDe(texte: string, nom: Police, corps: number): number {
  const police = lire(nom);
  return (coder(texte, nom).reduce((somme, { glyphe }) => somme + police.largeurDe(glyphe), 0) * corps) / 1000;
}

/** The objects of a font, around the program and the table that the document keeps apart. */
export function objetsDePolice(nom: Police, glyphes: ReadonlyMap<number, string>) {
  const police = lire(nom);
  const largeurs = [...glyphes.keys()].map((glyphe) => `${glyphe} [${police.largeurDe(glyphe)}]`).join(' ');
  return {
    programme: police.reduire(new Set(glyphes.keys())),
    unicode: tableUnicode(glyphes),
    descripteur: (fichier: string) =>
      `<< /Type /FontDescriptor /FontName /${NOMS[nom]} /Flags 32 /FontBBox [${police.boite.join(' ')}] /ItalicAngle 0 /Ascent ${police.montant} /Descent ${police.descendant} /CapHeight 729 /StemV ${nom === 'grasse' ? 140 : 84} /FontFile2 ${fichier} >>`,
    descendante: (descripteur: string) =>
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${NOMS[nom]} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descripteur} /W [${largeurs}] /CIDToGIDMap /Identity >>`,
    police: (descendante: string, unicode: string) =>
      `<< /Type /Font /Subtype /Type0 /BaseFont /${NOMS[nom]} /Encoding /Identity-H /DescendantFonts [${descendante}] /ToUnicode ${unicode} >>`,
  };
}

/** What each glyph means, so that a text copied or read aloud is the text written. */
function tableUnicode(glyphes: ReadonlyMap<number, string>): string {
  const lignes = [...glyphes].map(([glyphe, caractere]) => `<${hexa(glyphe, 4)}> <${enUtf16(caractere)}>`);
  const paquets = Array.from({ length: Math.ceil(lignes.length / 100) }, (_, rang) =>
    lignes.slice(rang * 100, rang * 100 + 100),
  );
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Jalon def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...paquets.map((paquet) => `${paquet.length} beginbfchar\n${paquet.join('\n')}\nendbfchar`),
    'endcmap end end',
  ].join('\n');
}

export function enUtf16(texte: string): string {
  return Array.from({ length: texte.length }, (_, rang) => hexa(texte.charCodeAt(rang), 4)).join('');
}

export function hexa(nombre: number, chiffres: number): string {
  return nombre.toString(16).padStart(chiffres, '0');
}
