import type { LoaderFunctionArgs } from 'react-router';
import { telechargement } from '#socle';
import { ecrirePdf } from '#tableur';
import { nomDeFichier } from '../regles/resume-de-point.ts';
import {
  documentDeFicheDeReforme,
  donneesDeFicheDeReforme,
  titreDeFicheDeReforme,
} from './donnees-de-fiche-de-reforme.ts';

/** The sheet of a reform in a territory as a tagged PDF. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const fiche = await donneesDeFicheDeReforme(arguments_);
  const octets = ecrirePdf(documentDeFicheDeReforme(fiche), 'portrait');
  return telechargement(octets, `${nomDeFichier(titreDeFicheDeReforme(fiche))}.pdf`, 'application/pdf');
}
