import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { peutModifierPlan } from '../politique.ts';
import { type CibleDAction, surLAction } from './sur-l-action.ts';

/** Moves an action one place up or down within its axe; the plan's order is the order people read. */
export async function deplacerAction(
  services: Services,
  acteur: Acteur,
  cible: CibleDAction,
  sens: 'monter' | 'descendre',
): Promise<Resultat<null>> {
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => peutModifierPlan(acteur, plan),
    async (atelier, action) => {
      const { transaction, plan } = atelier;
      const monter = sens === 'monter';
      const voisine = await transaction
        .selectFrom('action')
        .select(['id', 'rang'])
        .where('plan_id', '=', plan.id)
        .where('retiree_le', 'is', null)
        .where((eb) => (action.axe_id === null ? eb('axe_id', 'is', null) : eb('axe_id', '=', action.axe_id)))
        .where('rang', monter ? '<' : '>', action.rang)
        .orderBy('rang', monter ? 'desc' : 'asc')
        .executeTakeFirst();
      if (!voisine) return reussite(null);
      await transaction.updateTable('action').set({ rang: voisine.rang }).where('id', '=', action.id).execute();
      await transaction.updateTable('action').set({ rang: action.rang }).where('id', '=', voisine.id).execute();
      await atelier.journaliser({
        acte: 'action.deplacer',
        objet: { type: 'action', id: action.id },
        territoire: plan.territoire,
        charge: { plan: plan.id, rang: voisine.rang, axe: action.axe_id },
      });
      return reussite(null);
    },
  );
}
