import type { LoaderFunctionArgs } from 'react-router';
import { feuilleDIndicateurs } from '../regles/feuille-d-indicateurs.ts';
import { donneesDesIndicateurs } from './donnees-des-indicateurs.ts';
import { ecrireFichier } from './ecrire-fichier.ts';

/** The indicators the page lists with the same address, with the same figures. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { charge, pourLaPage } = await donneesDesIndicateurs(arguments_);
  const { titre, indicateurs, au } = pourLaPage;
  return ecrireFichier(arguments_.request.url, charge, feuilleDIndicateurs(titre, indicateurs, au));
}
