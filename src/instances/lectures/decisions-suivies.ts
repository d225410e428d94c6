import type { Acteur } from '#acces';
import { actionsSituees, nommerActions, plansLisibles } from '#plans/lectures';
import { nommerReformes } from '#reformes';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { GenreDeDecision } from '../regles/decisions.ts';
import { estAttendue, type Suite, suiteDe } from '../regles/suivi.ts';
import { demandeeA, demandeeEncoreA } from './demandees.ts';
import { estIdentifiant, listerInstances } from './instances.ts';

export type DecisionDuSuivi = {
  readonly id: string;
  readonly numero: number;
  readonly reunion: string;
  readonly instance: string;
  readonly instanceId: string;
  readonly jour: Jour;
  readonly genre: GenreDeDecision;
  readonly texte: string;
  readonly responsable: string | null;
  /** Organisations that `responsable` names. */
  readonly responsables: readonly string[];
  readonly echeance: string | null;
  /** Last day of the deadline it sets. */
  readonly fin: Jour | null;
  readonly suite: Suite;
  /** What those it asked said they did; null while nobody did. */
  readonly suiteDonnee: { readonly texte: string; readonly le: Date } | null;
  /** Services of a network it asks that said what they did, each for itself. */
  readonly reponses: number;
  /** The action it changed, for whoever reads its plan. */
  readonly action: { readonly href: string; readonly intitule: string; readonly glissement: number } | null;
  /** The reform its item is about, for whoever reads it, and the page of its indicators. */
  readonly reforme: { readonly href: string; readonly nom: string } | null;
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

/** The decisions about an action: of the committees this reader reads, and those that ask something of their services. */
export async function decisionsSurLAction(
  base: Base,
  acteur: Acteur,
  action: string,
  aujourdhui: Jour,
): Promise<readonly DecisionDuSuivi[]> {
  if (!estIdentifiant(action)) return [];
  const instances = (await listerInstances(base, acteur)).map(({ id }) => id);
  return suivre(base, acteur, { instances, demandees: 'toutes', action }, aujourdhui);
}

/** The decisions of a meeting this reader was allowed to read. */
export function decisionsDeLaReunion(
  base: Base,
  acteur: Acteur,
  { id, instance }: { readonly id: string; readonly instance: string },
  aujourdhui: Jour,
): Promise<readonly DecisionDuSuivi[]> {
  return suivre(base, acteur, { instances: [instance], reunion: id }, aujourdhui);
}

/** One decision, for whoever was let in by its own policy; null when it was withdrawn or does not exist. */
export async function suivreDecision(
  base: Base,
  acteur: Acteur,
  { id, instance }: { readonly id: string; readonly instance: string },
  aujourdhui: Jour,
): Promise<DecisionDuSuivi | null> {
  return (await suivre(base, acteur, { instances: [instance], decision: id }, aujourdhui))[0] ?? null;
}

/**
 * What decisions still ask of this person's services, whether or not they read the committee: neither applied nor for
 * information, the late ones first, then by deadline.
 */
export async function decisionsAttendues(
  base: Base,
  acteur: Acteur,
  aujourdhui: Jour,
): Promise<readonly DecisionDuSuivi[]> {
  const demandees = await suivre(base, acteur, { instances: [], demandees: 'encore' }, aujourdhui);
  return demandees
    .filter(({ suite }) => estAttendue(suite))
    .sort((a, b) => ((a.fin ?? SANS_FIN) < (b.fin ?? SANS_FIN) ? -1 : 1));
}

const SANS_FIN = '9999';

/** Among the decisions of these committees, and those of any that ask the reader, or still do (`encore`). */
type Choix = {
  readonly instances: readonly string[];
  readonly demandees?: 'toutes' | 'encore';
  readonly action?: string;
  readonly reunion?: string;
  readonly decision?: string;
};

async function suivre(
  base: Base,
  acteur: Acteur,
  { instances, demandees, action, reunion, decision }: Choix,
  aujourdhui: Jour,
): Promise<readonly DecisionDuSuivi[]> {
  if (instances.length === 0 && demandees === undefined) return [];
  const lignes = await base
    .selectFrom('decision')
    .innerJoin('reunion', 'reunion.id', 'decision.reunion_id')
    .innerJoin('instance', 'instance.id', 'reunion.instance_id')
    .innerJoin('point_de_reunion', 'point_de_reunion.id', 'decision.point_id')
    .selectAll('decision')
    .select((eb) =>
      eb
        .selectFrom('suite_de_service')
        .select(({ fn }) => fn.countAll<number>().as('nombre'))
        .whereRef('suite_de_service.decision_id', '=', 'decision.id')
        .as('reponses'),
    )
    .select(['reunion.jour', 'instance.nom as instance', 'instance.id as instance_id', 'point_de_reunion.reforme_id'])
    .where((eb) =>
      eb.or([
        ...(instances.length === 0 ? [] : [eb('reunion.instance_id', 'in', [...instances])]),
        ...(demandees === 'toutes' ? [demandeeA(acteur)] : []),
        ...(demandees === 'encore' ? [demandeeEncoreA(acteur)] : []),
      ]),
    )
    .where('decision.annulee_le', 'is', null)
    .$if(action !== undefined, (requete) => requete.where('decision.action_id', '=', action ?? ''))
    .$if(reunion !== undefined, (requete) => requete.where('decision.reunion_id', '=', reunion ?? ''))
    .$if(decision !== undefined, (requete) => requete.where('decision.id', '=', decision ?? ''))
    .orderBy('reunion.jour', 'desc')
    .orderBy('decision.numero')
    .limit(DECISIONS_AU_PLUS)
    .execute();
  const plans = await plansLisibles(base, acteur, [
    ...new Set(lignes.flatMap(({ plan_id, action_id }) => (plan_id === null || action_id === null ? [] : [plan_id]))),
  ]);
  const [situees, reformes] = await Promise.all([
    actionsSituees(
      base,
      [...plans.keys()],
      { jour: aujourdhui, passe: false },
      lignes.flatMap(({ action_id }) => action_id ?? []),
    ).then((actions) => nommerActions(base, actions)),
    nommerReformes(base, acteur, [...new Set(lignes.flatMap(({ reforme_id }) => reforme_id ?? []))]),
  ]);
  const actions = new Map(situees.map((une) => [une.id, une]));
  return lignes.map((ligne) => {
    const vue = actions.get(ligne.action_id ?? '');
    const nouvelle = vue?.derniereNouvelle ?? null;
    return {
      id: ligne.id,
      numero: ligne.numero,
      reunion: ligne.reunion_id,
      instance: ligne.instance,
      instanceId: ligne.instance_id,
      jour: ligne.jour as Jour,
      genre: ligne.genre as GenreDeDecision,
      texte: ligne.texte,
      responsable: ligne.responsable,
      responsables: ligne.responsables,
      echeance: ligne.echeance,
      fin: vue && ligne.genre === 'action_nouvelle' ? vue.situation.terme : (ligne.fin as Jour | null),
      suiteDonnee: ligne.suite === null || ligne.suite_le === null ? null : { texte: ligne.suite, le: ligne.suite_le },
      reponses: Number(ligne.reponses ?? 0),
      suite: suiteDe(
        {
          genre: ligne.genre as GenreDeDecision,
          fin: ligne.fin as Jour | null,
          prise: ligne.jour as Jour,
          suiteDonnee: ligne.suite !== null,
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
      reforme: enReforme(reformes.get(ligne.reforme_id ?? '')),
    };
  });
}

function enReforme(nommee: { readonly libelle: string; readonly href: string | null } | undefined) {
  return nommee === undefined || nommee.href === null ? null : { href: nommee.href, nom: nommee.libelle };
}
