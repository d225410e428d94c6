import type { LoaderFunctionArgs } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import { telechargement } from '#socle';
import { exporterDonnees } from '../donnees/rassembler.ts';

/** The data of the person who asks, and of nobody else. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const texte = await exporterDonnees(context.get(contexteServices), acteur, acteur.personne);
  return telechargement(new TextEncoder().encode(texte), 'mes-donnees.json', 'application/json');
}
