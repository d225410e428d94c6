import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { echec, type Jour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { type PlanVu, peutLirePlan } from '../politique.ts';
import type { Genre } from '../regles/genres.ts';

export type Axe = {
  readonly id: string;
  readonly parent: string | null;
  readonly rang: number;
  readonly code: string | null;
  readonly intitule: string;
};

export type Plan = PlanVu & {
  readonly id: string;
  readonly titre: string;
  readonly genre: Genre;
  readonly description: string | null;
  readonly proprietaireLibelle: string;
  readonly proprietaireNom: string;
  readonly territoireNom: string;
  readonly periode: { readonly debut: Jour | null; readonly fin: Jour | null };
  readonly dateDeReference: Jour | null;
  readonly silenceJours: number;
  readonly reportsAValider: boolean;
  readonly demonstration: boolean;
  readonly version: number;
};

const ABSENT: Refus = {
  nature: 'introuvable',
  regle: 'plan.introuvable',
  message: 'Ce plan n’existe pas ou n’existe plus. Vérifiez l’adresse, ou partez de la liste des plans.',
};

/** One plan, if this actor may read it. */
export async function trouverPlan(base: Base, acteur: Acteur, id: string): Promise<Resultat<Plan>> {
  if (!estIdentifiant(id)) return echec(ABSENT);
  const plan = await lirePlanSansPolitique(base, id);
  if (!plan) return echec(ABSENT);
  const decision = peutLirePlan(acteur, plan);
  return decision.permis
    ? reussite(plan)
    : echec({ nature: 'interdit', regle: decision.regle, message: decision.message });
}

/** For commands, which ask their own policy within their transaction. */
export async function lirePlanSansPolitique(base: Base, id: string): Promise<Plan | null> {
  const [plan] = await lirePlansSansPolitique(base, [id]);
  return plan ?? null;
}

/** Several at once, in no order; the caller bounds them by the policy. */
export async function lirePlansSansPolitique(base: Base, ids: readonly string[]): Promise<Plan[]> {
  if (ids.length === 0) return [];
  const lignes = await base
    .selectFrom('plan')
    .innerJoin('organisation', 'organisation.id', 'plan.proprietaire_id')
    .innerJoin('territoire', 'territoire.code', 'plan.territoire_code')
    .selectAll('plan')
    .select(['organisation.sigle', 'organisation.nom as organisation_nom', 'territoire.nom as territoire_nom'])
    .select(
      sql<string[]>`array(
        select distinct p.organisation_id from action_pilote p join action a on a.id = p.action_id
        where p.plan_id = plan.id and p.organisation_id is not null and a.retiree_le is null)`.as('citees'),
    )
    .where('plan.id', 'in', ids)
    .execute();
  return lignes.map((ligne) => ({
    id: ligne.id,
    titre: ligne.titre,
    genre: ligne.genre as Genre,
    description: ligne.description,
    proprietaire: ligne.proprietaire_id,
    proprietaireLibelle: ligne.sigle ?? ligne.organisation_nom,
    proprietaireNom: ligne.organisation_nom,
    ministere: ligne.ministere_id,
    territoire: ligne.territoire_code,
    territoireNom: ligne.territoire_nom,
    diffusion: ligne.diffusion as Plan['diffusion'],
    etat: ligne.etat as Plan['etat'],
    organisationsCitees: ligne.citees,
    periode: { debut: ligne.periode_debut as Jour | null, fin: ligne.periode_fin as Jour | null },
    dateDeReference: ligne.date_de_reference as Jour | null,
    silenceJours: ligne.silence_jours,
    reportsAValider: ligne.reports_a_valider,
    demonstration: ligne.demonstration,
    version: ligne.version,
  }));
}

/** The axes of a plan in their order, parents before children at each level. */
export async function axesDuPlan(base: Base, plan: string): Promise<Axe[]> {
  const lignes = await base
    .selectFrom('axe')
    .select(['id', 'parent_id', 'rang', 'code', 'intitule'])
    .where('plan_id', '=', plan)
    .where('retire_le', 'is', null)
    .orderBy('rang')
    .orderBy('id')
    .limit(2_000)
    .execute();
  return lignes.map(({ parent_id, ...axe }) => ({ ...axe, parent: parent_id }));
}

/** The shape of our identifiers; anything else never reaches the database. */
export function estIdentifiant(texte: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(texte);
}
