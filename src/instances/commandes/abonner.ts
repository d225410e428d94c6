import { type Acteur, empreinteDuSecret, nouveauSecret } from '#acces';
import type { Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';

/**
 * Gives an account the secret address of its calendar feed, shown once. A new one closes the former. A stand-in and a
 * machine have none: a feed goes on when the stand-in ends.
 */
export async function abonnerMonAgenda(
  { base, alea, horloge }: Pick<Services, 'base' | 'alea' | 'horloge'>,
  acteur: Acteur,
): Promise<Resultat<string>> {
  if (acteur.genre !== 'personne')
    return echec({
      nature: 'interdit',
      regle: 'calendrier.personne',
      message: 'Un agenda s’abonne au nom de la personne elle-même, pas de celle qui la supplée.',
    });
  const secret = nouveauSecret(alea);
  const ligne = { empreinte: empreinteDuSecret(secret), cree_le: horloge.maintenant() };
  await base
    .insertInto('calendrier_de_compte')
    .values({ ...ligne, compte_id: acteur.compte })
    .onConflict((conflit) => conflit.column('compte_id').doUpdateSet(ligne))
    .execute();
  return reussite(secret);
}
