import type { Tete } from './chaine.ts';

/** The head of the journal as it was written outside at some instant. */
export type Ancre = Tete & { /** ISO 8601. */ readonly instant: string };

const FORME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)\s+(\d{1,15})\s+([0-9a-f]{64})$/;

/** One line of the anchors' file, or of the mail: instant, sequence, hash. */
export function ecrireAncre({ instant, sequence, empreinte }: Ancre): string {
  return `${instant} ${sequence} ${empreinte}`;
}

/** The anchors of a file, and the numbers of the lines that are not anchors. Blank lines and `#` comments are left out. */
export function lireAncres(texte: string): { ancres: Ancre[]; illisibles: number[] } {
  const ancres: Ancre[] = [];
  const illisibles: number[] = [];
  for (const [rang, brute] of texte.split('\n').entries()) {
    const ligne = brute.trim();
    if (ligne === '' || ligne.startsWith('#')) continue;
    const [, instant, sequence, empreinte] = FORME.exec(ligne) ?? [];
    if (instant && sequence && empreinte) ancres.push({ instant, sequence: Number(sequence), empreinte });
    else illisibles.push(rang + 1);
  }
  return { ancres, illisibles };
}
