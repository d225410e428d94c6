import type { LoaderFunctionArgs } from 'react-router';
import { obtenir, refuser, selon } from '#acces';
import { telechargement } from '#socle';
import { ouvrirFichier } from '../lectures/fichiers.ts';
import { peutLireFichier } from '../politique.ts';
import { chargerRemontee } from './charger.ts';

/** A file joined to an answer, saved and never opened in the page. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, remontee, cibles } = await chargerRemontee(arguments_);
  const fichier = await ouvrirFichier(services.base, remontee.id, arguments_.params.fichier ?? '');
  const cible = cibles.find(({ id }) => id === fichier?.cible);
  if (fichier === null || cible === undefined)
    return refuser({
      nature: 'introuvable',
      regle: 'remontee.fichier',
      message: 'Ce fichier n’est pas dans cette remontée, ou une correction l’a remplacé.',
    });
  obtenir(selon(peutLireFichier(acteur, remontee, { cible, envoye: fichier.envoye })));
  return telechargement(fichier.contenu, fichier.nom, fichier.type);
}
