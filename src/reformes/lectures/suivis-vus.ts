import type { Acteur } from '#acces';
import { type Regard, situationsCompareesAu, situationsDePaniersAu } from '#indicateurs';
import type { Base } from '#socle/base';
import type { Reforme } from './reformes.ts';
import { lireSuivis, type Suivi } from './suivis.ts';
import { suivisAu } from './suivis-au.ts';

/**
 * These reforms in these territories, for each pair this actor reads, as seen from a day: today as they are kept, a past
 * day as they were then known. `mediane`: a past day has its gap to the median, for a reform or a few.
 */
export function suivisVus(
  base: Base,
  acteur: Acteur,
  { reformes, territoires }: { readonly reformes: readonly Reforme[]; readonly territoires: readonly string[] },
  { jour, passe }: Regard,
  { mediane = false } = {},
): Promise<readonly Suivi[]> {
  if (!passe) return lireSuivis(base, acteur, reformes, territoires);
  return suivisAu(base, acteur, reformes, territoires, jour, mediane ? situationsCompareesAu : situationsDePaniersAu);
}
