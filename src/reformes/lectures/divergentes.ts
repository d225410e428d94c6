import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { presenterSuivi } from '../presentation.ts';
import { reformesLisibles } from './reformes.ts';
import { lireSuivis } from './suivis.ts';

/** Of these reforms, those whose declared météo and indicators say the contrary in this territory, for this reader. */
export async function reformesDivergentes(
  base: Base,
  acteur: Acteur,
  ids: readonly string[],
  territoire: string,
  au: Jour,
): Promise<readonly { readonly id: string; readonly nom: string; readonly divergence: string }[]> {
  const reformes = (await reformesLisibles(base, acteur, territoire)).filter(({ id }) => ids.includes(id));
  const suivis = await lireSuivis(base, acteur, reformes, [territoire]);
  return suivis.flatMap((suivi) => {
    const { reforme: id, nom, meteo } = presenterSuivi(suivi, au);
    return meteo?.divergence ? [{ id, nom, divergence: meteo.divergence }] : [];
  });
}
