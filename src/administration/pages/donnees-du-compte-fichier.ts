import type { LoaderFunctionArgs } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import { telechargement } from '#socle';
import { compteAEffacer } from '../donnees/compte-a-effacer.ts';
import { exporterDonnees } from '../donnees/rassembler.ts';

/** The data of one person, for whoever answers a request in the name of the administration. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const { compte } = await compteAEffacer(services.base, acteur, params.compte ?? '');
  const texte = await exporterDonnees(services, acteur, compte);
  return telechargement(new TextEncoder().encode(texte), 'donnees-de-la-personne.json', 'application/json');
}
