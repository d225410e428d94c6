import type { LoaderFunctionArgs } from 'react-router';
import { refuser } from '#acces';
import { telechargement } from '#socle';
import { exporterCompteRendu, FORMATS_DE_COMPTE_RENDU } from '../commandes/exporter-compte-rendu.ts';
import { chargerFeuille } from './charger-feuille.ts';

/** The progress report as a file: Word, OpenDocument text or tagged PDF. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, feuille, lecture, au } = await chargerFeuille(arguments_);
  const fin = new URL(arguments_.request.url).pathname.split('.').at(-1);
  const format = FORMATS_DE_COMPTE_RENDU.find((un) => un === fin);
  if (format === undefined)
    return refuser({ nature: 'introuvable', regle: 'export.format', message: 'Ce format n’est pas proposé.' });
  const octets = await exporterCompteRendu(services, acteur, { feuille, lecture, au, format });
  return telechargement(octets, `Compte rendu ${feuille.territoire} ${au}.${format}`, TYPES[format]);
}

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
} as const;
