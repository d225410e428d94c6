/**
 * A text cell of a csv which starts like a formula is run by the spreadsheet that opens it (OWASP, CSV injection).
 * We put an apostrophe before it, as a person would. So that reading gives the text back, a text which already starts
 * with apostrophes before such a sign takes one more: one added on writing, one removed on reading, nothing lost.
 */
export function avecApostropheDeGarde(texte: string): string {
  return /^'*[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte;
}

export function sansApostropheDeGarde(texte: string): string {
  return /^'+[=+\-@\t\r]/.test(texte) ? texte.slice(1) : texte;
}
