import type { LoaderFunctionArgs } from 'react-router';
import { telechargement } from '#socle';
import { ecrirePdf } from '#tableur';
import { journaliserExport } from '../../commandes/journaliser-export.ts';
import { documentDeLaFiche, donneesDeFicheDeTerritoire, fichierDeLaFiche } from './donnees-de-fiche-de-territoire.ts';

/** The sheet of a territory as a tagged PDF. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { charge, pourLaPage } = await donneesDeFicheDeTerritoire(arguments_);
  const { services, acteur, vue } = charge;
  const octets = ecrirePdf(documentDeLaFiche(pourLaPage), 'portrait');
  await journaliserExport(services, acteur, {
    acte: 'territoire.exporter',
    objet: { type: 'territoire', id: vue.code },
    territoire: vue.code,
    charge: { format: 'pdf', lignes: pourLaPage.lignes.length },
  });
  return telechargement(octets, fichierDeLaFiche(pourLaPage), 'application/pdf');
}
