import type { LoaderFunctionArgs } from 'react-router';
import { obtenir, refuser, selon } from '#acces';
import { telechargement } from '#socle';
import { fichierDeLaDeclinaison } from '../deploiement/pieces.ts';
import { peutLireDeclinaison } from '../deploiement/politique.ts';
import { chargerPlan } from './charger-plan.ts';

/** A file joined to what was said of a territory, saved and never opened in the page, for who reads that territory. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, acteur, plan } = await chargerPlan(arguments_);
  const { action = '', piece = '' } = arguments_.params;
  const fichier = await fichierDeLaDeclinaison(services.base, { plan: plan.id, action }, piece);
  if (fichier === null)
    return refuser({
      nature: 'introuvable',
      regle: 'piece.introuvable',
      message: 'Ce fichier n’est pas parmi les pièces du déploiement de cette action.',
    });
  obtenir(selon(peutLireDeclinaison(acteur, plan, fichier.territoire)));
  return telechargement(fichier.contenu, fichier.nom, fichier.type);
}
