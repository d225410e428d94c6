const MOTS_AU_PLUS = 12;

/** The words of a sentence as a search that any of them satisfies: « agents or carte ». Short words say nothing. */
export function motsAChercher(phrase: string): string {
  const mots = phrase.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return [...new Set(mots)].slice(0, MOTS_AU_PLUS).join(' or ');
}
