import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import { type Acteur, contributionsAuxPlans, neFontQueLire } from '#acces';
import type { Base, DB } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { deCesPlans, type PlanActif, plansActifs } from '../lectures/lisibles.ts';
import { ACTION_OUVERTE } from '../lectures/pour-accueil.ts';
import { silenceDe, territoiresTenus } from '../regles/deploiement.ts';
import type { StatutDeclare } from '../regles/lecture.ts';
import { lireDeclinaisons } from './lectures.ts';
import { type DeclinaisonPresentee, presenterDeclinaison } from './presentation.ts';

/** A declination one is asked about, with what its form of news needs. */
export type DeclinaisonATenir = DeclinaisonPresentee & {
  readonly action: string;
  readonly intitule: string;
  readonly code: string | null;
  readonly plan: string;
  readonly planTitre: string;
  readonly vue: string;
  /** Not one's own territory: a grant lets one speak for it. */
  readonly habilitee: boolean;
};

export type DeclinaisonsAttendues = {
  readonly nombre: number;
  /** Those without news for longer than their plan wants. */
  readonly silencieuses: number;
  /** Those of other territories than one's own, which a grant lets one speak for. */
  readonly habilitees: number;
  readonly page: number;
  readonly pages: number;
  readonly montrees: DeclinaisonATenir[];
};

const PAR_PAGE = 10;

/**
 * What is expected of this person for territories: the open actions declined in their own, and in those a grant lets them
 * speak for, in the active plans they read, the longest silence first. All are counted from two facts each; only one page
 * is named and read whole. The team of a plan, which may write for all of its territories, is not asked for any.
 */
export async function declinaisonsAttendues(
  base: Base,
  acteur: Acteur,
  page: number,
  jour: Jour,
  plans = plansActifs(base, acteur),
): Promise<DeclinaisonsAttendues> {
  const ouvertes = (await declinaisonsOuvertes(base, acteur, jour, plans)).sort(
    (a, b) =>
      (b.silence ?? 0) - (a.silence ?? 0) ||
      comparer(a.derniereNouvelle ?? '', b.derniereNouvelle ?? '') ||
      comparer(a.id, b.id),
  );
  const pages = Math.max(1, Math.ceil(ouvertes.length / PAR_PAGE));
  const rang = Math.min(page, pages);
  return {
    nombre: ouvertes.length,
    silencieuses: ouvertes.filter(({ silence }) => silence !== null).length,
    habilitees: ouvertes.filter(({ habilitee }) => habilitee).length,
    page: rang,
    pages,
    montrees: await lireEntieres(base, ouvertes.slice((rang - 1) * PAR_PAGE, rang * PAR_PAGE), jour),
  };
}

type Ouverte = Awaited<ReturnType<typeof declinaisonsOuvertes>>[number];

