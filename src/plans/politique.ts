import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import {
  type Acteur,
  type Decision,
  type HabilitationEnVigueur,
  habilitationsPour,
  neFontQueLire,
  PERMIS,
  refus,
  territoiresDeContribution,
} from '#acces';
import type { DB } from '#socle/base';

/** What a policy needs to know of a plan. */
export type PlanVu = {
  readonly id: string;
  readonly proprietaire: string;
  readonly ministere: string | null;
  readonly territoire: string;
  readonly diffusion: 'equipe' | 'administration';
  readonly etat: 'brouillon' | 'actif' | 'archive';
  /** Organisations named on its actions and attached to the directory. */
  readonly organisationsCitees: readonly string[];
  /** Those who carry an action may ask to put its deadlines off; the team answers. */
  readonly reportsAValider?: boolean;
};

/** An organisation that carries an action, and where it is. */
export type PiloteVu = { readonly organisation: string; readonly territoire: string };

/**
 * Why someone reads a plan: `ditp`; `equipe`, the owner's team, which writes; `service`, people of the owner's service;
 * `tout`, a profile that reads everything published; `ministere`, `territoire`: the plan is of theirs; `nomme`: an action
 * names their service; `reseau`: it names a group their service belongs to; `ouvert`: it is open to the administration.
 */
export type RaisonDeLire =
  | {
      readonly genre:
        | 'ditp'
        | 'equipe'
        | 'service'
        | 'tout'
        | 'ministere'
        | 'territoire'
        | 'nomme'
        | 'reseau'
        | 'ouvert';
    }
  | { readonly genre: 'habilitation'; readonly habilitation: HabilitationEnVigueur };

/**
 * Who reads a plan: its team, those a grant makes write in it and the DITP always; the others once it is no longer a
 * draft: when a grant opens it, when it is of their service, in their field (ministry), on their territory, names their organisation,
 * or touches their territory and either is shared with the whole administration or names a group they belong to (« les
 * SGC-D » of a plan of Bretagne are those of Bretagne).
 */
export function peutLirePlan(acteur: Acteur, plan: PlanVu): Decision {
  if (pourquoiLirePlan(acteur, plan).length > 0) return PERMIS;
  return plan.etat === 'brouillon'
    ? refus(
        'plan.lire.brouillon',
        'Ce plan est un brouillon : seule l’équipe qui le prépare le voit. Demandez-lui de le publier.',
      )
    : refus(
        'plan.lire.portee',
        'Ce plan n’est pas dans votre champ : il appartient à un autre ministère ou à un autre territoire, et votre service n’y est pas nommé. Son propriétaire peut l’ouvrir à toute l’administration.',
      );
}

/** Everything that lets this person read this plan, the strongest first; nothing: the plan is closed to them. */
export function pourquoiLirePlan(acteur: Acteur, plan: PlanVu): readonly RaisonDeLire[] {
  const ecrit = pourquoiModifierPlan(acteur, plan);
  if (plan.etat === 'brouillon') return ecrit;
  const cite = (organisations: readonly string[]) =>
    plan.organisationsCitees.some((organisation) => organisations.includes(organisation));
  const touche = toucheSonTerritoire(acteur, plan);
  const equipe = ecrit.some(({ genre }) => genre === 'equipe');
  return [
    ...ecrit.filter(({ genre }) => genre !== 'habilitation'),
    ...habilitationsPour(acteur.habilitations, 'lire', objet(plan)).map(parHabilitation),
    ...si('service', !equipe && acteur.organisations.includes(plan.proprietaire)),
    ...si('tout', LISENT_TOUT.has(acteur.profil)),
    ...si(
      'ministere',
      DE_LEUR_CHAMP.has(acteur.profil) && plan.ministere !== null && plan.ministere === acteur.ministere,
    ),
    ...si('territoire', DE_LEUR_TERRITOIRE.has(acteur.profil) && acteur.territoires.includes(plan.territoire)),
    ...si('nomme', cite(acteur.organisations)),
    ...si('reseau', touche && cite(acteur.collectifs)),
    ...si('ouvert', touche && plan.diffusion === 'administration'),
  ];
}

/** Who writes in a plan: the team of the owner, those a grant adds to it, and the DITP. Cabinets and the centre read. */
export function peutModifierPlan(acteur: Acteur, plan: PlanVu): Decision {
  if (pourquoiModifierPlan(acteur, plan).length > 0) return PERMIS;
  return ECRIVENT_DES_PLANS.has(acteur.profil)
    ? refus(
        'plan.modifier.equipe',
        'Seule l’équipe du service propriétaire modifie ce plan. Adressez-lui votre proposition, ou ajoutez une note à vos actions.',
      )
    : refus('plan.modifier.profil', `${LECTURE_SEULE} Adressez-vous au responsable du plan.`);
}

