import type { LoaderFunctionArgs } from 'react-router';
import { obtenir, refuser, selon } from '#acces';
import { telechargement } from '#socle';
import { donneesDuMembre } from '../lectures/membres-sans-compte.ts';
import { peutTenirInstance } from '../politique.ts';
import { chargerInstance } from './charger.ts';

/** What a committee holds of a member without account, to be handed to them. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, instance } = await chargerInstance(arguments_);
  obtenir(selon(peutTenirInstance(acteur, instance)));
  const donnees = await donneesDuMembre(services.base, instance.id, arguments_.params.membre ?? '');
  if (donnees === null)
    return refuser({
      nature: 'introuvable',
      regle: 'instance.membre.introuvable',
      message: 'L’instance ne garde plus rien de cette personne. Revenez à la page de l’instance.',
    });
  const octets = new TextEncoder().encode(`${JSON.stringify({ instance: instance.nom, ...donnees }, null, 2)}\n`);
  return telechargement(octets, 'Données personnelles.json', 'application/json; charset=utf-8');
}
