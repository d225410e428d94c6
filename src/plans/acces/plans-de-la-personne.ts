import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { lirePlansSansPolitique } from '../lectures/plan.ts';
import { plansVisibles, pourquoiLirePlan } from '../politique.ts';
import { pilotesDesPlans, pouvoirSur } from './lecteurs.ts';
import { direLaRaison, type Pouvoir } from './raisons-en-mots.ts';

export const PLANS_PAR_PAGE = 20;

export type PlanDeLaPersonne = {
  readonly id: string;
  readonly titre: string;
  readonly etat: 'brouillon' | 'actif' | 'archive';
  readonly proprietaire: string;
  readonly territoire: string;
  readonly pouvoir: Pouvoir;
  readonly raisons: readonly string[];
};

/**
 * The plans a person reads, with why, as far as whoever looks reads them too; the others are counted, not named.
 */
export async function plansDeLaPersonne(
  base: Base,
  personne: Acteur,
  regardant: Acteur,
  page: number,
): Promise<{ plans: PlanDeLaPersonne[]; nommes: number; autres: number }> {
  const nommes = base.selectFrom('plan').where(plansVisibles(personne)).where(plansVisibles(regardant));
  const [{ nombre }, { total }, lignes] = await Promise.all([
    nommes.select(({ fn }) => fn.countAll<number>().as('nombre')).executeTakeFirstOrThrow(),
    base
      .selectFrom('plan')
      .where(plansVisibles(personne))
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    nommes
      .select('plan.id')
      .orderBy(sql`plan.etat = 'archive'`)
      .orderBy(sql`plan.titre collate "fr-x-icu"`)
      .orderBy('plan.id')
      .limit(PLANS_PAR_PAGE)
      .offset((page - 1) * PLANS_PAR_PAGE)
      .execute(),
  ]);
  const ids = lignes.map(({ id }) => id);
  const [lus, pilotes] = await Promise.all([lirePlansSansPolitique(base, ids), pilotesDesPlans(base, ids)]);
  const parId = new Map(lus.map((plan) => [plan.id, plan]));
  return {
    nommes: nombre,
    autres: total - nombre,
    plans: ids.flatMap((id) => {
      const plan = parId.get(id);
      if (!plan) return [];
      return {
        id,
        titre: plan.titre,
        etat: plan.etat,
        proprietaire: plan.proprietaireLibelle,
        territoire: plan.territoireNom,
        pouvoir: pouvoirSur(personne, plan, pilotes.get(id) ?? []),
        raisons: pourquoiLirePlan(personne, plan).map(direLaRaison),
      };
    }),
  };
}
