/** The fewest answers a published figure stands for, when a remontée is anonymous. */
export const ANONYMES_AU_MOINS = 5;

/**
 * The part of those who were asked that may be kept beside an anonymous answer; null where fewer than five were asked: the
 * only préfecture of its région would have signed.
 */
export function partGardee(partsInterrogees: readonly string[], part: string): string | null {
  return partsInterrogees.filter((une) => une === part).length >= ANONYMES_AU_MOINS ? part : null;
}

/** A part of those who answered: how many are in it. */
export type Coupe = { readonly cle: string; readonly n: number };

/**
 * The cuts that may be published beside the whole: none of fewer than five answers, and none that would let one be found
 * by subtraction. What is kept back always holds five answers or more, of two cuts at least: the whole less all that is
 * published then tells nothing of a small one.
 */
export function coupesPubliables(coupes: readonly Coupe[]): ReadonlySet<string> {
  const total = coupes.reduce((somme, { n }) => somme + n, 0);
  if (total < ANONYMES_AU_MOINS) return new Set();
  const assez = coupes
    .filter(({ n }) => n >= ANONYMES_AU_MOINS)
    .toSorted((a, b) => a.n - b.n || (a.cle < b.cle ? -1 : 1));
  let retenus = total - assez.reduce((somme, { n }) => somme + n, 0);
  let premiere = 0;
  while (retenus > 0 && retenus < ANONYMES_AU_MOINS && premiere < assez.length) {
    retenus += assez[premiere]?.n ?? 0;
    premiere += 1;
  }
  return new Set(assez.slice(premiere).map(({ cle }) => cle));
}
