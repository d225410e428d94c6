import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { peutNoterAction } from '../politique.ts';
import { type ActionPresentee, presenterAction } from '../presentation.ts';
import { comparerAttentes, type MarqueAttendue } from '../regles/attente.ts';
import type { StatutDeclare } from '../regles/lecture.ts';
import { marques } from '../regles/situation.ts';
import { pilotesDesActions } from './actions.ts';
import { type ActionAvecEngagements, avecEngagements } from './details.ts';
import type { Regard } from './faits.ts';
import { LIGNEES } from './lignees.ts';
import { deCesPlans, type PlanActif, plansActifs } from './lisibles.ts';
import { lirePlansSansPolitique } from './plan.ts';
import { type ActionSituee, actionsSituees } from './situations.ts';

export type ActionAttendue = ActionPresentee & { readonly planTitre: string };

/** An action one is asked about, with what its form of news needs. */
export type ActionATenir = ActionAttendue & {
  /** Whether this person may give its news. */
  readonly notable: boolean;
  readonly derniere: DerniereNote | null;
  /** Instant of the last news, empty when there is none: what the form sends back as seen. */
  readonly vue: string;
};

/** The last thing that was said of an action, and by whom. */
export type DerniereNote = {
  readonly statut: StatutDeclare | null;
  readonly taux: string | null;
  readonly texte: string | null;
  readonly instant: string;
  readonly auteur: string;
};

export type CriteresDAttendu = {
  /** Services whose actions are asked for; those this person belongs to when one asks for oneself. */
  readonly organisations: readonly string[];
  readonly marque: MarqueAttendue | null;
  /** From 1. */
  readonly page: number;
};

export type Attendu = {
  readonly actions: readonly ActionATenir[];
  /** How many the filter keeps. */
  readonly nombre: number;
  readonly pages: number;
  readonly bilan: Readonly<Record<MarqueAttendue, number>> & { readonly total: number };
};

const PAR_PAGE = 20;

/** `estClose` on the present state kept beside the action: closed ones are not even read. */
export const ACTION_OUVERTE = sql<boolean>`action.statut is distinct from 'terminee' and action.statut is distinct from 'abandonnee'`;

/**
 * What is expected of this person's organisation: the open actions it carries as pilote, late ones first, then those
 * near their term, then the silent ones.
 */
export async function actionsAttendues(
  base: Base,
  acteur: Acteur,
  regard: Regard,
  limite: number,
): Promise<{ actions: ActionAttendue[]; nombre: number }> {
  const { ouvertes, titres } = await actionsOuvertes(base, acteur.organisations, regard, plansActifs(base, acteur));
  return {
    nombre: ouvertes.length,
    actions: (await avecEngagements(base, ouvertes.slice(0, limite), regard)).map((action) => ({
      ...presenterAction(action),
      planTitre: titres.get(action.plan) ?? '',
    })),
  };
}

/** The same for the services asked for, in the plans this person reads: one page, with what is needed to give news of each. */
export async function listerAttendu(
  base: Base,
  acteur: Acteur,
  { organisations, marque, page }: CriteresDAttendu,
  regard: Regard,
  plans = plansActifs(base, acteur),
): Promise<Attendu> {
  const { ouvertes, titres } = await actionsOuvertes(base, organisations, regard, plans);
  const parMarque = { en_retard: 0, proche: 0, silencieuse: 0 };
  for (const { situation } of ouvertes)
    for (const posee of marques(situation)) if (posee in parMarque) parMarque[posee as MarqueAttendue] += 1;
  const retenues = ouvertes.filter(({ situation }) => marque === null || marques(situation).includes(marque));
  const pages = Math.max(1, Math.ceil(retenues.length / PAR_PAGE));
  const rang = Math.min(page, pages);
  const montrees = retenues.slice((rang - 1) * PAR_PAGE, rang * PAR_PAGE);
  return {
    nombre: retenues.length,
    pages,
    bilan: { ...parMarque, total: ouvertes.length },
    actions: await preparerLaTenue(base, acteur, await avecEngagements(base, montrees, regard), titres),
  };
}

/**
 * Services that carry open actions in the plans this person reads, for the list where one is chosen: each with how many are
 * expected of it and of the services below it.
 */
