import { PERMIS, refus } from '#acces';
import type { Services } from '#socle';
import type { Resultat } from '#socle/valeurs';
import type { Depot } from '#tableur/depot';
import { noterAction } from '../commandes/noter-action.ts';
import type { LienOuvert } from './ouvrir-lien.ts';

/** A note written through a personal link, on one of its actions: the same note as anyone's, signed by its bearer. */
export async function noterParLien(
  services: Services,
  { porteur, plan, actions }: LienOuvert,
  action: string,
  valeurs: unknown,
  fichiers: readonly Depot[] = [],
): Promise<Resultat<null>> {
  const sienne = () =>
    actions.includes(action)
      ? PERMIS
      : refus(
          'lien.noter.autre_action',
          'Ce lien n’ouvre pas cette action. Rechargez la page : elle a pu changer de pilote.',
        );
  return noterAction(services, porteur, { plan: plan.id, action }, valeurs, {
    fichiers,
    politique: { lire: sienne, noter: sienne },
  });
}
