import type { Axe } from '../lectures/plan.ts';

/** The axes as a flat list in reading order, each level marked by a dash. */
export function axesEnOptions(
  axes: readonly Axe[],
  parent: string | null = null,
  niveau = 0,
): { id: string; texte: string; niveau: number }[] {
  return axes
    .filter((axe) => axe.parent === parent)
    .flatMap((axe) => [
      { id: axe.id, texte: `${'– '.repeat(niveau)}${axe.code ? `${axe.code} ` : ''}${axe.intitule}`, niveau },
      ...axesEnOptions(axes, axe.id, niveau + 1),
    ]);
}
