import { texteFacultatif, texteObligatoire } from '#socle';
import type { Atelier } from './sur-la-feuille.ts';

/** What is typed of a local project. */
export const PROJET = {
  nom: texteObligatoire('Donnez un nom au projet.', 300),
  description: texteFacultatif(8_000),
  partenaires: texteFacultatif(4_000),
  moyens: texteFacultatif(4_000),
};

export type ProjetAEcrire = {
  readonly nom: string;
  readonly description: string | null;
  readonly partenaires: string | null;
  readonly moyens: string | null;
};

/** Writes a local project and its place in the roadmap: at once, or with the change it belongs to. Gives its identifier. */
export async function ecrireProjet(
  { transaction, services, acteur, feuille, maintenant }: Atelier,
  { nom, description, partenaires, moyens }: ProjetAEcrire,
  evenement: number | null,
): Promise<string> {
  const id = services.ids.nouveau();
  await transaction
    .insertInto('projet_local')
    .values({
      id,
      feuille_id: feuille.id,
      nom,
      description,
      partenaires,
      moyens,
      cree_le: maintenant,
      cree_par: acteur.compte,
    })
    .execute();
  await transaction
    .insertInto('contenu_de_feuille')
    .values({
      feuille_id: feuille.id,
      evenement_id: evenement,
      geste: 'ajout',
      projet_id: id,
      enregistre_le: maintenant,
      auteur: acteur.compte,
    })
    .execute();
  return id;
}
