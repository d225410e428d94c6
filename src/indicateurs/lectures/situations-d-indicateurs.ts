import { setImmediate } from 'node:timers/promises';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { situerTerritoire, territoiresLusPour } from '../calcul/calculer.ts';
import { sansLesAutres } from '../calcul/comparer.ts';
import { lireParametres } from '../calcul/lire-parametres.ts';
import { lireLesPointsConnus, type PorteeDePoints } from '../calcul/lire-points.ts';
import type { LigneDeSituation, Parametres } from '../calcul/modele.ts';
import { territoiresSuivis } from '../calcul/portee.ts';

/** Bounds what is held in memory at once: an aggregate reads its hundred départements. */
const INDICATEURS_PAR_LOT = 40;

/**
 * Where these indicators stood in these territories on a past day, with what was known at its end and the rules of today, by
 * number then territory. The rest of the maille is not computed: no median, and no alert that depends on it.
 */
export async function situationsDIndicateursAu(
  base: Base,
  numeros: readonly number[],
  territoires: readonly string[],
  jour: Jour,
): Promise<ReadonlyMap<number, ReadonlyMap<string, LigneDeSituation>>> {
  const parametres = [...(await lireParametres(base, numeros)).values()];
  const situations = new Map<number, ReadonlyMap<string, LigneDeSituation>>();
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
      const lignes = codes.map((code) => situerTerritoire(indicateur, lire, code, jour).ligne);
      situations.set(
        indicateur.numero,
        new Map(lignes.map((ligne) => [ligne.territoire, sansLesAutres(indicateur, ligne, jour)])),
      );
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
