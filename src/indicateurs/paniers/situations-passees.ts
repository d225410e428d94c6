import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { situationsDIndicateursAu } from '../lectures/situations-d-indicateurs.ts';
import { calculerPanierDans } from './calculer.ts';
import type { LigneDePanier } from './modele.ts';
import { lireParts } from './recalculer.ts';

/**
 * Where these baskets stood in these territories on a past day, with what was known at its end and the rules of today. By
 * basket, then territory. The rest of the maille is not computed: no median, and no alert that depends on it.
 */
export async function situationsDePaniersAu(
  base: Base,
  paniers: readonly number[],
  territoires: readonly string[],
  jour: Jour,
): Promise<ReadonlyMap<number, ReadonlyMap<string, LigneDePanier>>> {
  const parts = await lireParts(base, paniers);
  const indicateurs = [...new Set([...parts.values()].flat().map(({ indicateur }) => indicateur))];
  const situations = await situationsDIndicateursAu(base, indicateurs, territoires, jour);
  return new Map(
    paniers.map((panier) => {
      const lignes = calculerPanierDans(
        parts.get(panier) ?? [],
        territoires,
        (indicateur, territoire) => situations.get(indicateur)?.get(territoire) ?? null,
        jour,
      );
      return [panier, new Map(lignes.map((ligne) => [ligne.territoire, ligne]))];
    }),
  );
}
