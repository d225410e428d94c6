import type { Marque, Situation } from './situation.ts';

/** What makes an open action expected of someone now: past its term, near it, or without news. */
export const MARQUES_ATTENDUES = ['en_retard', 'proche', 'silencieuse'] as const satisfies readonly Marque[];
export type MarqueAttendue = (typeof MARQUES_ATTENDUES)[number];

export function lireMarqueAttendue(texte: string | null): MarqueAttendue | null {
  return MARQUES_ATTENDUES.find((marque) => marque === texte) ?? null;
}

type Attendue = { readonly id: string; readonly rang: number; readonly situation: Situation };

/**
 * Order of a list of what is expected: the latest first, then the nearest term, then the longest silence, then the others
 * as their plan has them. Total: two readings of the same list have the same pages.
 */
export function comparerAttentes(a: Attendue, b: Attendue): number {
  return (
    b.situation.retard - a.situation.retard ||
    parTerme(a.situation.proche, b.situation.proche) ||
    (b.situation.silence ?? 0) - (a.situation.silence ?? 0) ||
    a.rang - b.rang ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

function parTerme(a: number | null, b: number | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return a - b;
}
