import { setImmediate } from 'node:timers/promises';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { situerTerritoire, territoiresLusPour } from '../calcul/calculer.ts';
import { sansLesAutres } from '../calcul/comparer.ts';
import { lireParametres } from '../calcul/lire-parametres.ts';
import { lireLesPointsConnus, type PorteeDePoints } from '../calcul/lire-points.ts';
import type { LigneDeSituation, Parametres } from '../calcul/modele.ts';
import { territoiresSuivis } from '../calcul/portee.ts';
import { calculerPanierDans } from './calculer.ts';
import type { LigneDePanier } from './modele.ts';
import { lireParts } from './recalculer.ts';

/** Bounds what is held in memory at once: an aggregate reads its hundred départements. */
const INDICATEURS_PAR_LOT = 40;

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
        (indicateur, territoire) => situations.get(`${indicateur} ${territoire}`) ?? null,
        jour,
      );
      return [panier, new Map(lignes.map((ligne) => [ligne.territoire, ligne]))];
    }),
  );
}

async function situationsDIndicateursAu(
  base: Base,
  numeros: readonly number[],
  territoires: readonly string[],
  jour: Jour,
): Promise<ReadonlyMap<string, LigneDeSituation>> {
  const parametres = [...(await lireParametres(base, numeros)).values()];
  const situations = new Map<string, LigneDeSituation>();
  for (let debut = 0; debut < parametres.length; debut += INDICATEURS_PAR_LOT) {
    const lot = parametres.slice(debut, debut + INDICATEURS_PAR_LOT).map((indicateur) => ({
      indicateur,
      codes: territoiresSuivis(indicateur)
        .map(({ code }) => code)
        .filter((code) => territoires.includes(code)),
    }));
    const portees = lot.flatMap(({ indicateur, codes }) => porteesPour(indicateur, codes));
    const lire = await lireLesPointsConnus(base, portees, jour);
    for (const { indicateur, codes } of lot) {
      for (const code of codes) {
        const { ligne } = situerTerritoire(indicateur, lire, code, jour);
        situations.set(`${indicateur.numero} ${code}`, sansLesAutres(indicateur, ligne, jour));
      }
      // A long computation lets the requests of others through.
      await setImmediate();
    }
  }
  return situations;
}

function porteesPour(parametres: Parametres, codes: readonly string[]): readonly PorteeDePoints[] {
  const territoires = territoiresLusPour(parametres, codes);
  return [parametres.numero, parametres.numerateur, parametres.denominateur].flatMap((indicateur) =>
    indicateur === null ? [] : [{ indicateur, territoires }],
  );
}
