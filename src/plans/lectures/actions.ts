import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { RolePilote, StatutDeclare } from '../regles/lecture.ts';
import { type Bilan, bilan, type Marque, marques } from '../regles/situation.ts';
import { type ActionAvecEngagements, avecEngagements, nommerActions } from './details.ts';
import type { Regard } from './faits.ts';
import { type ActionSituee, actionsSituees } from './situations.ts';

export type TriDActions = 'rang' | 'intitule' | 'echeance' | 'statut' | 'taux' | 'retard' | 'nouvelle';

export type CriteresDActions = {
  readonly q: string | null;
  readonly axe: string | null;
  /** Identifier of an organisation: its actions and those of the organisations below it. */
  readonly organisation: string | null;
  /** Name as written, for those not attached to the directory. */
  readonly piloteTexte: string | null;
  readonly territoire: string | null;
  readonly statut: StatutDeclare | 'non_declare' | null;
  readonly marque: Marque | null;
  readonly tri: TriDActions;
  readonly sens: 'croissant' | 'decroissant';
  /** Page from 1. */
  readonly page: number;
  readonly parPage: number;
  /** Instead of a page: what comes after this action, whatever was added or withdrawn meanwhile. */
  readonly apres?: string;
};

export type Pilote = {
  readonly texte: string;
  readonly role: RolePilote;
  readonly organisation: string | null;
  /** Where the organisation is. */
  readonly territoire: string | null;
  readonly libelle: string;
};

export type ActionListee = ActionAvecEngagements & { readonly pilotes: readonly Pilote[] };

export type ListeDActions = {
  readonly actions: readonly ActionListee[];
  /** How many match the filters. */
  readonly nombre: number;
  readonly pages: number;
  /** Whether more actions follow these. */
  readonly suite: boolean;
  /** False when `apres` is not an action of this list: nothing is listed then. */
  readonly situee: boolean;
  /** Counts of the whole plan, filters aside. */
  readonly bilan: Bilan;
  /** All the actions of the plan, situated: the summary and the timeline read them. */
  readonly toutes: readonly ActionSituee[];
};

/** The actions of a plan the caller was allowed to read, filtered, sorted, one page of them with their pilotes. */
export async function listerActions(
  base: Base,
  plan: string,
  criteres: CriteresDActions,
  regard: Regard,
): Promise<ListeDActions> {
  const [toutes, retenues] = await Promise.all([
    actionsSituees(base, [plan], regard),
    identifiantsRetenus(base, plan, criteres),
  ]);
  const filtrees = toutes
    .filter((action) => retenues === null || retenues.has(action.id))
    .filter(({ statut }) => criteres.statut === null || (statut ?? 'non_declare') === criteres.statut)
    .filter(({ situation }) => criteres.marque === null || marques(situation).includes(criteres.marque));
  const triees = await trier(base, filtrees, criteres);
  const { apres, parPage } = criteres;
  const debut = apres === undefined ? (criteres.page - 1) * parPage : triees.findIndex(({ id }) => id === apres) + 1;
  const situee = apres === undefined || debut > 0;
  const page = situee ? triees.slice(debut, debut + parPage) : [];
  const [montrees, pilotes] = await Promise.all([
    avecEngagements(base, page, regard),
    pilotesDesActions(
      base,
      page.map(({ id }) => id),
    ),
  ]);
  return {
    actions: montrees.map((action) => ({ ...action, pilotes: pilotes.get(action.id) ?? [] })),
    nombre: filtrees.length,
    pages: Math.max(1, Math.ceil(filtrees.length / parPage)),
    suite: debut + parPage < triees.length,
    situee,
    bilan: bilan(toutes),
    toutes,
  };
}

/** Organisations and persons of these actions, in their order. */
export async function pilotesDesActions(base: Base, actions: readonly string[]): Promise<Map<string, Pilote[]>> {
  const parAction = new Map<string, Pilote[]>();
  if (actions.length === 0) return parAction;
  const lignes = await base
    .selectFrom('action_pilote')
    .leftJoin('organisation', 'organisation.id', 'action_pilote.organisation_id')
    .select([
      'action_pilote.action_id',
      'action_pilote.texte',
      'action_pilote.role',
      'action_pilote.organisation_id',
      'organisation.sigle',
      'organisation.nom',
      'organisation.territoire_code',
    ])
    .where('action_pilote.action_id', 'in', [...actions])
    .orderBy('action_pilote.action_id')
    .orderBy('action_pilote.rang')
    .execute();
  for (const ligne of lignes) {
    const pilote: Pilote = {
      texte: ligne.texte,
      role: ligne.role as RolePilote,
      organisation: ligne.organisation_id,
      territoire: ligne.territoire_code,
      libelle: ligne.sigle ?? ligne.nom ?? ligne.texte,
    };
    parAction.set(ligne.action_id, [...(parAction.get(ligne.action_id) ?? []), pilote]);
  }
  return parAction;
}

