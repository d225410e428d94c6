import { cleDeTexte } from '#socle/valeurs';

/** The three-letter pieces of a text, accents and capitals aside: what two wordings of one action share. */
export function trigrammes(texte: string): ReadonlySet<string> {
  const lettres = `  ${cleDeTexte(texte)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const morceaux = new Set<string>();
  for (let rang = 0; rang + 3 <= lettres.length; rang++) morceaux.add(lettres.slice(rang, rang + 3));
  return morceaux;
}

/** Dice coefficient of two sets: 1 when they are the same, 0 when they share nothing. */
export function ressemblance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let communs = 0;
  for (const morceau of a) if (b.has(morceau)) communs++;
  return (2 * communs) / (a.size + b.size);
}
