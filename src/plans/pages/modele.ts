import type { LoaderFunctionArgs } from 'react-router';
import { exigerActeur, refuser } from '#acces';
import { telechargement } from '#socle';
import { ecrireFichierDePlan, formatDeLAdresse, TYPES_DE_FICHIER } from '../lecture/fichier-de-plan.ts';
import { modeleDePlan } from '../lecture/index.ts';

/** The template to fill, in the format the address ends with. It imports as downloaded. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  exigerActeur(context, request);
  const format = formatDeLAdresse(request.url);
  if (format === null)
    return refuser({ nature: 'introuvable', regle: 'modele.format', message: 'Ce format n’est pas proposé.' });
  return telechargement(
    await ecrireFichierDePlan(modeleDePlan(), format),
    `modele-de-plan.${format}`,
    TYPES_DE_FICHIER[format],
  );
}
