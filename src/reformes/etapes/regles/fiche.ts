import type { SuiviPresente } from '../../presentation.ts';
import { accentDe } from '../../territoires/regles/difficultes.ts';

/** What a portrait page holds. */
const LIGNES_AU_PLUS = 16;

/**
 * The reforms a one-page sheet lists: all of them when they fit, else those with something that asks for attention, the
 * furthest behind first. `restantes` are counted, never passed over in silence.
 */
export function lignesDeLaFiche<L extends SuiviPresente>(
  suivis: readonly L[],
): { readonly lignes: readonly L[]; readonly restantes: number } {
  const triees = [...suivis].sort((a, b) => rangDe(a) - rangDe(b) || retard(a) - retard(b) || (a.nom < b.nom ? -1 : 1));
  const lignes = triees.slice(0, LIGNES_AU_PLUS);
  return { lignes, restantes: suivis.length - lignes.length };
}

function rangDe(suivi: SuiviPresente): number {
  if (suivi.position === 'recul') return 0;
  if (suivi.position === 'en_retrait') return 1;
  return accentDe(suivi) === null ? 3 : 2;
}

function retard({ ecart, brut }: SuiviPresente): number {
  return Number(ecart.valeur ?? brut ?? 0);
}

/** What the sheet of a past day does not hold. */
export const SANS_MEDIANE = 'L’écart à la médiane n’est pas recalculé à une date passée.';
