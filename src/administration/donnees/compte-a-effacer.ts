import { type Acteur, type CompteAEffacer, obtenir, peutAdministrerTout, refuser, selon } from '#acces';
import type { Base } from '#socle/base';

/** The account whose data are asked, for the national administration only; the refusal page otherwise. */
export async function compteAEffacer(
  base: Base,
  acteur: Acteur,
  compte: string,
): Promise<CompteAEffacer & { readonly nom: string }> {
  obtenir(selon(peutAdministrerTout(acteur)));
  const ligne = await base
    .selectFrom('compte')
    .select(['id', 'nom', 'ferme_le', 'efface_le'])
    .where('id', '=', compte)
    .where('genre', '=', 'personne')
    .executeTakeFirst();
  if (!ligne)
    return refuser({
      nature: 'introuvable',
      regle: 'compte.introuvable',
      message: 'Ce compte n’existe pas. Revenez à la liste des comptes.',
    });
  return { compte: ligne.id, nom: ligne.nom, ferme: ligne.ferme_le !== null, efface: ligne.efface_le !== null };
}
