import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutModifierPlan } from '../politique.ts';
import { ACTION_ABSENTE, actionDuPlan } from './sur-l-action.ts';
import { surLePlan } from './sur-le-plan.ts';

/** Moves an action one place up or down within its axe; the plan's order is the order people read. */
export async function deplacerAction(
  services: Services,
  acteur: Acteur,
  cible: { plan: string; action: string },
  sens: 'monter' | 'descendre',
): Promise<Resultat<null>> {
  return surLePlan(
    services,
    acteur,
    cible.plan,
    (plan) => peutModifierPlan(acteur, plan),
    async (atelier) => {
      const { transaction, plan } = atelier;
      const action = await actionDuPlan(atelier, cible.action);
      if (!action) return echec(ACTION_ABSENTE);
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
