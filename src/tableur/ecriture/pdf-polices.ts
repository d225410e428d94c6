/**
 * Helvetica and its bold, which every reader of PDF has: nothing is embedded. Texts are written in Windows-1252, whose
 * empty places take what French figures need and it lacks.
 */
export type Police = 'ordinaire' | 'grasse';

/** Codes left empty by Windows-1252 → character, its name in the font, and what is drawn. */
const AJOUTS: readonly (readonly [code: number, caractere: string, glyphe: string])[] = [
  [0x7f, '\u2212', 'minus'],
  [0x81, '\u202f', 'space'],
  [0x8d, '\u2264', 'lessequal'],
  [0x8f, '\u2265', 'greaterequal'],
  [0x90, '\u2260', 'notequal'],
];

/** Characters of Windows-1252 from 0x80 to 0x9f; the others have the code Unicode gives them. */
const HAUTS = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const CODES_HAUTS = [
  0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96,
  0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
];

const CODES: ReadonlyMap<string, number> = new Map([
  ...[...HAUTS].map((caractere, rang) => [caractere, CODES_HAUTS[rang] ?? 0x3f] as const),
  ...AJOUTS.map(([code, caractere]) => [caractere, code] as const),
  ['\u2011', 0x2d],
  ['\u2009', 0x81],
  ['→', 0x9b],
]);

/** The codes of a text, one a character; what the font does not have is written without its accent, else « ? ». */
export function coder(texte: string): readonly number[] {
  return [...texte].map((caractere) => {
    const point = caractere.codePointAt(0) ?? 0x3f;
    const code =
      CODES.get(caractere) ?? ((point >= 0x20 && point < 0x7f) || (point >= 0xa0 && point < 0x100) ? point : null);
    if (code !== null) return code;
    const nu = caractere.normalize('NFKD').codePointAt(0) ?? 0x3f;
    return nu >= 0x20 && nu < 0x7f ? nu : 0x3f;
  });
}

/** Width of a text in points, in a body of this size. */
export function largeurDe(texte: string, police: Police, corps: number): number {
  const largeurs = LARGEURS[police];
  return (coder(texte).reduce((somme, code) => somme + (largeurs[code - 0x20] ?? 0), 0) * corps) / 1000;
}

export function objetsDePolice(police: Police, unicode: string): string {
  const differences = AJOUTS.map(([code, , glyphe]) => `${code} /${glyphe}`).join(' ');
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${police === 'grasse' ? 'Helvetica-Bold' : 'Helvetica'} /FirstChar 32 /LastChar 255 /Widths [${LARGEURS[police].join(' ')}] /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [${differences}] >> /ToUnicode ${unicode} >>`;
}

/** What each code means, so that a text copied or read aloud is the text written. */
export function tableUnicode(): string {
  const lignes = [
    ...Array.from({ length: 0x7f - 0x20 }, (_, rang) => [rang + 0x20, rang + 0x20] as const),
    ...Array.from({ length: 0x60 }, (_, rang) => [rang + 0xa0, rang + 0xa0] as const),
    ...[...HAUTS].map((caractere, rang) => [CODES_HAUTS[rang] ?? 0, caractere.codePointAt(0) ?? 0] as const),
    ...AJOUTS.map(([code, caractere]) => [code, caractere.codePointAt(0) ?? 0] as const),
  ].map(([code, point]) => `<${hexa(code, 2)}> <${hexa(point, 4)}>`);
  const paquets = Array.from({ length: Math.ceil(lignes.length / 100) }, (_, rang) =>
    lignes.slice(rang * 100, rang * 100 + 100),
  );
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Jalon def /CMapType 2 def',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    ...paquets.map((paquet) => `${paquet.length} beginbfchar\n${paquet.join('\n')}\nendbfchar`),
    'endcmap end end',
  ].join('\n');
}

export function hexa(nombre: number, chiffres: number): string {
  return nombre.toString(16).padStart(chiffres, '0');
}

/** Adobe's metrics of the two fonts, code 32 to 255, in thousandths of the body. */
const LARGEURS: Readonly<Record<Police, readonly number[]>> = {
  ordinaire: lire(
    '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 584 556 278 222 556 333 1000 556 556 333 1000 667 333 1000 549 611 549 549 222 222 333 333 350 556 1000 333 1000 500 333 944 350 500 667 278 333 556 556 556 556 260 556 333 737 370 556 584 333 737 333 400 584 333 333 333 556 537 278 333 333 365 556 834 834 834 611 667 667 667 667 667 667 1000 722 667 667 667 667 278 278 278 278 722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611 556 556 556 556 556 556 889 500 556 556 556 556 278 278 278 278 556 556 556 556 556 556 556 584 611 556 556 556 556 500 556 500',
  ),
  grasse: lire(
    '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584 584 556 278 278 556 500 1000 556 556 333 1000 667 333 1000 549 611 549 549 278 278 500 500 350 556 1000 333 1000 556 333 944 350 500 667 278 333 556 556 556 556 280 556 333 737 370 556 584 333 737 333 400 584 333 333 333 611 556 278 333 333 365 556 834 834 834 611 722 722 722 722 722 722 1000 722 667 667 667 667 278 278 278 278 722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611 556 556 556 556 556 556 889 556 556 556 556 556 278 278 278 278 611 611 611 611 611 611 611 584 611 611 611 611 611 556 611 556',
  ),
};

function lire(texte: string): readonly number[] {
  return texte.split(' ').map(Number);
}
