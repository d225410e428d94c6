import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { type InstanceVue, peutLireInstance } from '../politique.ts';
import { direHeure } from '../regles/heure.ts';
import { lireInstanceSansPolitique } from './instances.ts';

/** A meeting to come, as far as this person may know of it. */
export type ReunionAnnoncee = {
  readonly id: string;
  readonly jour: Jour;
  readonly heure: string;
  /** Name of the committee; null when this person does not read it: that it meets concerns the pilotes of its plans. */
  readonly nom: string | null;
  readonly plans: readonly string[];
  /** Whether this person, or their service, sits in it. */
  readonly membre: boolean;
};

const REUNIONS_AU_PLUS = 100;

/** The meetings of these days that concern this person: of committees that follow one of these plans, or where they sit. */
export async function reunionsAnnoncees(
  base: Base,
  acteur: Acteur,
  { plans, du, au }: { readonly plans: readonly string[]; readonly du: Jour; readonly au: Jour },
): Promise<readonly ReunionAnnoncee[]> {
  const lignes = await base
    .selectFrom('reunion')
    .select(['id', 'instance_id', 'jour', 'heure'])
    .where('jour', '>=', du)
    .where('jour', '<=', au)
    .where('etat', 'in', ['preparation', 'seance'])
    .where(sql<boolean>`exists (
      select from instance i where i.id = reunion.instance_id and (
        ${acteur.organisation} in (i.presidence_id, i.secretariat_id)
        or exists (select from suivi_d_instance f where f.instance_id = i.id and f.plan_id = any(${plans}::uuid[]))
        or exists (select from membre_d_instance m where m.instance_id = i.id and m.retire_le is null
          and (m.organisation_id = ${acteur.organisation} or m.compte_id = ${acteur.personne}))))`)
    .orderBy('jour')
    .orderBy('heure')
    .orderBy('id')
    .limit(REUNIONS_AU_PLUS)
    .execute();
  const instances = new Map(
    await Promise.all(
      [...new Set(lignes.map(({ instance_id }) => instance_id))].map(
        async (id) => [id, await lireInstanceSansPolitique(base, id)] as const,
      ),
    ),
  );
  return lignes.flatMap(({ id, instance_id, jour, heure }) => {
    const instance = instances.get(instance_id);
    if (!instance) return [];
    const membre = siege(acteur, instance);
    const suivis = instance.plans.filter((plan) => plans.includes(plan));
    return membre || suivis.length > 0
      ? [
          {
            id,
            jour: jour as Jour,
            heure: direHeure(heure),
            nom: peutLireInstance(acteur, instance).permis ? instance.nom : null,
            plans: suivis,
            membre,
          },
        ]
      : [];
  });
}

function siege(acteur: Acteur, { organisations, comptes, presidence, secretariat }: InstanceVue): boolean {
  return comptes.includes(acteur.personne) || [...organisations, presidence, secretariat].includes(acteur.organisation);
}
