/** Non-breaking, thin and narrow spaces, tabs and line breaks: everything a keyboard or a spreadsheet calls a blank. */
const BLANCS = /[\s\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/gu;

/** Every run of blanks becomes one simple space; the ends are trimmed. */
export function reduireBlancs(texte: string): string {
  return texte.replace(BLANCS, ' ').trim();
}

/** Same text without accents nor ligatures, case kept: « Échéance » → « Echeance », « cœur » → « coeur ». */
export function sansAccents(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE');
}

/** The form two texts share when a reader would call them the same words: no accents, no capitals, simple spaces and apostrophes. */
export function cleDeTexte(texte: string): string {
  return reduireBlancs(
    sansAccents(texte)
      .toLowerCase()
      .replace(/[’‘ʼ`´]/g, "'")
      .replace(/[‐‑‒–—―]/g, '-'),
  );
}
