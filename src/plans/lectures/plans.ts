import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { type PlanVu, plansVisibles } from '../politique.ts';
import type { Genre } from '../regles/genres.ts';
import { type Bilan, bilan } from '../regles/situation.ts';
import type { Regard } from './faits.ts';
import { type ActionSituee, actionsSituees } from './situations.ts';

export type CriteresDePlans = {
  readonly q: string | null;
  readonly etat: PlanVu['etat'] | null;
  readonly territoire: string | null;
  /** Page from 1. */
  readonly page: number;
  readonly parPage?: number;
  /** Instead of a page: what comes after this place, whatever was added or removed meanwhile. */
  readonly apres?: PlaceDePlan | null;
};

/** Where a plan stands in the list: archived last, then the latest first. */
export type PlaceDePlan = { readonly archive: boolean; readonly creeLe: string; readonly id: string };

export type PlanListe = {
  readonly id: string;
  readonly titre: string;
  readonly genre: Genre;
  readonly etat: PlanVu['etat'];
  readonly proprietaire: string;
  readonly territoire: string;
  readonly bilan: Bilan;
  /** The open action whose term comes next. */
  readonly prochaine: ActionSituee | null;
};

const PLANS_PAR_PAGE = 20;

/** The plans this actor may read, each with its count of actions; the total obeys the same bound. */
export async function listerPlans(
  base: Base,
  acteur: Acteur,
  criteres: CriteresDePlans,
  regard: Regard,
): Promise<{ plans: PlanListe[]; total: number; pages: number; suite: PlaceDePlan | null }> {
  const { apres = null, parPage = PLANS_PAR_PAGE } = criteres;
  let requete = base
    .selectFrom('plan')
    .innerJoin('organisation', 'organisation.id', 'plan.proprietaire_id')
    .innerJoin('territoire', 'territoire.code', 'plan.territoire_code')
    .where(plansVisibles(acteur));
  if (criteres.q)
    requete = requete.where(sql<boolean>`plan.recherche @@ websearch_to_tsquery('francais', ${criteres.q})`);
  if (criteres.etat) requete = requete.where('plan.etat', '=', criteres.etat);
  if (criteres.territoire) requete = requete.where('plan.territoire_code', '=', criteres.territoire);
  const [{ total }, lignes] = await Promise.all([
    requete.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    requete
      .select([
        'plan.id',
        'plan.titre',
        'plan.genre',
        'plan.etat',
        'plan.cree_le',
        'organisation.sigle',
        'organisation.nom',
        'territoire.nom as territoire',
      ])
      .where(apres === null ? sql<boolean>`true` : vientApres(apres))
      .orderBy(sql`plan.etat = 'archive'`)
      .orderBy('plan.cree_le', 'desc')
      .orderBy('plan.id')
      .limit(parPage + 1)
      .offset((criteres.page - 1) * parPage)
      .execute(),
  ]);
  const derniere = lignes.length > parPage ? lignes[parPage - 1] : undefined;
  lignes.splice(parPage);
  const situees = await actionsSituees(
    base,
    lignes.map(({ id }) => id),
    regard,
  );
  const parPlan = parPlanDe(situees);
  return {
    total,
    pages: Math.max(1, Math.ceil(total / parPage)),
    suite: derniere
      ? { archive: derniere.etat === 'archive', creeLe: derniere.cree_le.toISOString(), id: derniere.id }
      : null,
    plans: lignes.map((ligne) => {
      const actions = parPlan.get(ligne.id) ?? [];
      return {
        id: ligne.id,
        titre: ligne.titre,
        genre: ligne.genre as Genre,
        etat: ligne.etat as PlanVu['etat'],
        proprietaire: ligne.sigle ?? ligne.nom,
        territoire: ligne.territoire,
        bilan: bilan(actions),
        prochaine: prochaineEcheance(actions),
      };
    }),
  };
}

/** A place is kept to the millisecond, which is how instants are written. */
function vientApres({ archive, creeLe, id }: PlaceDePlan) {
  return sql<boolean>`((plan.etat = 'archive') > ${archive}::boolean or ((plan.etat = 'archive') = ${archive}::boolean
    and (plan.cree_le < ${creeLe}::timestamptz or (plan.cree_le = ${creeLe}::timestamptz and plan.id > ${id}::uuid))))`;
}

/** The open action whose term comes next, today included. */
export function prochaineEcheance(actions: readonly ActionSituee[]): ActionSituee | null {
  const aVenir = actions.filter(
    ({ situation }) => !situation.close && situation.terme !== null && situation.retard === 0,
  );
  return aVenir.reduce<ActionSituee | null>(
    (premiere, action) =>
      premiere === null || (action.situation.terme ?? '') < (premiere.situation.terme ?? '') ? action : premiere,
    null,
  );
}

function parPlanDe(actions: readonly ActionSituee[]): Map<string, ActionSituee[]> {
  const groupes = new Map<string, ActionSituee[]>();
  for (const action of actions) {
    const groupe = groupes.get(action.plan);
    if (groupe) groupe.push(action);
    else groupes.set(action.plan, [action]);
  }
  return groupes;
}
