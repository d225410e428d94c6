import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Engagement } from '../regles/horizon.ts';
import { engagementsDesActions, type Regard } from './faits.ts';
import type { ActionSituee } from './situations.ts';

/** How an action is called, and where it stands in its plan. */
export type Nom = { readonly axe: string | null; readonly code: string | null; readonly intitule: string };

export type ActionNommee = ActionSituee & Nom;

/** An action with the words of its deadlines, for those that are shown. */
export type ActionAvecEngagements = ActionNommee & { readonly engagements: readonly Engagement[] };

/** These actions with their names, in the same order: those that are shown, since a list judges thousands without any. */
export async function nommerActions<A extends { readonly id: string }>(
  base: Base,
  actions: readonly A[],
): Promise<(A & Nom)[]> {
  const noms = await nomsDesActions(base, actions);
  return actions.flatMap((action) => {
    const nom = noms.get(action.id);
    return nom === undefined ? [] : [{ ...action, ...nom }];
  });
}

/** These actions, in the same order, with their names and the words of their deadlines as they stood from `regard`. */
export async function avecEngagements<A extends { readonly id: string }>(
  base: Base,
  actions: readonly A[],
  regard: Regard,
): Promise<(A & Nom & { readonly engagements: readonly Engagement[] })[]> {
  if (actions.length === 0) return [];
  const [nommees, engagements] = await Promise.all([
    nommerActions(base, actions),
    engagementsDesActions(base, { actions: actions.map(({ id }) => id) }, regard),
  ]);
  return nommees.map((action) => ({ ...action, engagements: engagements.get(action.id) ?? [] }));
}

async function nomsDesActions(base: Base, actions: readonly { readonly id: string }[]): Promise<Map<string, Nom>> {
  if (actions.length === 0) return new Map();
  const ids = actions.map(({ id }) => id);
  const lignes = await base
    .selectFrom('action')
    .select(['id', 'axe_id as axe', 'code', 'intitule'])
    .where('id', 'in', sql<string>`(select unnest(${sql.val(ids)}::uuid[]))`)
    .execute();
  return new Map(lignes.map(({ id, ...nom }) => [id, nom]));
}
