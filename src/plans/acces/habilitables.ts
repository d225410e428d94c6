import { type Expression, type SqlBool, sql } from 'kysely';
import type { Acteur } from '#acces';
import type { DroitSurObjet, GenreHabilitable, Habilitables } from '#acces/habilitations';
import type { Base } from '#socle/base';
import { estIdentifiant, lirePlanSansPolitique } from '../lectures/plan.ts';
import { type PlanVu, peutLirePlan, peutModifierPlan, peutNoterAction, plansVisibles } from '../politique.ts';

/**
 * Has this actor this right on this plan for this territory? Contributing for a territory is giving news of whatever its
 * services carry: it is asked for a service of the territory that is not one's own.
 */
export function porteSurPlan(acteur: Acteur, plan: PlanVu, droit: DroitSurObjet, territoire: string): boolean {
  if (droit === 'modifier') return peutModifierPlan(acteur, plan).permis;
  if (!peutLirePlan(acteur, plan).permis) return false;
  return droit === 'lire' || peutNoterAction(acteur, plan, [{ organisation: '', territoire }]).permis;
}

/** The same on every plan of a ministry within a territory: asked of one that nothing else ties to the actor. */
export function porteSurChamp(acteur: Acteur, ministere: string, droit: DroitSurObjet, territoire: string): boolean {
  const quelconque: PlanVu = {
    id: '',
    proprietaire: '',
    ministere,
    territoire,
    diffusion: 'equipe',
    etat: 'actif',
    organisationsCitees: [],
  };
  return porteSurPlan(acteur, quelconque, droit, territoire);
}

const plans: GenreHabilitable = {
  type: 'plan',
  nom: 'Plans',
  async nommer(base, acteur, ids) {
    const connus = ids.filter(estIdentifiant);
    if (connus.length === 0) return new Map();
    const lignes = await base
      .selectFrom('plan')
      .select(['id', 'titre'])
      .where('id', 'in', connus)
      .where(plansVisibles(acteur))
      .execute();
    return new Map(lignes.map(({ id, titre }) => [id, { libelle: titre, adresse: `/plans/${id}` }]));
  },
  async chercher(base, acteur, texte, limite) {
    const lignes = await base
      .selectFrom('plan')
      .select(['id', 'titre as libelle'])
      .where(plansVisibles(acteur))
      .where(contient('plan.titre', texte))
      .orderBy(sql`etat = 'archive'`)
      .orderBy(sql`titre collate "fr-x-icu"`)
      .orderBy('id')
      .limit(limite)
      .execute();
    return lignes;
  },
  async porte(base, acteur, id, droit, territoire) {
    const plan = estIdentifiant(id) ? await lirePlanSansPolitique(base, id) : null;
    if (plan === null || !peutLirePlan(acteur, plan).permis) return null;
    return porteSurPlan(acteur, plan, droit, territoire);
  },
};

const champs: GenreHabilitable = {
  type: 'champ',
  nom: 'Tous les plans d’un ministère',
  async nommer(base, _acteur, ids) {
    const lignes = await ministeres(base).where('id', 'in', ids).execute();
    return new Map(lignes.map(({ id, nom }) => [id, { libelle: `Plans et réformes : ${nom}`, adresse: null }]));
  },
  async chercher(base, _acteur, texte, limite) {
    const lignes = await ministeres(base)
      .where(contient(`organisation.nom`, texte))
      .orderBy(sql`nom collate "fr-x-icu"`)
      .limit(limite)
      .execute();
    return lignes.map(({ id, nom }) => ({ id, libelle: nom }));
  },
  async porte(base, acteur, id, droit, territoire) {
    const ministere = await ministeres(base).where('id', '=', id).executeTakeFirst();
    return ministere ? porteSurChamp(acteur, id, droit, territoire) : null;
  },
};

/** What grants may be about, among plans. */
export const PLANS_HABILITABLES: Habilitables = [plans, champs];

function ministeres(base: Base) {
  return base
    .selectFrom('organisation')
    .select(['id', 'nom'])
    .where('genre', '=', 'ministere')
    .where('active', '=', true);
}

/** Accents and capitals do not matter. */
function contient(colonne: 'plan.titre' | 'organisation.nom', texte: string): Expression<SqlBool> {
  const mots = texte.replaceAll(/[\\%_]/g, '\\$&');
  return sql<SqlBool>`unaccent(lower(${sql.ref(colonne)})) like '%' || unaccent(lower(${mots})) || '%'`;
}