/** Days and identifiers, character by character: by thousands, the collation of a language costs more than the query. */
function comparer(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One page of them, in its order, with their words. */
async function lireEntieres(base: Base, ouvertes: readonly Ouverte[], jour: Jour): Promise<DeclinaisonATenir[]> {
  if (ouvertes.length === 0) return [];
  const ids = ouvertes.map(({ id }) => id);
  const [nommees, lues] = await Promise.all([
    nommerDeclinaisons(base, ouvertes),
    lireDeclinaisons(base, sql`d.id = any(${sql.val(ids)}::uuid[])`, { jour, passe: false }),
  ]);
  const parId = new Map(lues.map((une) => [une.id, une]));
  return nommees.flatMap(({ id, action, intitule, code, plan, titre, silence, habilitee }) => {
    const une = parId.get(id);
    return une === undefined
      ? []
      : {
          ...presenterDeclinaison(une, silence),
          vue: une.vue,
          action,
          intitule,
          code,
          plan,
          planTitre: titre,
          habilitee,
        };
  });
}

/**
 * Those not closed that this person may be asked about, with how long they have been silent: from the last status and the day
 * of the last news, which the index of the notes gives; none for who only reads.
 */
export async function declinaisonsOuvertes(
  base: Base,
  acteur: Acteur,
  jour: Jour,
  plans: Promise<readonly PlanActif[]>,
) {
  if (neFontQueLire(acteur.profil)) return [];
  const tenus = territoiresTenus(acteur.territoire);
  const lus = await plans;
  const silences = new Map(lus.map(({ id, silenceJours }) => [id, silenceJours]));
  const lignes = await base
    .selectFrom('declinaison')
    .innerJoin('action', 'action.id', 'declinaison.action_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('note_de_declinaison as n')
          .select('n.statut')
          .whereRef('n.declinaison_id', '=', 'declinaison.id')
          .where('n.corrigee_le', 'is', null)
          .where('n.statut', 'is not', null)
          .orderBy('n.vaut_le', 'desc')
          .orderBy('n.ordre', 'desc')
          .limit(1)
          .as('dit'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('note_de_declinaison as n')
          .select(sql<Jour>`(n.vaut_le at time zone 'Europe/Paris')::date`.as('nouvelle'))
          .whereRef('n.declinaison_id', '=', 'declinaison.id')
          .where('n.corrigee_le', 'is', null)
          .orderBy('n.vaut_le', 'desc')
          .orderBy('n.ordre', 'desc')
          .limit(1)
          .as('derniere'),
      (join) => join.onTrue(),
    )
    .select(['declinaison.id', 'declinaison.action_id as action', 'declinaison.plan_id as plan'])
    .select(['declinaison.territoire_code as territoire', 'dit.statut', 'derniere.nouvelle'])
    .select(sql<Jour>`(declinaison.cree_le at time zone 'Europe/Paris')::date`.as('creeLe'))
    .where(deCesPlans('declinaison.plan_id', lus))
    .where(tenueParLui(acteur, lus))
    .where('declinaison.retiree_le', 'is', null)
    .where(sql<boolean>`coalesce(dit.statut, '') not in ('terminee', 'abandonnee')`)
    .where('action.retiree_le', 'is', null)
    .where(ACTION_OUVERTE)
    .execute();
  return lignes.map(({ id, action, plan, territoire, creeLe, nouvelle: derniereNouvelle, ...ligne }) => {
    const statut = ligne.statut as StatutDeclare | null;
    return {
      id,
      action,
      plan,
      territoire,
      derniereNouvelle,
      silence: silenceDe({ statut, derniereNouvelle, creeLe }, jour, silences.get(plan) ?? 0),
      habilitee: !tenus.includes(territoire),
    };
  });
}

/** The same, in the same order, with what they are called: those that are said. */
export async function nommerDeclinaisons<D extends { readonly id: string }>(base: Base, declinaisons: readonly D[]) {
  if (declinaisons.length === 0) return [];
  const ids = declinaisons.map(({ id }) => id);
  const lignes = await base
    .selectFrom('declinaison')
    .innerJoin('action', 'action.id', 'declinaison.action_id')
    .innerJoin('plan', 'plan.id', 'declinaison.plan_id')
    .innerJoin('territoire', 'territoire.code', 'declinaison.territoire_code')
    .select(['declinaison.id', 'action.intitule', 'action.code', 'plan.titre', 'territoire.nom'])
    .where('declinaison.id', 'in', sql<string>`(select unnest(${sql.val(ids)}::uuid[]))`)
    .execute();
  const noms = new Map(lignes.map((ligne) => [ligne.id, ligne]));
  return declinaisons.flatMap((une) => {
    const nom = noms.get(une.id);
    return nom === undefined ? [] : [{ ...une, ...nom }];
  });
}

/** One's own territory, or one a grant about this plan or its ministry lets one speak for without being of its team. */
function tenueParLui(acteur: Acteur, plans: readonly PlanActif[]): Expression<SqlBool> {
  const eb = expressionBuilder<DB, 'declinaison'>();
  const dans = (codes: readonly string[]) =>
    eb('declinaison.territoire_code', 'in', sql<string>`(select unnest(${sql.val([...codes])}::text[]))`);
  return eb.or([
    dans(territoiresTenus(acteur.territoire)),
    ...contributionsAuxPlans(acteur.habilitations).map(({ droit, objet, id, territoires }) => {
      const ouverts = plans
        .filter((plan) => (objet === 'plan' ? plan.id : plan.ministere) === id)
        .filter((plan) => droit !== 'modifier' || !territoires.includes(plan.territoire));
      return eb.and([dans(territoires), deCesPlans('declinaison.plan_id', ouverts)]);
    }),
  ]);
}
