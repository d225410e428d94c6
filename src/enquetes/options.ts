import { type Acteur, LIBELLES_DE_PROFIL } from '#acces';
import { TERRITOIRES } from '#territoires';
import { peutCreerRemontee } from './politique.ts';

/** The territories to whose services this person may send a remontée, and the profiles that answer. */
export function optionsDeRemontee(acteur: Acteur) {
  return {
    territoires: TERRITOIRES.filter(({ code }) => peutCreerRemontee(acteur, code).permis).map(({ code, nom }) => ({
      valeur: String(code),
      texte: nom,
    })),
    profils: (['prefet_region', 'prefet_departement', 'service_deconcentre'] as const).map((profil) => ({
      valeur: profil,
      texte: LIBELLES_DE_PROFIL[profil],
    })),
  };
}
