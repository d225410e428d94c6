import { z } from 'zod';

/** A query with a word nobody knows is refused: a filter one believed in and that was ignored is worse than an error. */
export function requete<F extends z.ZodRawShape>(champs: F) {
  return z.strictObject(champs, {
    error: (faute) =>
      faute.code === 'unrecognized_keys'
        ? `Paramètre inconnu : ${faute.keys.join(', ')}. Connus : ${Object.keys(champs).join(', ')}.`
        : undefined,
  });
}

export const limite = (defaut: number, maximum: number) =>
  z.coerce
    .number({ error: `Un nombre de 1 à ${maximum}.` })
    .int(`Un nombre entier de 1 à ${maximum}.`)
    .min(1, `Un nombre de 1 à ${maximum}.`)
    .max(maximum, `Un nombre de 1 à ${maximum}.`)
    .default(defaut)
    .meta({ description: 'Combien en rendre à la fois' });
export const curseur = z
  .string()
  .max(500)
  .optional()
  .meta({ description: 'La valeur de « suivant » de la réponse précédente' });

export const suivant = z
  .string()
  .nullable()
  .meta({ description: 'À redonner dans « curseur » pour lire la suite ; null à la fin' });

export const CURSEUR_INVALIDE = {
  nature: 'invalide',
  regle: 'api.curseur',
  message: 'Ce curseur n’est pas celui d’une réponse de Jalon. Reprenez la liste du début.',
  champs: { curseur: 'Redonnez la valeur de « suivant », telle quelle.' },
} as const;
