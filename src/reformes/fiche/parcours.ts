import { avancement, tauxDeReforme } from '#indicateurs';
import { ecrireDecimal, entier, type Jour, lireDecimal } from '#socle/valeurs';
import type { IndicateurDeLaReforme } from './lectures/indicateurs.ts';

/** Five years of a measure a month. */
const JOURS_AU_PLUS = 60;

/**
 * The rate of a reform in a territory on each day one of its indicators was measured, with what is known today: what is
 * drawn beside the météos. Days on which one had no rate are left out, as everywhere.
 */
export function parcoursDuTaux(
  indicateurs: readonly IndicateurDeLaReforme[],
  au: Jour,
): readonly { readonly jour: Jour; readonly valeur: string }[] {
  const comptent = indicateurs.flatMap(({ suivi, part }) =>
    suivi === null || part.poids === '0' ? [] : [{ part, suivi: suivi.suivi }],
  );
  const jours = [...new Set(comptent.flatMap(({ suivi }) => suivi.valeurs.map(({ date }) => date)))]
    .filter((jour) => jour <= au)
    .sort()
    .slice(-JOURS_AU_PLUS);
  return jours.flatMap((jour) => {
    const { taux } = tauxDeReforme(
      comptent.map(({ part, suivi }) => ({
        indicateur: String(part.indicateur),
        poids: lireDecimal(part.poids) ?? entier(0),
        applicable: true,
        taux: avancement(suivi, jour).global.taux,
      })),
    );
    return taux === null ? [] : [{ jour, valeur: ecrireDecimal(taux, 2) }];
  });
}
