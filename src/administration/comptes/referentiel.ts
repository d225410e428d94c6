import { type Acteur, LIBELLES_DE_PROFIL, PROFILS, PROFILS_DONNES, territoiresAdministres } from '#acces';
import { TERRITOIRES } from '#territoires';

type Option = { readonly valeur: string; readonly texte: string };

/** The profiles this administrator may give. */
export function profilsDonnables(acteur: Acteur): Option[] {
  const donnables = PROFILS_DONNES[acteur.profil];
  return PROFILS.filter((profil) => donnables.includes(profil)).map((valeur) => ({
    valeur,
    texte: LIBELLES_DE_PROFIL[valeur],
  }));
}

/** The territories this person administers, France first, each région followed by its départements. */
export function territoiresAdministrables(acteur: Acteur): Option[] {
  const portee = territoiresAdministres(acteur);
  const siens = TERRITOIRES.filter(({ code }) => portee === 'tous' || portee.includes(code));
  const racines = siens.filter(({ parent }) => !siens.some(({ code }) => code === parent));
  const enfants = (parent: string) =>
    siens.filter((un) => un.parent === parent).sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
  const deplier = (territoires: typeof siens, retrait: string): Option[] =>
    territoires.flatMap(({ code, nom, maille }) => [
      { valeur: code, texte: `${retrait}${maille === 'regional' ? `${nom}, région` : nom}` },
      ...deplier(enfants(code), maille === 'national' ? '' : `${retrait}– `),
    ]);
  return deplier(racines, '');
}
