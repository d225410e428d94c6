import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { StatutDeclare } from '../regles/lecture.ts';
import { type Engagement, type Situation, situationDAction } from '../regles/situation.ts';
import { lireStatut } from '../regles/statuts.ts';
import {
  borneDuRegard,
  type DerniereNote,
  dernieresNotes,
  engagementsDesActions,
  type Portee,
  type Regard,
} from './faits.ts';

/** An action reduced to what its situation needs, for all the actions of the plans asked. */
export type ActionSituee = {
  readonly id: string;
  readonly plan: string;
  readonly axe: string | null;
  readonly rang: number;
  readonly code: string | null;
  readonly intitule: string;
  /** Day it entered the plan. */
  readonly creeLe: Jour;
  readonly statut: StatutDeclare | null;
  /** Declared rate in percent, exact decimal text; null when never given. */
  readonly taux: string | null;
  readonly derniereNouvelle: Jour | null;
  readonly engagements: readonly Engagement[];
  readonly situation: Situation;
};

/**
 * Situation of every action of these plans, as seen from `regard`, in the plan's order (`parmi`: these only). The
 * present state was written with each fact (`rafraichir`); a past one is read from the facts themselves, bounded in
 * time. Nothing is judged in SQL: the rules are those of `regles/situation.ts`.
 */
export async function actionsSituees(
  base: Base,
  plans: readonly string[],
  regard: Regard,
  parmi?: readonly string[],
): Promise<ActionSituee[]> {
  if (plans.length === 0) return [];
  const [actions, passe] = await Promise.all([
    lireActions(base, plans, regard, parmi),
    regard.passe ? etatPasse(base, parmi === undefined ? { plans } : { actions: parmi }, regard) : null,
  ]);
  return actions.map((action) => situer(action, passe === null ? etatPresent(action) : passe(action.id), regard.jour));
}

/**
 * The actions of a plan as they stand from `regard`, and as they stood at the end of an earlier day. Looking from today, one
 * reading serves both: an action whose deadlines nobody touched since had those of today.
 */
export async function situationsEntre(
  base: Base,
  plan: string,
  du: Jour,
  regard: Regard,
): Promise<{ readonly avant: readonly ActionSituee[]; readonly apres: readonly ActionSituee[] }> {
  const ancien = { jour: du, passe: true };
  if (regard.passe) {
    const [avant, apres] = await Promise.all([
      actionsSituees(base, [plan], ancien),
      actionsSituees(base, [plan], regard),
    ]);
    return { avant, apres };
  }
  const [presentes, parties, notes, engagements] = await Promise.all([
    lireActions(base, [plan], regard),
    actionsRetireesDepuis(base, plan, ancien).then((ids) =>
      ids.length === 0 ? [] : actionsSituees(base, [plan], ancien, ids),
    ),
    dernieresNotes(base, { plans: [plan] }, ancien),
    engagementsTouchesDepuis(base, plan, ancien),
  ]);
  const apres = presentes.map((action) => situer(action, etatPresent(action), regard.jour));
  const restees = presentes
    .filter(({ cree_jour }) => cree_jour <= du)
    .map((action) =>
      situer(
        action,
        {
          ...etatDesNotes(notes.get(action.id)),
          engagements: engagements.get(action.id) ?? engagementsPresents(action),
        },
        du,
      ),
    );
  return { avant: [...restees, ...parties], apres };
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

/** The deadlines, at the end of that day, of the actions whose deadlines changed since: empty where there were none yet. */
async function engagementsTouchesDepuis(
  base: Base,
  plan: string,
  regard: Regard,
): Promise<ReadonlyMap<string, readonly Engagement[]>> {
  const lignes = await base
    .selectFrom('echeance')
    .select('action_id')
    .distinct()
    .where('plan_id', '=', plan)
    .where('enregistre_le', '>=', borneDuRegard(regard))
    .execute();
  const actions = lignes.map(({ action_id }) => action_id);
  const anciens = actions.length === 0 ? new Map() : await engagementsDesActions(base, { actions }, regard);
  return new Map(actions.map((id) => [id, anciens.get(id) ?? []]));
}

function situer(action: LigneDAction, etat: Etat, jour: Jour): ActionSituee {
  return {
    id: action.id,
    plan: action.plan_id,
    axe: action.axe_id,
    rang: action.rang,
    code: action.code,
    intitule: action.intitule,
    creeLe: action.cree_jour,
    statut: etat.statut,
    taux: etat.taux,
    derniereNouvelle: etat.derniereNouvelle,
    engagements: etat.engagements,
    situation: situationDAction({ ...etat, creeLe: action.cree_jour }, jour, action.silence_jours),
  };
}

type Etat = Pick<ActionSituee, 'statut' | 'taux' | 'derniereNouvelle' | 'engagements'>;
type LigneDAction = Awaited<ReturnType<typeof lireActions>>[number];

function etatPresent(action: LigneDAction): Etat {
  return {
    statut: lireStatut(action.statut ?? ''),
    taux: action.taux ?? null,
    derniereNouvelle: action.derniere_nouvelle_jour ?? null,
    engagements: engagementsPresents(action),
  };
}

function engagementsPresents({ engagements }: LigneDAction): readonly Engagement[] {
  // Written by `rafraichir` alone, in this shape.
  return (engagements ?? []) as unknown as readonly Engagement[];
}

function etatDesNotes(note: DerniereNote | undefined): Omit<Etat, 'engagements'> {
  return {
    statut: lireStatut(note?.statut ?? ''),
    taux: note?.taux ?? null,
    derniereNouvelle: note?.jour ?? null,
  };
}

async function etatPasse(base: Base, portee: Portee, regard: Regard): Promise<(action: string) => Etat> {
  const [notes, engagements] = await Promise.all([
    dernieresNotes(base, portee, regard),
    engagementsDesActions(base, portee, regard),
  ]);
  return (action) => ({ ...etatDesNotes(notes.get(action)), engagements: engagements.get(action) ?? [] });
}

function lireActions(base: Base, plans: readonly string[], regard: Regard, parmi?: readonly string[]) {
  const borne = borneDuRegard(regard);
  return (
    base
      .selectFrom('action')
      .innerJoin('plan', 'plan.id', 'action.plan_id')
      .select([
        'action.id',
        'action.plan_id',
        'action.axe_id',
        'action.rang',
        'action.code',
        'action.intitule',
        'plan.silence_jours',
        sql<Jour>`(action.cree_le at time zone 'Europe/Paris')::date`.as('cree_jour'),
      ])
      // The present state, thousands of rows of it, is of no use to a past day.
      .$if(borne === null, (requete) =>
        requete.select([
          'action.statut',
          'action.taux',
          'action.engagements',
          sql<Jour | null>`(action.derniere_nouvelle_le at time zone 'Europe/Paris')::date`.as(
            'derniere_nouvelle_jour',
          ),
        ]),
      )
      .where('action.plan_id', 'in', [...plans])
      .$if(parmi !== undefined, (requete) =>
        requete.where('action.id', 'in', sql<string>`(select unnest(${sql.val([...(parmi ?? [])])}::uuid[]))`),
      )
      .$if(borne === null, (requete) => requete.where('action.retiree_le', 'is', null))
      .$if(borne !== null, (requete) =>
        requete
          .where('action.cree_le', '<', borne)
          .where((eb) => eb.or([eb('action.retiree_le', 'is', null), eb('action.retiree_le', '>=', borne)])),
      )
      .orderBy('action.plan_id')
      .orderBy('action.rang')
      .orderBy('action.id')
      .execute()
  );
}
