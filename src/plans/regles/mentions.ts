/**
 * Names preceded by an @ in a note: « @DNUM », « @SGC-D », « @DMATES/SDAT ». An e-mail address mentions nobody. Each name
 * once, in the order of the text.
 */
export function mentionsDuTexte(texte: string): string[] {
  const noms = [...texte.matchAll(MENTION)].map(([, nom = '']) => nom.replace(/[-/]+$/, ''));
  return [...new Set(noms)].slice(0, MENTIONS_AU_PLUS);
}

const MENTION = /(?<![\p{L}\p{N}._-])@(\p{L}[\p{L}\p{N}/-]{1,40})/gu;
const MENTIONS_AU_PLUS = 20;
