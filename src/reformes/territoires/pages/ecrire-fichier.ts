import { refuser } from '#acces';
import { telechargement } from '#socle';
import type { FeuilleAEcrire } from '#tableur';
import { exporterTerritoire, FORMATS_DE_TABLEAU, type FormatDeTableau } from '../commandes/exporter-territoire.ts';
import type { TerritoireCharge } from './charger-territoire.ts';

/** The sheet in the format the address ends with. */
export async function ecrireFichier(
  url: string,
  { services, acteur, territoire }: TerritoireCharge,
  feuille: FeuilleAEcrire,
): Promise<Response> {
  const format = formatDeLAdresse(url);
  if (format === null)
    return refuser({ nature: 'introuvable', regle: 'export.format', message: 'Ce format n’est pas proposé.' });
  const octets = await exporterTerritoire(services, acteur, territoire.code, { feuille, format });
  return telechargement(octets, `${feuille.titre ?? feuille.nom}.${format}`, FORMATS_DE_TABLEAU[format]);
}

function formatDeLAdresse(url: string): FormatDeTableau | null {
  const fin = /\.([a-z]+)$/.exec(new URL(url).pathname.replace(/\.data$/, ''))?.[1];
  return fin === 'xlsx' || fin === 'ods' || fin === 'csv' ? fin : null;
}
