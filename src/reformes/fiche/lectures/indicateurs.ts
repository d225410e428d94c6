import {
  type Explication,
  expliquerReforme,
  type IndicateurDansUnTerritoire,
  lireSuivisConnus,
  lireSuivisGardes,
  type PartDeReforme,
  type PartNommee,
  partsDuPanier,
  type Regard,
  tauxDeReforme,
} from '#indicateurs';
import type { Base } from '#socle/base';
import { entier, lireDecimal } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import type { Reforme } from '../../lectures/reformes.ts';

/** An indicator of a reform in a territory: its weight there, and all that is known of it. */
export type IndicateurDeLaReforme = IndicateurDansUnTerritoire & { readonly part: PartNommee };

export type IndicateursDeLaReforme = {
  readonly indicateurs: readonly IndicateurDeLaReforme[];
  /** Where the rate of the reform comes from here; null when it has no indicator at that maille. */
  readonly taux: Explication | null;
};

/** The indicators of a reform in a territory, in the order of its basket. */
export async function indicateursDeLaReforme(
  base: Base,
  reforme: Reforme,
  territoire: string,
  { jour, passe }: Regard,
): Promise<IndicateursDeLaReforme> {
  const maille = TERRITOIRES.find(({ code }) => code === territoire)?.maille;
  const parts = (await partsDuPanier(base, reforme.panier)).filter(
    (part) => part.maille === maille && part.etat === 'actif',
  );
  const numeros = parts.map(({ indicateur }) => indicateur);
  const lus = await (passe ? lireSuivisConnus : lireSuivisGardes)(base, numeros, territoire, jour);
  const indicateurs = parts.flatMap((part) => {
    const lu = lus.get(part.indicateur);
    return lu === undefined ? [] : [{ ...lu, part }];
  });
  return { indicateurs, taux: indicateurs.length === 0 ? null : expliquer(indicateurs) };
}

function expliquer(indicateurs: readonly IndicateurDeLaReforme[]): Explication {
  const noms = new Map(indicateurs.map(({ part }) => [String(part.indicateur), part.nom]));
  const parts = indicateurs.map(
    ({ part, suivi }): PartDeReforme => ({
      indicateur: String(part.indicateur),
      poids: lireDecimal(part.poids) ?? entier(0),
      applicable: suivi !== null,
      taux: suivi?.global.taux ?? null,
    }),
  );
  return expliquerReforme(parts, tauxDeReforme(parts), (numero) => noms.get(numero) ?? numero);
}
