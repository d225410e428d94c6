import type { LoaderFunctionArgs } from 'react-router';
import { refuser } from '#acces';
import { telechargement } from '#socle';
import { criteresDeLAdresse } from '../adresses.ts';
import { exporterPlan } from '../commandes/exporter-plan.ts';
import { formatDeLAdresse, TYPES_DE_FICHIER } from '../lecture/fichier-de-plan.ts';
import { chargerPlan } from './charger-plan.ts';

/** The actions the list shows with the same address, as a file. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, plan, parametres, regard } = await chargerPlan(arguments_);
  const format = formatDeLAdresse(arguments_.request.url);
  if (format === null)
    return refuser({ nature: 'introuvable', regle: 'export.format', message: 'Ce format n’est pas proposé.' });
  const octets = await exporterPlan(services, acteur, plan, {
    criteres: criteresDeLAdresse(parametres),
    regard,
    format,
  });
  return telechargement(octets, nomDeFichier(plan.titre, format), TYPES_DE_FICHIER[format]);
}

/** « Plan d’actions des SGC-D.xlsx », without what file systems refuse. */
function nomDeFichier(titre: string, format: string): string {
  const propre = titre
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 100);
  return `${propre || 'plan'}.${format}`;
}