/** Identifiers the database keeps for the filters it answers best (text, axe, pilote, territory); null when none is set. */
async function identifiantsRetenus(base: Base, plan: string, criteres: CriteresDActions): Promise<Set<string> | null> {
  const { q, axe, organisation, piloteTexte, territoire } = criteres;
  if (!q && !axe && !organisation && !piloteTexte && !territoire) return null;
  let requete = base.selectFrom('action').select('action.id').where('action.plan_id', '=', plan);
  if (q) {
    requete = requete.where(
      sql<boolean>`(action.recherche @@ websearch_to_tsquery('francais', ${q}) or action.code = ${q} or exists (
        select 1 from note_avancement n where n.action_id = action.id and n.recherche @@ websearch_to_tsquery('francais', ${q})))`,
    );
  }
  if (axe) {
    requete = requete.where(
      sql<boolean>`action.axe_id in (
        with recursive sous as (select id from axe where id = ${axe} union select x.id from axe x join sous on x.parent_id = sous.id)
        select id from sous)`,
    );
  }
  if (organisation) {
    requete = requete.where(
      sql<boolean>`exists (select 1 from action_pilote p where p.action_id = action.id and p.organisation_id in (
        with recursive sous as (select id from organisation where id = ${organisation}
          union select o.id from organisation o join sous on o.parent_id = sous.id)
        select id from sous))`,
    );
  }
  if (piloteTexte) {
    requete = requete.where(
      sql<boolean>`exists (select 1 from action_pilote p where p.action_id = action.id and p.organisation_id is null and p.texte = ${piloteTexte})`,
    );
  }
  if (territoire) {
    requete = requete.where(
      sql<boolean>`exists (select 1 from action_pilote p join organisation o on o.id = p.organisation_id
        where p.action_id = action.id and o.territoire_code in (
          with recursive sous as (select code from territoire where code = ${territoire}
            union select t.code from territoire t join sous on t.parent_code = sous.code)
          select code from sous))`,
    );
  }
  const lignes = await requete.execute();
  return new Set(lignes.map(({ id }) => id));
}

/** Sorted copy. What has no value comes last whichever way the sort goes; equals keep the plan's order. */
async function trier(
  base: Base,
  actions: readonly ActionSituee[],
  { tri, sens }: CriteresDActions,
): Promise<readonly ActionSituee[]> {
  if (tri === 'rang') return sens === 'croissant' ? actions : [...actions].reverse();
  if (tri !== 'intitule') return ordonner(actions, (action) => cleDeTri(action, tri), sens);
  return ordonner(await nommerActions(base, actions), ({ intitule }) => intitule, sens);
}

function ordonner<A extends { readonly rang: number }>(
  actions: readonly A[],
  cle: (action: A) => string | number | null,
  sens: CriteresDActions['sens'],
): A[] {
  const signe = sens === 'croissant' ? 1 : -1;
  return [...actions].sort((a, b) => {
    const [cleA, cleB] = [cle(a), cle(b)];
    if (cleA === null || cleB === null) return Number(cleA === null) - Number(cleB === null) || a.rang - b.rang;
    const ordre =
      typeof cleA === 'string' && typeof cleB === 'string'
        ? COLLATION.compare(cleA, cleB)
        : Number(cleA) - Number(cleB);
    return ordre * signe || a.rang - b.rang;
  });
}

const COLLATION = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });
const ORDRE_DES_STATUTS: Readonly<Record<StatutDeclare, number>> = {
  bloquee: 0,
  en_cours: 1,
  a_lancer: 2,
  terminee: 3,
  abandonnee: 4,
};

function cleDeTri(action: ActionSituee, tri: Exclude<TriDActions, 'rang' | 'intitule'>): string | number | null {
  switch (tri) {
    case 'echeance':
      return action.situation.terme;
    case 'statut':
      return action.statut === null ? null : ORDRE_DES_STATUTS[action.statut];
    case 'taux':
      return action.taux === null ? null : Number(action.taux);
    case 'retard':
      return action.situation.retard === 0 ? null : action.situation.retard;
    case 'nouvelle':
      return action.derniereNouvelle;
  }
}