export async function organisationsAttendues(
  base: Base,
  acteur: Acteur,
  plans = plansActifs(base, acteur),
): Promise<{ readonly id: string; readonly libelle: string; readonly nombre: number }[]> {
  const lus = await plans;
  const { rows } = await sql<{ id: string; libelle: string; nombre: number }>`
    with recursive portees as materialized (
      select p.organisation_id as service, p.action_id
      from action_pilote p join action on action.id = p.action_id
      where p.role = 'pilote' and p.organisation_id is not null and action.retiree_le is null and ${ACTION_OUVERTE}
        and ${deCesPlans('action.plan_id', lus)}
    ), services as materialized (
      select service as id, count(distinct action_id) as nombre from portees group by 1
    ), ${LIGNEES}, groupes as (
      select valeur, service from lignees where valeur in (select id from services)
    ), seuls as (
      select g.valeur, max(s.nombre) as nombre, count(*) as services
      from groupes g join services s on s.id = g.service group by 1
    ), plusieurs as (
      select g.valeur, count(distinct p.action_id) as nombre
      from seuls u join groupes g on g.valeur = u.valeur join portees p on p.service = g.service
      where u.services > 1
      group by 1
    )
    select o.id, coalesce(o.sigle, o.nom) as libelle, coalesce(p.nombre, u.nombre)::int as nombre
    from seuls u join organisation o on o.id = u.valeur left join plusieurs p on p.valeur = u.valeur
    order by coalesce(o.sigle, o.nom) collate "fr-x-icu" limit 300`.execute(base);
  return rows;
}

/** Every open action these services carry as pilote in these plans, the most pressing first. */
export async function actionsOuvertes(
  base: Base,
  organisations: readonly string[],
  regard: Regard,
  plans: Promise<readonly PlanActif[]>,
): Promise<{ readonly ouvertes: ActionSituee[]; readonly titres: ReadonlyMap<string, string> }> {
  const lus = await plans;
  const situees = await actionsSituees(
    base,
    lus.map(({ id }) => id),
    regard,
    sql<boolean>`${ACTION_OUVERTE} and action.id in (
      select p.action_id from action_pilote p
      where p.role = 'pilote' and p.organisation_id in (select unnest(${sql.val([...organisations])}::text[])))`,
  );
  const ouvertes = situees.filter(({ situation }) => !situation.close).sort(comparerAttentes);
  const attendus = new Set(ouvertes.map(({ plan }) => plan));
  return {
    titres: new Map(lus.flatMap(({ id, titre }) => (attendus.has(id) ? [[id, titre]] : []))),
    ouvertes,
  };
}

async function preparerLaTenue(
  base: Base,
  acteur: Acteur,
  actions: readonly ActionAvecEngagements[],
  titres: ReadonlyMap<string, string>,
): Promise<ActionATenir[]> {
  const ids = actions.map(({ id }) => id);
  const [plans, pilotes, dernieres] = await Promise.all([
    lirePlansSansPolitique(base, [...new Set(actions.map(({ plan }) => plan))]),
    pilotesDesActions(base, ids),
    dernieresNouvelles(base, ids),
  ]);
  const parId = new Map(plans.map((plan) => [plan.id, plan]));
  return actions.map((action) => {
    const plan = parId.get(action.plan);
    const porteurs = (pilotes.get(action.id) ?? []).flatMap(({ organisation, territoire }) =>
      organisation === null || territoire === null ? [] : { organisation, territoire },
    );
    const derniere = dernieres.get(action.id) ?? null;
    return {
      ...presenterAction(action),
      planTitre: titres.get(action.plan) ?? '',
      notable: plan !== undefined && peutNoterAction(acteur, plan, porteurs).permis,
      derniere,
      vue: derniere?.instant ?? '',
    };
  });
}

/** The last note of each of these actions that still counts, at its place in the story: a page of actions at most. */
export async function dernieresNouvelles(base: Base, actions: readonly string[]): Promise<Map<string, DerniereNote>> {
  if (actions.length === 0) return new Map();
  const lignes = await base
    .selectFrom('note_avancement')
    .innerJoin('signataire', 'signataire.id', 'note_avancement.auteur')
    .distinctOn('action_id')
    .select(['action_id', 'statut', 'taux', 'texte', 'vaut_le', 'signataire.nom'])
    .where('action_id', 'in', [...actions])
    .where('corrigee_le', 'is', null)
    .orderBy('action_id')
    .orderBy('vaut_le', 'desc')
    .orderBy('ordre', 'desc')
    .execute();
  return new Map(
    lignes.map(({ action_id, statut, taux, texte, vaut_le, nom }) => [
      action_id,
      { statut: statut as StatutDeclare | null, taux, texte, instant: vaut_le.toISOString(), auteur: nom },
    ]),
  );
}
