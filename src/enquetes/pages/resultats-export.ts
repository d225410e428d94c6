import type { LoaderFunctionArgs } from 'react-router';
import { obtenir, refuser } from '#acces';
import { telechargement } from '#socle';
import { exporterResultats, FORMATS_DE_RESULTATS, type FormatDeResultats } from '../commandes/exporter-resultats.ts';
import { feuillesDeResultats } from '../feuilles-de-resultats.ts';
import { lireResultats } from '../lectures/resultats.ts';
import { chargerRemontee } from './charger.ts';

/** The results as a table: what the page shows, then, of a named remontée, each answer. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, remontee, cibles } = await chargerRemontee(arguments_);
  const format = formatDeLAdresse(arguments_.request.url);
  if (format === null)
    return refuser({ nature: 'introuvable', regle: 'export.format', message: 'Ce format n’est pas proposé.' });
  const resultats = obtenir(await lireResultats(services.base, acteur, remontee, cibles));
  const feuilles = feuillesDeResultats(remontee, cibles, resultats);
  const octets = await exporterResultats(services, acteur, remontee, { feuilles, format });
  return telechargement(octets, `${remontee.titre.replaceAll('/', '-')}.${format}`, FORMATS_DE_RESULTATS[format]);
}

function formatDeLAdresse(url: string): FormatDeResultats | null {
  const fin = /\.([a-z]+)$/.exec(new URL(url).pathname.replace(/\.data$/, ''))?.[1];
  return fin === 'xlsx' || fin === 'ods' || fin === 'csv' ? fin : null;
}
