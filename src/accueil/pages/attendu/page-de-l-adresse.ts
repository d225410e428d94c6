/** The page number an address asks for, from 1. */
export function lirePage(parametres: URLSearchParams, nom: string): number {
  return Math.min(Math.max(Math.trunc(Number(parametres.get(nom)) || 1), 1), 10_000);
}
