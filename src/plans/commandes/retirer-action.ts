import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { peutModifierPlan } from '../politique.ts';
import { type CibleDAction, surLAction } from './sur-l-action.ts';

const SAISIE = z.object({ motif: texteObligatoire('Dites pourquoi cette action quitte le plan.', 2_000) });

/** Withdraws an action from its plan, with a reason. It stays in the history and in the states of past days. */
export async function retirerAction(
  services: Services,
  acteur: Acteur,
  cible: CibleDAction,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => peutModifierPlan(acteur, plan),
    async (atelier, action) => {
      await atelier.transaction
        .updateTable('action')
        .set({
          retiree_le: atelier.maintenant,
          retiree_par: acteur.compte,
          retiree_motif: saisie.valeur.motif,
          version: action.version + 1,
        })
        .where('id', '=', action.id)
        .execute();
      await atelier.journaliser({
        acte: 'action.retirer',
        objet: { type: 'action', id: action.id },
        territoire: atelier.plan.territoire,
        charge: { plan: atelier.plan.id, motif: saisie.valeur.motif },
      });
      return reussite(null);
    },
  );
}
