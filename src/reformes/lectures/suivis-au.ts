import type { Acteur } from '#acces';
import { situationsDePaniersAu } from '#indicateurs';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { Reforme } from './reformes.ts';
import { lireDernieresMeteos, pairesLisibles, type Suivi } from './suivis.ts';

/**
 * The same as `lireSuivis`, as it was known at the end of a past day: the figures are computed from the facts of that day
 * with the rules of today, and the météos are those declared by then. The rest of the maille is not computed again: a
 * past situation has no gap to the median, and pages say so, unless `situer` is `situationsCompareesAu`. `territoires`: a
 * few; for a whole, its départements are read.
 */
export async function suivisAu(
  base: Base,
  acteur: Acteur,
  reformes: readonly Reforme[],
  territoires: readonly string[],
  jour: Jour,
  situer = situationsDePaniersAu,
): Promise<readonly Suivi[]> {
  const { paires, lues, codes } = pairesLisibles(acteur, reformes, territoires);
  if (paires.length === 0) return [];
  const [situations, meteos] = await Promise.all([
    situer(
      base,
      lues.map(({ panier }) => panier),
      codes,
      jour,
    ),
    lireDernieresMeteos(
      base,
      lues.map(({ id }) => id),
      codes,
      jour,
    ),
  ]);
  return paires.map(({ reforme, territoire }) => ({
    reforme,
    territoire,
    situation: situations.get(reforme.panier)?.get(territoire) ?? null,
    meteo: meteos.get(`${reforme.id} ${territoire}`) ?? null,
  }));
}
