import {
  type Acteur,
  type Decision,
  habilitationsPour,
  neFontQueLire,
  PERMIS,
  refus,
  territoiresDeContribution,
} from '#acces';
import { type PlanVu, peutLirePlan, peutModifierPlan } from '../politique.ts';
import { territoiresTenus } from '../regles/deploiement.ts';

/** Who declines an action over territories, and withdraws some: the plan's team. */
export function peutDecliner(acteur: Acteur, plan: PlanVu): Decision {
  return peutModifierPlan(acteur, plan);
}

/**
 * Who reads how a territory stands, among those who read the plan: its team and the owner's service, those whose own
 * territory it is or contains it, and those a grant opens the plan to for it. A préfet does not read the neighbours.
 */
export function peutLireDeclinaison(acteur: Acteur, plan: PlanVu, territoire: string): Decision {
  const plans = peutLirePlan(acteur, plan);
  if (!plans.permis) return plans;
  const ouvert =
    peutModifierPlan(acteur, plan).permis ||
    acteur.organisations.includes(plan.proprietaire) ||
    acteur.territoires.includes(territoire) ||
    territoiresTenus(acteur.territoire).includes(territoire) ||
    habilitationsPour(acteur.habilitations, 'lire', { ...objet(plan), territoire }).some(({ territoires }) =>
      territoires.includes(territoire),
    );
  return ouvert
    ? PERMIS
    : refus(
        'declinaison.lire.territoire',
        'Cette déclinaison est celle d’un autre territoire : seuls ce territoire, sa région et l’équipe du plan la lisent.',
      );
}

/**
 * Who says how a territory stands: the plan's team, the people whose own territory it is, and those a grant lets
 * contribute for it. A préfet de région does not speak for a département.
 */
export function peutNoterDeclinaison(acteur: Acteur, plan: PlanVu, territoire: string): Decision {
  if (peutModifierPlan(acteur, plan).permis) return PERMIS;
  const lire = peutLireDeclinaison(acteur, plan, territoire);
  if (!lire.permis) return lire;
  if (neFontQueLire(acteur.profil))
    return refus(
      'declinaison.noter.profil',
      'Votre profil lit les plans sans les modifier. Les services du territoire tiennent cette déclinaison à jour.',
    );
  return territoiresTenus(acteur.territoire).includes(territoire) ||
    territoiresDeContribution(acteur.habilitations, objet(plan)).includes(territoire)
    ? PERMIS
    : refus(
        'declinaison.noter.territoire',
        'Cette déclinaison est tenue à jour par les services de son territoire et par l’équipe du plan.',
      );
}

/** Who corrects a note: its author, as long as they may still write one, and the plan's team. */
export function peutCorrigerDeclinaison(acteur: Acteur, plan: PlanVu, territoire: string, auteur: string): Decision {
  const decision = peutNoterDeclinaison(acteur, plan, territoire);
  if (!decision.permis || auteur === acteur.compte || peutModifierPlan(acteur, plan).permis) return decision;
  return refus(
    'declinaison.corriger.auteur',
    'Cette note est signée d’une autre personne : son auteur ou l’équipe du plan la corrigent. Ajoutez la vôtre.',
  );
}

function objet({ id, ministere }: PlanVu) {
  return { type: 'plan', id, ministere } as const;
}
