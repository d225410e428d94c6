import type { LoaderFunctionArgs } from 'react-router';
import { telechargement } from '#socle';
import { ecrirePdf } from '#tableur';
import { journaliserExport } from '../../commandes/journaliser-export.ts';
import { chargerReforme } from '../../fiche/charger-reforme.ts';
import { documentDeFicheDeReforme, ficheDeReforme, fichierDeFicheDeReforme } from './donnees-de-fiche-de-reforme.ts';

/** The sheet of a reform in a territory as a tagged PDF. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const charge = await chargerReforme(arguments_);
  const { services, acteur, reforme, territoire } = charge;
  const fiche = await ficheDeReforme(charge);
  const octets = ecrirePdf(documentDeFicheDeReforme(fiche), 'portrait');
  await journaliserExport(services, acteur, {
    acte: 'reforme.exporter',
    objet: { type: 'reforme', id: reforme.id },
    territoire: territoire.code,
    charge: { format: 'pdf', lignes: fiche.indicateurs.length },
  });
  return telechargement(octets, fichierDeFicheDeReforme(fiche), 'application/pdf');
}
