import type { Acteur } from '#acces';
import { nommerDansLesPlans } from '#plans';
import type { Base } from '#socle/base';
import { toutesLesReformes } from '../../lectures/reformes.ts';
import { peutLireFicheDeReforme } from '../../politique.ts';

/** A plan, or an action of a plan, that serves a reform. */
export type LienDeReforme = {
  readonly id: string;
  readonly reforme: { readonly id: string; readonly nom: string };
  readonly plan: { readonly id: string; readonly titre: string };
  readonly action: { readonly id: string; readonly intitule: string } | null;
};

const LIENS_AU_PLUS = 300;

/** The plans and actions that serve this reform, those that this person may read. */
export async function liensDeLaReforme(base: Base, acteur: Acteur, reforme: string): Promise<readonly LienDeReforme[]> {
  return nommer(base, acteur, await selectionner(base).where('reforme_id', '=', reforme).execute());
}

/** The reforms this plan serves, itself or by its actions, those that this person may read. */
export async function liensDuPlan(base: Base, acteur: Acteur, plan: string): Promise<readonly LienDeReforme[]> {
  return nommer(base, acteur, await selectionner(base).where('plan_id', '=', plan).execute());
}

function selectionner(base: Base) {
  return base
    .selectFrom('reforme_plan')
    .select(['id', 'reforme_id', 'plan_id', 'action_id'])
    .where('retire_le', 'is', null)
    .orderBy('ajoute_le')
    .orderBy('id')
    .limit(LIENS_AU_PLUS);
}

type Ligne = {
  readonly id: string;
  readonly reforme_id: string;
  readonly plan_id: string;
  readonly action_id: string | null;
};

/** A link whose plan or reform is closed to this person does not exist for them. */
async function nommer(base: Base, acteur: Acteur, lignes: readonly Ligne[]): Promise<readonly LienDeReforme[]> {
  if (lignes.length === 0) return [];
  const [reformes, plans, actions] = await Promise.all([
    toutesLesReformes(base),
    nommerDansLesPlans(
      base,
      acteur,
      'plan',
      lignes.map(({ plan_id }) => plan_id),
    ),
    nommerDansLesPlans(
      base,
      acteur,
      'action',
      lignes.flatMap(({ action_id }) => action_id ?? []),
    ),
  ]);
  const lisibles = new Map(
    reformes.filter((une) => peutLireFicheDeReforme(acteur, une).permis).map(({ id, nom }) => [id, nom]),
  );
  return lignes.flatMap(({ id, reforme_id, plan_id, action_id }) => {
    const nom = lisibles.get(reforme_id);
    const plan = plans.get(plan_id);
    const action = action_id === null ? null : actions.get(action_id);
    if (nom === undefined || plan === undefined || action === undefined) return [];
    return [
      {
        id,
        reforme: { id: reforme_id, nom },
        plan: { id: plan_id, titre: plan.libelle },
        action: action_id === null || action === null ? null : { id: action_id, intitule: action.libelle },
      },
    ];
  });
}