function pourquoiModifierPlan(acteur: Acteur, plan: PlanVu): readonly RaisonDeLire[] {
  const habilites = neFontQueLire(acteur.profil)
    ? []
    : habilitationsPour(acteur.habilitations, 'modifier', objet(plan));
  return [
    ...si('ditp', acteur.profil === 'ditp'),
    ...si('equipe', estDeLEquipe(acteur, plan)),
    ...habilites.map(parHabilitation),
  ];
}

function si(genre: Exclude<RaisonDeLire['genre'], 'habilitation'>, vrai: boolean): readonly RaisonDeLire[] {
  return vrai ? [{ genre }] : [];
}

function parHabilitation(habilitation: HabilitationEnVigueur): RaisonDeLire {
  return { genre: 'habilitation', habilitation };
}

/**
 * Who tells where an action stands: the plan's team, the organisations that carry the action, and those a grant lets
 * contribute for the territory of the plan or of one of these organisations.
 */
export function peutNoterAction(acteur: Acteur, plan: PlanVu, pilotes: readonly PiloteVu[]): Decision {
  if (peutModifierPlan(acteur, plan).permis) return PERMIS;
  if (neFontQueLire(acteur.profil))
    return refus(
      'action.noter.profil',
      `${LECTURE_SEULE} Le pilote de l’action et le responsable du plan la tiennent à jour.`,
    );
  const habilites = territoiresDeContribution(acteur.habilitations, objet(plan));
  return habilites.includes(plan.territoire) ||
    pilotes.some(
      ({ organisation, territoire }) => acteur.organisations.includes(organisation) || habilites.includes(territoire),
    )
    ? PERMIS
    : refus(
        'action.noter.pilote',
        'Votre service ne pilote pas cette action. Son pilote ou le responsable du plan la tiennent à jour.',
      );
}

/** Who corrects a note: its author, as long as they may still write one, and the plan's team. */
export function peutCorrigerNote(acteur: Acteur, plan: PlanVu, pilotes: readonly PiloteVu[], auteur: string): Decision {
  const decision = peutNoterAction(acteur, plan, pilotes);
  if (!decision.permis || auteur === acteur.compte || peutModifierPlan(acteur, plan).permis) return decision;
  return refus(
    'note.corriger.auteur',
    'Cette note est signée d’une autre personne : son auteur ou l’équipe du plan la corrigent. Ajoutez la vôtre.',
  );
}

/** Who asks to put a deadline off: where the plan takes requests, those who tell where the action stands. The team reports by itself. */
export function peutDemanderReport(acteur: Acteur, plan: PlanVu, pilotes: readonly PiloteVu[]): Decision {
  const decision = peutNoterAction(acteur, plan, pilotes);
  if (!decision.permis) return decision;
  if (peutModifierPlan(acteur, plan).permis)
    return refus(
      'report.demander.equipe',
      'Vous êtes de l’équipe du plan : reportez l’échéance vous-même, avec sa raison.',
    );
  return plan.reportsAValider === true
    ? PERMIS
    : refus(
        'report.demander.ferme',
        'Dans ce plan, les reports ne se demandent pas en ligne : écrivez-le dans une note, l’équipe du plan reporte l’échéance.',
      );
}

/** Who takes back a request for a report: whoever made it. The team answers it. */
export function peutRetirerDemande(acteur: Acteur, auteur: string): Decision {
  return auteur === acteur.compte
    ? PERMIS
    : refus(
        'report.retirer.auteur',
        'Cette demande est signée d’une autre personne : elle seule la retire. L’équipe du plan y répond.',
      );
}

/** Who starts a plan, for which owner and territory: the people of that organisation, within their territory; the DITP for all. */
export function peutCreerPlan(acteur: Acteur, proprietaire: string, territoire: string): Decision {
  if (acteur.profil === 'ditp') return PERMIS;
  if (!ECRIVENT_DES_PLANS.has(acteur.profil))
    return refus(
      'plan.creer.profil',
      `${LECTURE_SEULE} Un responsable de plan de votre administration peut créer ce plan.`,
    );
  if (!acteur.organisations.includes(proprietaire))
    return refus(
      'plan.creer.proprietaire',
      'Vous créez des plans pour votre service et ceux qui en dépendent. Choisissez-le comme propriétaire.',
    );
  return acteur.territoires.includes(territoire)
    ? PERMIS
    : refus('plan.creer.territoire', 'Vous créez des plans pour votre territoire. Choisissez-le dans la liste.');
}

/** Who can start plans at all, whatever the owner: decides whether the buttons are shown. */
export function peutCreerDesPlans(acteur: Acteur): Decision {
  return peutCreerPlan(acteur, acteur.organisation, acteur.territoire);
}

