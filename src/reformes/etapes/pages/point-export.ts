import type { LoaderFunctionArgs } from 'react-router';
import { refuser } from '#acces';
import { telechargement } from '#socle';
import { FORMATS_DE_POINT, type FormatDePoint, noterExport } from '../commandes/exporter-point.ts';
import { ecrirePoint } from '../fichier.ts';
import { nomDeFichier } from '../regles/resume-de-point.ts';
import { chargerPoint } from './charger-point.ts';

/** The point d'étape as a document, or as a workbook. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, point, vue } = await chargerPoint(arguments_);
  const format = formatDeLAdresse(arguments_.request.url);
  if (format === null)
    return refuser({ nature: 'introuvable', regle: 'export.format', message: 'Ce format n’est pas proposé.' });
  const octets = await ecrirePoint(vue, format);
  await noterExport(services, acteur, point, format);
  return telechargement(octets, `${nomDeFichier(vue.titre)}.${format}`, FORMATS_DE_POINT[format]);
}

function formatDeLAdresse(url: string): FormatDePoint | null {
  const fin = /\.([a-z]+)$/.exec(new URL(url).pathname.replace(/\.data$/, ''))?.[1];
  return fin !== undefined && Object.hasOwn(FORMATS_DE_POINT, fin) ? (fin as FormatDePoint) : null;
}
