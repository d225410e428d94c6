import type { LoaderFunctionArgs } from 'react-router';
import { formaterJour } from '#interface';
import { ecrireFichier } from '../../territoires/pages/ecrire-fichier.ts';
import { donneesDEvolution, feuilleDEvolution } from './donnees-d-evolution.ts';

/** What the page shows with the same address, as a file. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { charge, pourLaPage } = await donneesDEvolution(arguments_);
  const { vue, periode, evolutions } = pourLaPage;
  const titre = `Évolution ${vue.genitif} du ${formaterJour(periode.du)} au ${formaterJour(periode.au)}`;
  return ecrireFichier(arguments_.request.url, charge, feuilleDEvolution(titre, evolutions, periode));
}
