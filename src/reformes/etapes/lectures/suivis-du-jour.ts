import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { toutesLesReformes } from '../../lectures/reformes.ts';
import { suivisVus } from '../../lectures/suivis-vus.ts';
import { presenterSuivi, type SuiviPresente } from '../../presentation.ts';

/**
 * The reforms in force this actor reads in a territory, as presented on a day: today as they are kept, a past day as they
 * were then known. By name.
 */
export async function suivisDuJour(
  base: Base,
  acteur: Acteur,
  territoire: string,
  { jour, aujourdhui }: { readonly jour: Jour; readonly aujourdhui: Jour },
): Promise<readonly SuiviPresente[]> {
  const actives = (await toutesLesReformes(base)).filter(({ etat }) => etat === 'active');
  const regard = { jour, passe: jour < aujourdhui };
  const suivis = await suivisVus(base, acteur, { reformes: actives, territoires: [territoire] }, regard);
  return suivis
    .filter(({ situation, meteo }) => situation !== null || meteo !== null)
    .map((suivi) => presenterSuivi(suivi, jour));
}
