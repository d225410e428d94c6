import { z } from 'zod';
import type { Acteur } from '#acces';
import { enTransaction, lireSaisie, type Services } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { CHOIX } from '../regles/genres.ts';

const GENRE = z.enum(CHOIX, { error: 'Cochez des courriers de la liste.' });
const SAISIE = z.object({
  genres: z
    .union([z.array(GENRE), GENRE.transform((genre) => [genre])])
    .optional()
    .default([]),
});

/** Keeps which kinds of reminders this person wants: those ticked, and no other. One's own mails are nobody else's affair. */
export async function choisirCourriers(
  services: Services,
  { personne }: Pick<Acteur, 'personne'>,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const coupes = CHOIX.filter((genre) => !lue.valeur.genres.includes(genre));
  return enTransaction(services, async (transaction) => {
    await transaction
      .deleteFrom('courrier_coupe')
      .where('compte_id', '=', personne)
      .where('genre', 'in', lue.valeur.genres.length === 0 ? [''] : lue.valeur.genres)
      .execute();
    if (coupes.length > 0)
      await transaction
        .insertInto('courrier_coupe')
        .values(coupes.map((genre) => ({ compte_id: personne, genre, coupe_le: services.horloge.maintenant() })))
        .onConflict((conflit) => conflit.columns(['compte_id', 'genre']).doNothing())
        .execute();
    return reussite(null);
  });
}
