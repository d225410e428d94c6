import type { LoaderFunctionArgs } from 'react-router';
import { telechargement } from '#socle';
import { ecrirePdf } from '#tableur';
import {
  documentDeFicheDeReforme,
  donneesDeFicheDeReforme,
  fichierDeFicheDeReforme,
} from './donnees-de-fiche-de-reforme.ts';

/** The sheet of a reform in a territory as a tagged PDF. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const fiche = await donneesDeFicheDeReforme(arguments_);
  const octets = ecrirePdf(documentDeFicheDeReforme(fiche), 'portrait');
  return telechargement(octets, fichierDeFicheDeReforme(fiche), 'application/pdf');
}
