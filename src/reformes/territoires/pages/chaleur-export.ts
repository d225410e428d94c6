import type { LoaderFunctionArgs } from 'react-router';
import { feuilleDeChaleur } from '../regles/chaleur.ts';
import { donneesDeChaleur } from './donnees-de-chaleur.ts';
import { ecrireFichier } from './ecrire-fichier.ts';

/** The heat table of the same address, as a file. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { charge, pourLaPage } = await donneesDeChaleur(arguments_);
  const feuille = feuilleDeChaleur(pourLaPage.titre, pourLaPage.territoires, pourLaPage.lignes, pourLaPage.au);
  return ecrireFichier(arguments_.request.url, charge, feuille);
}
