import type { SituationPresentee } from '#indicateurs';
import { comparerDecimaux, lireDecimal } from '#socle/valeurs';

export type TriDeSituations = 'nom' | 'taux' | 'valeur' | 'jour';

export type Ordre = { readonly tri: TriDeSituations; readonly decroissant: boolean };

const TRIS: readonly TriDeSituations[] = ['nom', 'taux', 'valeur', 'jour'];

export function ordreDeLAdresse(parametres: URLSearchParams): Ordre {
  return {
    tri: TRIS.find((tri) => tri === parametres.get('tri')) ?? 'nom',
    decroissant: parametres.get('sens') === 'decroissant',
  };
}

/** In this order; what has no value stays last, whichever way. */
export function trier<L>(
  lignes: readonly L[],
  { tri, decroissant }: Ordre,
  situationDe: (ligne: L) => SituationPresentee,
): readonly L[] {
  const signe = decroissant ? -1 : 1;
  if (tri === 'nom') return decroissant ? lignes.toReversed() : lignes;
  const cle = (situation: SituationPresentee) => (tri === 'jour' ? situation.jour : situation[tri].valeur);
  return lignes.toSorted((a, b) => {
    const [x, y] = [cle(situationDe(a)), cle(situationDe(b))];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return signe * (tri === 'jour' ? (x < y ? -1 : x > y ? 1 : 0) : comparer(x, y));
  });
}

function comparer(a: string, b: string): number {
  const [x, y] = [lireDecimal(a), lireDecimal(b)];
  return x === null || y === null ? 0 : comparerDecimaux(x, y);
}
