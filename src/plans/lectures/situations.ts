import { type Expression, type SqlBool, sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { EcheancesTouchees } from '../regles/changements.ts';
import { type Engagement, type GenreDHorizon, type Horizon, horizonDesEngagements } from '../regles/horizon.ts';
import type { StatutDeclare } from '../regles/lecture.ts';
import { type Situation, situationDAction } from '../regles/situation.ts';
import { lireStatut } from '../regles/statuts.ts';
import {
  borneDuRegard,
  colonneDe,
  type DerniereNote,
  dernieresNotes,
  engagementsDesActions,
  MAINTENANT,
  type Portee,
  type Regard,
} from './faits.ts';

/** An action reduced to what it is judged by, read for all the actions of the plans asked; its names come after. */
export type ActionSituee = {
  readonly id: string;
  readonly plan: string;
  readonly rang: number;
  /** Day it entered the plan. */
  readonly creeLe: Jour;
  readonly statut: StatutDeclare | null;
  /** Declared rate in percent, exact decimal text; null when never given. */
  readonly taux: string | null;
  readonly derniereNouvelle: Jour | null;
  readonly situation: Situation;
};

/** These actions only, or those this condition on `action` keeps. */
export type Parmi = readonly string[] | Expression<SqlBool>;

/**
 * Situation of every action of these plans, as seen from `regard`, in the plan's order. The
 * present state was written with each fact (`rafraichir`); for a past one, notes are read as they stood, and deadlines
 * where anyone touched them since. Nothing is judged in SQL: the rules are those of `regles/situation.ts`.
 */
export async function actionsSituees(
  base: Base,
  plans: readonly string[],
  regard: Regard,
  parmi?: Parmi,
): Promise<ActionSituee[]> {
  if (plans.length === 0) return [];
  const lues = lireActions(base, plans, regard, parmi);
  const [actions, lus, passe] = await Promise.all([
    lues,
    lirePlans(base, plans),
    regard.passe ? etatPasse(base, estListe(parmi) ? { actions: parmi } : { plans }, regard, lues) : null,
  ]);
  return actions.map((action) =>
    situer(action, passe === null ? etatPresent(action) : passe(action), regard.jour, lus),
  );
}

/** A plan on two days: its actions on each, and the deadlines touched in between, as they stood on each. */
export type DeuxJours = {
  readonly avant: readonly ActionSituee[];
  readonly apres: readonly ActionSituee[];
  readonly touchees: EcheancesTouchees;
};

/**
 * The actions of a plan as they stand from `regard`, and as they stood at the end of an earlier day. Looking from today,
 * one reading serves both.
 */
export async function situationsEntre(base: Base, plan: string, du: Jour, regard: Regard): Promise<DeuxJours> {
  const ancien = { jour: du, passe: true };
  if (regard.passe) {
    const [avant, apres, touchees] = await Promise.all([
      actionsSituees(base, [plan], ancien),
      actionsSituees(base, [plan], regard),
      echeancesTouchees(base, { plans: [plan] }, ancien, regard),
    ]);
    return { avant, apres, touchees };
  }
  const lues = lireActions(base, [plan], regard);
  const [presentes, lus, parties, notes, touchees] = await Promise.all([
    lues,
    lirePlans(base, [plan]),
    actionsRetireesDepuis(base, plan, ancien).then((ids) =>
      ids.length === 0 ? [] : actionsSituees(base, [plan], ancien, ids),
    ),
    dernieresNotes(base, { plans: [plan] }, ancien),
    lues.then(() => echeancesTouchees(base, { plans: [plan] }, ancien, regard)),
  ]);
  const passe = etatDesFaits(notes, new Map([...touchees].map(([id, { avant }]) => [id, avant])));
  const restees = presentes
    .filter(({ creeLe }) => creeLe <= du)
    .map((action) => situer(action, passe(action), du, lus));
  return {
    avant: [...restees, ...parties],
    apres: presentes.map((action) => situer(action, etatPresent(action), regard.jour, lus)),
    touchees,
  };
}

async function actionsRetireesDepuis(base: Base, plan: string, regard: Regard): Promise<string[]> {
  const lignes = await base
    .selectFrom('action')
    .select('id')
    .where('plan_id', '=', plan)
    .where('retiree_le', '>=', borneDuRegard(regard))
    .execute();
  return lignes.map(({ id }) => id);
}

/** The actions whose deadlines someone touched after that day, and no later than `regard`. */
async function actionsTouchees(base: Base, portee: Portee, du: Regard, regard: Regard): Promise<string[]> {
  const fin = borneDuRegard(regard);
  const lignes = await base
    .selectFrom('echeance')
    .select('action_id')
    .distinct()
    .where(colonneDe(portee))
    .where('enregistre_le', '>=', borneDuRegard(du))
    .$if(fin !== null, (requete) => requete.where('enregistre_le', '<', fin))
    .execute();
  return lignes.map(({ action_id }) => action_id);
}

/** Their deadlines as they stood on each of the two days: empty where there were none. */
async function echeancesTouchees(base: Base, portee: Portee, du: Regard, regard: Regard): Promise<EcheancesTouchees> {
  const actions = await actionsTouchees(base, portee, du, regard);
  if (actions.length === 0) return new Map();
  const [avant, apres] = await Promise.all([
    engagementsDesActions(base, { actions }, du),
    engagementsDesActions(base, { actions }, regard),
  ]);
  return new Map(actions.map((id) => [id, { avant: avant.get(id) ?? [], apres: apres.get(id) ?? [] }]));
}

/** What an action is judged by on a day: its row, as it stands today. */
type Etat = Pick<ActionSituee, 'statut' | 'taux' | 'derniereNouvelle'> & { readonly horizon: Horizon };
type LigneDAction = Awaited<ReturnType<typeof lireActions>>[number];

function situer(action: LigneDAction, etat: Etat, jour: Jour, { seul, silences }: Plans): ActionSituee {
  const { id, rang, creeLe } = action;
  const { statut, taux, derniereNouvelle, horizon } = etat;
  const plan = action.plan ?? seul;
  return {
    id,
    plan,
    rang,
    creeLe,
    statut,
    taux,
    derniereNouvelle,
    situation: situationDAction({ statut, derniereNouvelle, creeLe, horizon }, jour, silences.get(plan) ?? 0),
  };
}

function etatPresent(action: LigneDAction): Etat {
  return {
    statut: lireStatut(action.statut ?? ''),
    taux: action.taux ?? null,
    derniereNouvelle: action.derniereNouvelle ?? null,
    horizon: action,
  };
}

/** What was touched is asked once the actions are read: a deadline put off in between is among it, not taken for the past. */
async function etatPasse(
  base: Base,
  portee: Portee,
  regard: Regard,
  lues: Promise<unknown>,
): Promise<(action: LigneDAction) => Etat> {
  const [notes, touchees] = await Promise.all([
    dernieresNotes(base, portee, regard),
    lues.then(() => actionsTouchees(base, portee, regard, MAINTENANT)),
  ]);
  const anciens = touchees.length === 0 ? new Map() : await engagementsDesActions(base, { actions: touchees }, regard);
  return etatDesFaits(notes, new Map(touchees.map((id) => [id, anciens.get(id) ?? []])));
}

/** A past state: what the notes then said, and the deadlines of today where nobody touched them since. */
function etatDesFaits(
  notes: ReadonlyMap<string, DerniereNote>,
  anciens: ReadonlyMap<string, readonly Engagement[]>,
): (action: LigneDAction) => Etat {
  return (action) => {
    const note = notes.get(action.id);
    const ancien = anciens.get(action.id);
    return {
      statut: lireStatut(note?.statut ?? ''),
      taux: note?.taux ?? null,
      derniereNouvelle: note?.jour ?? null,
      horizon: ancien === undefined ? action : horizonDesEngagements(ancien),
    };
  };
}

/** The plans read: which one, when there is only one, and how many days each lets its actions go without news. */
type Plans = { readonly seul: string; readonly silences: ReadonlyMap<string, number> };

async function lirePlans(base: Base, plans: readonly string[]): Promise<Plans> {
  const lignes = await base
    .selectFrom('plan')
    .select(['id', 'silence_jours'])
    .where('id', 'in', [...plans])
    .execute();
  return { seul: plans[0] ?? '', silences: new Map(lignes.map(({ id, silence_jours }) => [id, silence_jours])) };
}

function estListe(parmi: Parmi | undefined): parmi is readonly string[] {
  return Array.isArray(parmi);
}

/**
 * Thousands of rows, of which each column costs: nothing more than what an action is judged by, under the names the rules
 * give it.
 */
function lireActions(base: Base, plans: readonly string[], regard: Regard, parmi?: Parmi) {
  const borne = borneDuRegard(regard);
  return (
    base
      .selectFrom('action')
      .select(['id', 'rang', 'reports', sql<GenreDHorizon>`horizon`.as('genre')])
      .select([sql<Jour | null>`terme`.as('terme'), sql<Jour | null>`terme_initial`.as('termeInitial')])
      .select([sql<Jour | null>`premier_debut`.as('premierDebut'), 'a_interpreter as aInterpreter'])
      .select(sql<Jour>`(cree_le at time zone 'Europe/Paris')::date`.as('creeLe'))
      .$if(plans.length > 1, (requete) => requete.select('plan_id as plan'))
      // What the notes say now is of no use to a past day.
      .$if(borne === null, (requete) =>
        requete
          .select(['statut', 'taux'])
          .select(sql<Jour | null>`(derniere_nouvelle_le at time zone 'Europe/Paris')::date`.as('derniereNouvelle')),
      )
      .where('plan_id', 'in', [...plans])
      .$if(parmi !== undefined, (requete) =>
        requete.where(
          estListe(parmi)
            ? sql<boolean>`id in (select unnest(${sql.val([...parmi])}::uuid[]))`
            : (parmi ?? sql.lit(true)),
        ),
      )
      .$if(borne === null, (requete) => requete.where('retiree_le', 'is', null))
      .$if(borne !== null, (requete) =>
        requete
          .where('cree_le', '<', borne)
          .where((eb) => eb.or([eb('retiree_le', 'is', null), eb('retiree_le', '>=', borne)])),
      )
      .orderBy('plan_id')
      .orderBy('rang')
      .orderBy('id')
      .execute()
  );
}
