import type { LoaderFunctionArgs } from 'react-router';
import { refuser } from '#acces';
import { telechargement } from '#socle';
import { contenuDeLaPiece } from '../lectures/pieces.ts';
import { chargerPlan } from './charger-plan.ts';

/** A file joined to a note, saved and never opened in the page, for who may read the plan. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, plan } = await chargerPlan(arguments_);
  const { action = '', piece = '' } = arguments_.params;
  const fichier = await contenuDeLaPiece(services.base, { plan: plan.id, action }, piece);
  if (fichier === null)
    return refuser({
      nature: 'introuvable',
      regle: 'piece.introuvable',
      message: 'Ce fichier n’est pas parmi les pièces de cette action.',
    });
  return telechargement(fichier.contenu, fichier.nom, fichier.type);
}
