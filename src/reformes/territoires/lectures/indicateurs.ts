import type { Acteur } from '#acces';
import { type IndicateurSitue, type Regard, situationsDuTerritoire } from '#indicateurs';
import type { Base } from '#socle/base';
import { porteeDIndicateurs, porteeSur } from '../../lectures/portee.ts';

/** The indicators whose values this person reads in a territory, through a reform or because they answer for them. */
export async function indicateursDuTerritoire(
  base: Base,
  acteur: Acteur,
  territoire: string,
  regard: Regard,
): Promise<readonly IndicateurSitue[]> {
  const [portee, tous] = await Promise.all([
    porteeDIndicateurs(base, acteur),
    situationsDuTerritoire(base, territoire, regard),
  ]);
  return tous.filter(({ vu }) => {
    const lus = porteeSur(acteur, vu, portee);
    return lus === 'tous' || lus.has(territoire);
  });
}
