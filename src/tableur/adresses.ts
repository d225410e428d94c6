/** « D4 »: the name of a cell, column from 0. */
export function adresse(ligne: number, colonne: number): string {
  return `${lettres(colonne)}${ligne}`;
}

export function lettres(colonne: number): string {
  const avant = Math.floor(colonne / 26);
  return `${avant > 0 ? lettres(avant - 1) : ''}${String.fromCharCode(65 + (colonne % 26))}`;
}