/** `peutLirePlan` as a condition on `plan`, for lists, counts, exports and search; a test holds the two together. */
export function plansVisibles(acteur: Acteur): Expression<SqlBool> {
  const eb = expressionBuilder<DB, 'plan'>();
  if (acteur.profil === 'ditp') return eb.lit(true);
  const duService = eb('plan.proprietaire_id', 'in', liste(acteur.organisations));
  const nomme = (organisations: readonly string[]) =>
    eb.exists(
      eb
        .selectFrom('action_pilote')
        .innerJoin('action', 'action.id', 'action_pilote.action_id')
        .select('action_pilote.id')
        .whereRef('action_pilote.plan_id', '=', 'plan.id')
        .where('action.retiree_le', 'is', null)
        .where('action_pilote.organisation_id', 'in', liste(organisations)),
    );
  const { ouvertes, ecrites } = habilitationsEnSQL(acteur);
  const portees: Expression<SqlBool>[] = [
    ...ouvertes,
    duService,
    nomme(acteur.organisations),
    eb.and([
      eb('plan.territoire_code', 'in', liste([...acteur.territoires, ...acteur.territoiresEnglobants])),
      eb.or([eb('plan.diffusion', '=', 'administration'), nomme(acteur.collectifs)]),
    ]),
  ];
  if (LISENT_TOUT.has(acteur.profil)) portees.push(eb.lit(true));
  if (DE_LEUR_CHAMP.has(acteur.profil) && acteur.ministere !== null)
    portees.push(eb('plan.ministere_id', '=', acteur.ministere));
  if (DE_LEUR_TERRITOIRE.has(acteur.profil)) portees.push(eb('plan.territoire_code', 'in', liste(acteur.territoires)));
  const publie = eb.and([eb('plan.etat', '<>', 'brouillon'), eb.or(portees)]);
  return eb.or([publie, ...ecrites, ...(ECRIVENT_DES_PLANS.has(acteur.profil) ? [duService] : [])]);
}

/** The grants of the actor as conditions: those that open a published plan, those that make write in one. */
function habilitationsEnSQL(acteur: Acteur): { ouvertes: Expression<SqlBool>[]; ecrites: Expression<SqlBool>[] } {
  const eb = expressionBuilder<DB, 'plan'>();
  const conditions: { ouvertes: Expression<SqlBool>[]; ecrites: Expression<SqlBool>[] } = { ouvertes: [], ecrites: [] };
  for (const { droit, objet: type, id, territoires, territoiresEnglobants } of acteur.habilitations) {
    if (id === null || (type !== 'plan' && type !== 'champ')) continue;
    const vise = type === 'plan' ? eb('plan.id', '=', id) : eb('plan.ministere_id', '=', id);
    const sur = (codes: readonly string[]) => eb.and([vise, eb('plan.territoire_code', 'in', liste(codes))]);
    conditions.ouvertes.push(sur(type === 'plan' ? [...territoires, ...territoiresEnglobants] : territoires));
    if (droit === 'modifier' && !neFontQueLire(acteur.profil)) conditions.ecrites.push(sur(territoires));
  }
  return conditions;
}

function objet({ id, ministere, territoire }: PlanVu) {
  return { type: 'plan', id, ministere, territoire } as const;
}

const LECTURE_SEULE = 'Votre profil lit les plans sans les modifier.';
const LISENT_TOUT: ReadonlySet<string> = new Set(['presidence', 'premier_ministre']);
const DE_LEUR_CHAMP: ReadonlySet<string> = new Set([
  'cabinet',
  'administration_centrale',
  'responsable_de_plan',
  'chef_de_projet',
]);
const DE_LEUR_TERRITOIRE: ReadonlySet<string> = new Set(['prefet_region', 'prefet_departement']);
const ECRIVENT_DES_PLANS: ReadonlySet<string> = new Set([
  'responsable_de_plan',
  'chef_de_projet',
  'prefet_region',
  'prefet_departement',
]);

/** The plan's territory is one's own, inside it, or holds it. */
function toucheSonTerritoire(acteur: Acteur, { territoire }: PlanVu): boolean {
  return acteur.territoires.includes(territoire) || acteur.territoiresEnglobants.includes(territoire);
}

function estDeLEquipe(acteur: Acteur, plan: PlanVu): boolean {
  return ECRIVENT_DES_PLANS.has(acteur.profil) && acteur.organisations.includes(plan.proprietaire);
}

/** A list for `in`, never empty: SQL has no empty list. */
function liste(valeurs: readonly string[]) {
  return sql<string>`(select unnest(${sql.val([...valeurs])}::text[]))`;
}
