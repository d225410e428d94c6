import type { LoaderFunctionArgs } from 'react-router';
import type { Maille } from '#territoires';
import { chargerReforme } from '../charger-reforme.ts';
import { FILTRES, retient, TRIS, territoiresDeLaReforme, trier } from '../lectures/territoires.ts';

const ORDRE: readonly Maille[] = ['departemental', 'regional', 'national'];

/** The territories the address asks for: those of a maille, filtered and sorted; the same for the page and its files. */
export async function donneesDesTerritoires(arguments_: LoaderFunctionArgs) {
  const chargee = await chargerReforme(arguments_);
  const { acteur, services, reforme, parametres, regard, lisibles } = chargee;
  const mailles = ORDRE.filter((maille) => reforme.mailles.includes(maille));
  const maille = mailles.find((une) => une === parametres.get('maille')) ?? mailles[0] ?? 'national';
  const filtre = FILTRES.find((un) => un === parametres.get('filtre')) ?? null;
  const tri = TRIS.find((un) => un === parametres.get('tri')) ?? 'lieu';
  const toutes = await territoiresDeLaReforme(services.base, acteur, reforme, { maille, lisibles }, regard);
  return {
    ...chargee,
    mailles,
    maille,
    filtre,
    tri,
    toutes,
    lignes: trier(
      toutes.filter((ligne) => retient(filtre, ligne)),
      tri,
    ),
  };
}
