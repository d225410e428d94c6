import type { Habilitables } from '#acces/habilitations';
import { PLANS_HABILITABLES } from '#plans';
import { porteSurReformesDuChamp, REFORMES_HABILITABLES } from '#reformes';

/**
 * Everything grants may be about, each kind given by the room that owns it. A field opens the plans and the reforms of a
 * ministry: whoever gives it must have the right on both.
 */
export const HABILITABLES: Habilitables = [
  ...PLANS_HABILITABLES.map((genre) =>
    genre.type === 'champ'
      ? {
          ...genre,
          nom: 'Tous les plans et réformes d’un ministère',
          async porte(...demande: Parameters<typeof genre.porte>) {
            const [, acteur, id, droit, territoire] = demande;
            const surLesPlans = await genre.porte(...demande);
            return surLesPlans === true ? porteSurReformesDuChamp(acteur, id, droit, territoire) : surLesPlans;
          },
        }
      : genre,
  ),
  REFORMES_HABILITABLES,
];
