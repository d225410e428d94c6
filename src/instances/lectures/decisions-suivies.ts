import type { Acteur } from '#acces';
import { actionsSituees, plansLisibles } from '#plans/lectures';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { GenreDeDecision } from '../regles/decisions.ts';
import { type Suite, suiteDe } from '../regles/suivi.ts';
import { estIdentifiant, listerInstances } from './instances.ts';

export type DecisionDuSuivi = {
  readonly id: string;
  readonly numero: number;
  readonly reunion: string;
  readonly instance: string;
  readonly jour: Jour;
  readonly genre: GenreDeDecision;
  readonly texte: string;
  readonly responsable: string | null;
  readonly echeance: string | null;
  readonly suite: Suite;
  /** The action it changed, for whoever reads its plan. */
  readonly action: { readonly href: string; readonly intitule: string; readonly glissement: number } | null;
};

const DECISIONS_AU_PLUS = 500;

/** The decisions of a committee, the latest first, each with what became of it. */
export function decisionsDeLInstance(
  base: Base,
  acteur: Acteur,
  instance: string,
  aujourdhui: Jour,
): Promise<readonly DecisionDuSuivi[]> {
  return suivre(base, acteur, { instances: [instance] }, aujourdhui);
}

/** The decisions about an action, of the committees this reader reads. */
export async function decisionsSurLAction(
  base: Base,
  acteur: Acteur,
  action: string,
  aujourdhui: Jour,
): Promise<readonly DecisionDuSuivi[]> {
  if (!estIdentifiant(action)) return [];
  const instances = (await listerInstances(base, acteur)).map(({ id }) => id);
  return suivre(base, acteur, { instances, action }, aujourdhui);
}

async function suivre(
  base: Base,
  acteur: Acteur,
  { instances, action }: { readonly instances: readonly string[]; readonly action?: string },
  aujourdhui: Jour,
): Promise<readonly DecisionDuSuivi[]> {
  if (instances.length === 0) return [];
  const lignes = await base
    .selectFrom('decision')
    .innerJoin('reunion', 'reunion.id', 'decision.reunion_id')
    .innerJoin('instance', 'instance.id', 'reunion.instance_id')
    .selectAll('decision')
    .select(['reunion.jour', 'instance.nom as instance'])
    .where('reunion.instance_id', 'in', [...instances])
    .where('decision.annulee_le', 'is', null)
    .$if(action !== undefined, (requete) => requete.where('decision.action_id', '=', action ?? ''))
    .orderBy('reunion.jour', 'desc')
    .orderBy('decision.numero')
    .limit(DECISIONS_AU_PLUS)
    .execute();
  const plans = await plansLisibles(base, acteur, [
    ...new Set(lignes.flatMap(({ plan_id, action_id }) => (plan_id === null || action_id === null ? [] : [plan_id]))),
  ]);
  const situees = await actionsSituees(base, [...plans.keys()], { jour: aujourdhui, passe: false });
  const actions = new Map(situees.map((une) => [une.id, une]));
  return lignes.map((ligne) => {
    const vue = actions.get(ligne.action_id ?? '');
    const nouvelle = vue?.derniereNouvelle ?? null;
    return {
      id: ligne.id,
      numero: ligne.numero,
      reunion: ligne.reunion_id,
      instance: ligne.instance,
      jour: ligne.jour as Jour,
      genre: ligne.genre as GenreDeDecision,
      texte: ligne.texte,
      responsable: ligne.responsable,
      echeance: ligne.echeance,
      suite: suiteDe(
        {
          genre: ligne.genre as GenreDeDecision,
          fin: ligne.fin as Jour | null,
          prise: ligne.jour as Jour,
          action: vue
            ? {
                close: vue.situation.close,
                retard: vue.situation.retard,
                // The note of the decision itself is of its day: only what came after is a follow-up.
                nouvelle: nouvelle !== null && nouvelle > ligne.jour ? nouvelle : null,
              }
            : null,
        },
        aujourdhui,
      ),
      action: vue
        ? {
            href: `/plans/${vue.plan}/actions/${vue.id}`,
            intitule: vue.intitule,
            glissement: vue.situation.glissement,
          }
        : null,
    };
  });
}
