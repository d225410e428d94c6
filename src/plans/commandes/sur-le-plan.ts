import { type Acteur, type Decision, selon } from '#acces';
import { type EvenementSansPersonnel, inscrire } from '#journal';
import { enTransaction, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat } from '#socle/valeurs';
import { estIdentifiant, lirePlanSansPolitique, type Plan } from '../lectures/plan.ts';

/** What a command works with once it is allowed: its transaction, the plan, and the pen of the journal. */
export type Atelier = {
  readonly transaction: Base;
  readonly plan: Plan;
  readonly acteur: Acteur;
  readonly maintenant: Date;
  readonly services: Services;
  /** Writes the event in the journal, in the same transaction. Called last. */
  journaliser(evenement: EvenementSansPersonnel): Promise<void>;
};

export const PLAN_ABSENT: Refus = {
  nature: 'introuvable',
  regle: 'plan.introuvable',
  message: 'Ce plan n’existe pas ou n’existe plus. Revenez à la liste des plans.',
};

/**
 * Runs a command on a plan: one transaction, the plan's row locked, the policy asked, then the work. A refusal undoes
 * whatever was written.
 */
export async function surLePlan<T>(
  services: Services,
  acteur: Acteur,
  id: string,
  politique: (plan: Plan) => Decision,
  travail: (atelier: Atelier) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  if (!estIdentifiant(id)) return echec(PLAN_ABSENT);
  return enTransaction(services, async (transaction) => {
    await transaction.selectFrom('plan').select('id').where('id', '=', id).forUpdate().execute();
    const plan = await lirePlanSansPolitique(transaction, id);
    if (!plan) return echec(PLAN_ABSENT);
    const permis = selon(politique(plan));
    if (!permis.ok) return permis;
    return travail({
      transaction,
      plan,
      acteur,
      maintenant: services.horloge.maintenant(),
      services,
      journaliser: (evenement) =>
        inscrire(transaction, evenement, { auteur: acteur.compte, horloge: services.horloge }),
    });
  });
}
