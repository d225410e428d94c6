import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import { type Acteur, contributionsAuxPlans, neFontQueLire } from '#acces';
import type { Base, DB } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { ACTION_OUVERTE } from '../lectures/pour-accueil.ts';
import { plansVisibles } from '../politique.ts';
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
 * is read whole. The team of a plan, which may write for all of its territories, is not asked for any.
 */
export async function declinaisonsAttendues(
  base: Base,
  acteur: Acteur,
  page: number,
  jour: Jour,
): Promise<DeclinaisonsAttendues> {
  const ouvertes = (await declinaisonsOuvertes(base, acteur, jour)).sort(
    (a, b) =>
      (b.silence ?? 0) - (a.silence ?? 0) ||
      (a.derniereNouvelle ?? '').localeCompare(b.derniereNouvelle ?? '') ||
      (a.id < b.id ? -1 : 1),
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

/** One page of them, in its order, with their words. */
async function lireEntieres(base: Base, ouvertes: readonly Ouverte[], jour: Jour): Promise<DeclinaisonATenir[]> {
  if (ouvertes.length === 0) return [];
  const ids = ouvertes.map(({ id }) => id);
  const lues = await lireDeclinaisons(base, sql`d.id = any(${sql.val(ids)}::uuid[])`, {
    jour,
    passe: false,
  });
  const parId = new Map(lues.map((une) => [une.id, une]));
  return ouvertes.flatMap(({ id, action, intitule, code, plan, titre, silence, habilitee }) => {
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
export async function declinaisonsOuvertes(base: Base, acteur: Acteur, jour: Jour) {
  if (neFontQueLire(acteur.profil)) return [];
  const tenus = territoiresTenus(acteur.territoire);
  const lignes = await base
    .selectFrom('declinaison')
    .innerJoin('action', 'action.id', 'declinaison.action_id')
    .innerJoin('plan', 'plan.id', 'declinaison.plan_id')
    .innerJoin('territoire', 'territoire.code', 'declinaison.territoire_code')
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
    .select([
      'declinaison.id',
      'declinaison.territoire_code as territoire',
      'territoire.nom',
      'dit.statut',
      'derniere.nouvelle',
    ])
    .select(sql<Jour>`(declinaison.cree_le at time zone 'Europe/Paris')::date`.as('creeLe'))
    .select(['action.id as action', 'action.intitule', 'action.code', 'plan.id as plan', 'plan.titre'])
    .select('plan.silence_jours as silenceJours')
    .where(tenueParLui(acteur))
    .where('declinaison.retiree_le', 'is', null)
    .where(sql<boolean>`coalesce(dit.statut, '') not in ('terminee', 'abandonnee')`)
    .where('action.retiree_le', 'is', null)
    .where(ACTION_OUVERTE)
    .where('plan.etat', '=', 'actif')
    .where(plansVisibles(acteur))
    .execute();
  return lignes.map(({ statut: dit, nouvelle: derniereNouvelle, ...ligne }) => {
    const statut = dit as StatutDeclare | null;
    return {
      ...ligne,
      statut,
      derniereNouvelle,
      silence: silenceDe({ statut, derniereNouvelle, creeLe: ligne.creeLe }, jour, ligne.silenceJours),
      habilitee: !tenus.includes(ligne.territoire),
    };
  });
}

/** One's own territory, or one a grant about this plan or its ministry lets one speak for without being of its team. */
function tenueParLui(acteur: Acteur): Expression<SqlBool> {
  const eb = expressionBuilder<DB, 'plan' | 'declinaison'>();
  const dans = (codes: readonly string[]) =>
    eb('declinaison.territoire_code', 'in', sql<string>`(select unnest(${sql.val([...codes])}::text[]))`);
  return eb.or([
    dans(territoiresTenus(acteur.territoire)),
    ...contributionsAuxPlans(acteur.habilitations).map(({ droit, objet, id, territoires }) =>
      eb.and([
        dans(territoires),
        objet === 'plan' ? eb('plan.id', '=', id) : eb('plan.ministere_id', '=', id),
        ...(droit === 'modifier'
          ? [sql<boolean>`plan.territoire_code <> all (${sql.val([...territoires])}::text[])`]
          : []),
      ]),
    ),
  ]);
}
