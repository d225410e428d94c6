import type { Acteur } from '#acces';
import { noterAction, reporterEcheance } from '#plans/commandes';
import type { Services } from '#socle';
import { ajouterJours, type Jour, type Resultat } from '#socle/valeurs';
import { creerPlanDeDemonstration, type PlanCree } from './creer-plan.ts';
import type { Geste, PlanDeDemonstration } from './donnees.ts';
import { ecrireMoments } from './moments.ts';
import { servicesAuMoment } from './services-dates.ts';

/** Something another part of the demonstration did, told in its place. */
export type AutreFait = {
  readonly type: 'autre';
  readonly jour: Jour;
  readonly faire: (services: Services) => Promise<Resultat<unknown>>;
};

/** Writes such facts, told by the days before this one. */
export function faitsAvant(jour: Jour) {
  return (ilYA: number, faire: AutreFait['faire']): AutreFait => ({
    type: 'autre',
    jour: ajouterJours(jour, -ilYA),
    faire,
  });
}

type Fait =
  | AutreFait
  | { readonly type: 'creation'; readonly jour: Jour; readonly plan: PlanDeDemonstration }
  | {
      readonly type: 'geste';
      readonly jour: Jour;
      readonly plan: PlanDeDemonstration;
      readonly action: number;
      readonly geste: Geste;
    };

/**
 * Plays everything that happened to these plans, in the order it happened, each fact by the command a person would have
 * used, at its date and under its author's name: rights and journal are those of real life. Gives the plans it made.
 */
export async function deroulerChronologie(
  services: Services,
  plans: readonly PlanDeDemonstration[],
  acteurs: ReadonlyMap<string, Acteur>,
  depuis: Jour,
  autres: readonly AutreFait[] = [],
): Promise<ReadonlyMap<PlanDeDemonstration, string>> {
  const crees = new Map<PlanDeDemonstration, PlanCree>();
  const rangs = new Map<Jour, number>();
  for (const fait of enOrdre(plans, autres, depuis)) {
    const rang = rangs.get(fait.jour) ?? 0;
    rangs.set(fait.jour, rang + 1);
    const alors = servicesAuMoment(services, instantDeBureau(fait.jour, rang));
    if (fait.type === 'autre') {
      const dit = await fait.faire(alors);
      if (!dit.ok) throw new Error(`Le ${fait.jour} : ${dit.refus.message}`);
    } else if (fait.type === 'creation') {
      crees.set(
        fait.plan,
        await creerPlanDeDemonstration(alors, trouver(acteurs, fait.plan.auteur), fait.plan, depuis),
      );
    } else {
      const cree = trouver(crees, fait.plan);
      const cible = { plan: cree.id, action: cree.actions[fait.action] ?? '' };
      const refuse = await faire(alors, acteurs, fait, cible, depuis);
      if (!refuse.ok) throw new Error(`${fait.plan.titre}, action ${fait.action + 1} : ${refuse.refus.message}`);
    }
  }
  return new Map([...crees].map(([plan, { id }]) => [plan, id]));
}

/** A demonstration invents no proof. */
const SANS_PIECE = 'Démonstration : aucune pièce n’est jointe à cet exemple.';

function faire(
  services: Services,
  acteurs: ReadonlyMap<string, Acteur>,
  { plan, geste }: Extract<Fait, { type: 'geste' }>,
  cible: { plan: string; action: string },
  depuis: Jour,
): Promise<Resultat<null>> {
  if (geste.type === 'report') {
    return reporterEcheance(services, trouver(acteurs, plan.auteur), cible, {
      engagement: geste.engagement,
      echeance: ecrireMoments(geste.echeance, depuis),
      motif: ecrireMoments(geste.motif, depuis),
    });
  }
  const { statut, taux, texte, obstacle, levee } = geste;
  return noterAction(services, trouver(acteurs, geste.par ?? plan.auteur), cible, {
    statut: statut ?? '',
    taux: taux === null ? '' : String(taux),
    texte: texte === null ? '' : ecrireMoments(texte, depuis),
    obstacle: obstacle ?? '',
    levee: levee ?? '',
    sansPiece: statut === 'terminee' ? SANS_PIECE : '',
  });
}

/** Every fact on a working day, from the oldest; those of one day keep the order of the data. */
function enOrdre(plans: readonly PlanDeDemonstration[], autres: readonly AutreFait[], depuis: Jour): readonly Fait[] {
  const faits: Fait[] = plans.flatMap((plan): Fait[] => [
    { type: 'creation', jour: jourOuvre(ajouterJours(depuis, -plan.creeIlYA)), plan },
    ...plan.actions.flatMap(({ suite = [] }, action) =>
      suite.map((geste): Fait => {
        return { type: 'geste', jour: jourOuvre(ajouterJours(depuis, -geste.ilYA)), plan, action, geste };
      }),
    ),
  ]);
  faits.push(...autres.map((autre) => ({ ...autre, jour: jourOuvre(autre.jour) })));
  return faits.sort((a, b) => (a.jour < b.jour ? -1 : a.jour > b.jour ? 1 : 0));
}

/** Saturdays and Sundays go back to the Friday before. */
export function jourOuvre(j: Jour): Jour {
  const jourDeSemaine = new Date(`${j}T12:00:00Z`).getUTCDay();
  return ajouterJours(j, jourDeSemaine === 6 ? -1 : jourDeSemaine === 0 ? -2 : 0);
}

/** From 8 h UTC on, a few minutes apart: the past day of Paris contains them all. */
function instantDeBureau(j: Jour, rang: number): Date {
  return new Date(Date.parse(`${j}T08:04:00Z`) + rang * 7 * 60_000);
}

export function trouver<C, V>(valeurs: ReadonlyMap<C, V>, cle: C): V {
  const valeur = valeurs.get(cle);
  if (valeur === undefined) throw new Error(`La démonstration se contredit : ${String(cle)} manque.`);
  return valeur;
}
