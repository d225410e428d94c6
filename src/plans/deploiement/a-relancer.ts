import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { PlanActif } from '../lectures/lisibles.ts';
import { ACTION_OUVERTE } from '../lectures/pour-accueil.ts';
import { actionsSituees } from '../lectures/situations.ts';
import { comparerAttentes } from '../regles/attente.ts';
import { territoiresTenus } from '../regles/deploiement.ts';
import type { Situation } from '../regles/situation.ts';
import { declinaisonsOuvertes, nommerDeclinaisons } from './attendues.ts';

/** An action declined in this person's own territory: due when the action is, silent when the territory is. */
export type DeclinaisonARelancer = {
  readonly id: string;
  readonly action: string;
  readonly rang: number;
  readonly code: string | null;
  readonly intitule: string;
  readonly plan: string;
  readonly planTitre: string;
  readonly territoire: string;
  readonly nom: string;
  readonly derniereNouvelle: Jour | null;
  readonly situation: Situation;
};

/** Every declination one is asked about, the most pressing first: what reminders are made of. */
export async function declinaisonsARelancer(
  base: Base,
  acteur: Acteur,
  jour: Jour,
  plans: Promise<readonly PlanActif[]>,
): Promise<readonly DeclinaisonARelancer[]> {
  // Those a grant lets one speak for have their own people, who are reminded.
  const siennes = (await declinaisonsOuvertes(base, acteur, jour, plans)).filter(({ habilitee }) => !habilitee);
  const ouvertes = await nommerDeclinaisons(base, siennes);
  const actions = await actionsSituees(
    base,
    [...new Set(ouvertes.map(({ plan }) => plan))],
    { jour, passe: false },
    ouvertes.map(({ action }) => action),
  );
  const parId = new Map(actions.map((action) => [action.id, action]));
  return ouvertes
    .flatMap(({ id, action, code, intitule, plan, titre, territoire, nom, derniereNouvelle, silence }) => {
      const situee = parId.get(action);
      return situee === undefined || situee.situation.close
        ? []
        : [
            {
              id,
              action,
              rang: situee.rang,
              code,
              intitule,
              plan,
              planTitre: titre,
              territoire,
              nom,
              derniereNouvelle,
              situation: { ...situee.situation, silence },
            },
          ];
    })
    .sort(comparerAttentes);
}

/** The territories of whoever keeps an open declination up to date, in these plans. */
export async function territoiresAttendus(base: Base, plans: readonly string[]): Promise<readonly string[]> {
  if (plans.length === 0) return [];
  const lignes = await base
    .selectFrom('declinaison')
    .innerJoin('action', 'action.id', 'declinaison.action_id')
    .select('declinaison.territoire_code as territoire')
    .distinct()
    .where('declinaison.plan_id', 'in', sql<string>`(select unnest(${sql.val([...plans])}::uuid[]))`)
    .where('declinaison.retiree_le', 'is', null)
    .where('action.retiree_le', 'is', null)
    .where(ACTION_OUVERTE)
    .execute();
  return [...new Set(lignes.flatMap(({ territoire }) => territoiresTenus(territoire)))];
}
