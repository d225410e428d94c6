import type { Acteur } from '#acces';
import type { Regard } from '#indicateurs';
import type { Base } from '#socle/base';
import { TERRITOIRES, type Territoire } from '#territoires';
import { estSuivie, type Reforme } from '../../lectures/reformes.ts';
import { suivisVus } from '../../lectures/suivis-vus.ts';
import { peutLireReforme } from '../../politique.ts';
import { presenterSuivi, type SuiviPresente } from '../../presentation.ts';

/** The territories just below this one: the régions of France, the départements of a région. */
export function enfantsDe({ code }: Pick<Territoire, 'code'>): readonly Territoire[] {
  return TERRITOIRES.filter(({ parent }) => parent === code);
}

/** The départements of France, or of a région: what a map shows. */
export function departementsDe({ code, maille }: Pick<Territoire, 'code' | 'maille'>): readonly Territoire[] {
  return TERRITOIRES.filter(
    (territoire) => territoire.maille === 'departemental' && (maille === 'national' || territoire.parent === code),
  );
}

/**
 * Reforms × territories, each pair this person reads; those followed at none of these territories are left out. Two
 * queries for today.
 */
export async function lireCroisement(
  base: Base,
  acteur: Acteur,
  { reformes, territoires }: { readonly reformes: readonly Reforme[]; readonly territoires: readonly Territoire[] },
  regard: Regard,
): Promise<{ readonly reformes: readonly Reforme[]; readonly suivis: readonly SuiviPresente[] }> {
  const suivies = reformes.filter((reforme) =>
    territoires.some(
      (territoire) => estSuivie(reforme, territoire.maille) && peutLireReforme(acteur, reforme, territoire.code).permis,
    ),
  );
  const codes = territoires.map(({ code }) => code);
  const suivis = await suivisVus(base, acteur, { reformes: suivies, territoires: codes }, regard);
  return { reformes: suivies, suivis: suivis.map((suivi) => presenterSuivi(suivi, regard.jour)) };
}
