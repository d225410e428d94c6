import type { Acteur } from '#acces';
import { type ActionSituee, actionsSituees, nommerActions, plansLisibles } from '#plans/lectures';
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

const PAR_PAGE = 50;

/** One page of the follow-up of a committee, with the counts of all its decisions. */
export type SuiviDInstance = {
  readonly total: number;
  readonly parSuite: ReadonlyMap<Suite, number>;
  /** How many the filter keeps. */
  readonly nombre: number;
  readonly page: number;
  readonly pages: number;
  readonly decisions: readonly DecisionDuSuivi[];
};

/**
 * The decisions of a committee, the latest first, each with what became of it: all are judged and counted, one page is read
 * whole. `page` from 1.
 */
export async function decisionsDeLInstance(
  base: Base,
  acteur: Acteur,
  instance: string,
  aujourdhui: Jour,
  { suite = null, page = 1 }: { readonly suite?: Suite | null; readonly page?: number } = {},
): Promise<SuiviDInstance> {
  const jugees = await suitesDesDecisions(base, acteur, instance, aujourdhui);
  const parSuite = new Map<Suite, number>();
  for (const une of jugees) parSuite.set(une.suite, (parSuite.get(une.suite) ?? 0) + 1);
  const retenues = jugees.filter((une) => suite === null || une.suite === suite);
  const pages = Math.max(1, Math.ceil(retenues.length / PAR_PAGE));
  const rang = Math.min(page, pages);
  const parmi = retenues.slice((rang - 1) * PAR_PAGE, rang * PAR_PAGE).map(({ id }) => id);
  return {
    total: jugees.length,
    parSuite,
    nombre: retenues.length,
    page: rang,
    pages,
    decisions: parmi.length === 0 ? [] : await suivre(base, acteur, { instances: [instance], parmi }, aujourdhui),
  };
}

/** What became of every decision of a committee, in the order of its follow-up. */
async function suitesDesDecisions(base: Base, acteur: Acteur, instance: string, aujourdhui: Jour) {
  const lignes = await base
    .selectFrom('decision')
    .innerJoin('reunion', 'reunion.id', 'decision.reunion_id')
    .select(['decision.id', 'decision.genre', 'decision.fin', 'decision.plan_id', 'decision.action_id', 'reunion.jour'])
    .select(({ eb }) => eb('decision.suite', 'is not', null).as('dite'))
    .where('reunion.instance_id', '=', instance)
    .where('decision.annulee_le', 'is', null)
    .orderBy('reunion.jour', 'desc')
    .orderBy('decision.numero')
    .orderBy('decision.id')
    .execute();
  const situees = await actionsCitees(base, acteur, lignes, aujourdhui);
  const actions = new Map(situees.map((une) => [une.id, une]));
  return lignes.map((ligne) => ({
    id: ligne.id,
    suite: jugerLaSuite(ligne, Boolean(ligne.dite), actions.get(ligne.action_id ?? ''), aujourdhui),
  }));
}

/** The actions these decisions changed, in the plans this actor reads. */
async function actionsCitees(
  base: Base,
  acteur: Acteur,
  lignes: readonly { readonly plan_id: string | null; readonly action_id: string | null }[],
  aujourdhui: Jour,
): Promise<readonly ActionSituee[]> {
  const liees = lignes.flatMap(({ plan_id, action_id }) => (plan_id && action_id ? [{ plan_id, action_id }] : []));
  const plans = await plansLisibles(base, acteur, [...new Set(liees.map(({ plan_id }) => plan_id))]);
  const actions = [...new Set(liees.map(({ action_id }) => action_id))];
  return actionsSituees(base, [...plans.keys()], { jour: aujourdhui, passe: false }, actions);
}

function jugerLaSuite(
  ligne: { readonly genre: string; readonly fin: string | null; readonly jour: string },
  dite: boolean,
  vue: ActionSituee | undefined,
  aujourdhui: Jour,
): Suite {
  const nouvelle = vue?.derniereNouvelle ?? null;
  return suiteDe(
    {
      genre: ligne.genre as GenreDeDecision,
      fin: ligne.fin as Jour | null,
      prise: ligne.jour as Jour,
      suiteDonnee: dite,
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
  );
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
  /** These only. */
  readonly parmi?: readonly string[];
};

async function suivre(
  base: Base,
  acteur: Acteur,
  { instances, demandees, action, reunion, decision, parmi }: Choix,
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
    .$if(parmi !== undefined, (requete) => requete.where('decision.id', 'in', [...(parmi ?? [])]))
    .orderBy('reunion.jour', 'desc')
    .orderBy('decision.numero')
    .orderBy('decision.id')
    .limit(DECISIONS_AU_PLUS)
    .execute();
  const [situees, reformes] = await Promise.all([
    actionsCitees(base, acteur, lignes, aujourdhui).then((actions) => nommerActions(base, actions)),
    nommerReformes(base, acteur, [...new Set(lignes.flatMap(({ reforme_id }) => reforme_id ?? []))]),
  ]);
  const actions = new Map(situees.map((une) => [une.id, une]));
  return lignes.map((ligne) => {
    const vue = actions.get(ligne.action_id ?? '');
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
      suite: jugerLaSuite(ligne, ligne.suite !== null, vue, aujourdhui),
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
