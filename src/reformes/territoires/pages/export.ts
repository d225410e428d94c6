import type { LoaderFunctionArgs } from 'react-router';
import { feuilleDeReformes } from '../regles/exports.ts';
import { donneesDuTableau, titreDeFichier } from './donnees-du-tableau.ts';
import { ecrireFichier } from './ecrire-fichier.ts';

/** The reforms the page shows with the same address, as a file. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { charge, pourLaPage } = await donneesDuTableau(arguments_);
  const feuille = feuilleDeReformes(titreDeFichier(pourLaPage), pourLaPage.suivis, charge.regard);
  return ecrireFichier(arguments_.request.url, charge, feuille);
}
