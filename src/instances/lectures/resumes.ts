import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { direMoment, direNiveau, direPresidence } from '../presentation.ts';
import { type Instance, listerInstances } from './instances.ts';
import { reunionsProches } from './reunions.ts';

export type ResumeDInstance = Awaited<ReturnType<typeof resumerInstances>>[number];

/** Each of these committees in a line: who chairs it, its next meeting, the last one held and its relevé. */
export async function resumerInstances(base: Base, instances: readonly Instance[], aujourdhui: Jour) {
  const proches = await reunionsProches(
    base,
    instances.map(({ id }) => id),
    aujourdhui,
  );
  return instances.map((instance) => {
    const { prochaine = null, derniere = null } = proches.get(instance.id) ?? {};
    return {
      id: instance.id,
      nom: instance.nom,
      niveau: direNiveau(instance),
      presidence: direPresidence(instance),
      membres: instance.membres.length,
      prochaine: prochaine && { id: prochaine.id, moment: direMoment(prochaine), jour: prochaine.jour },
      derniere: derniere && {
        id: derniere.id,
        moment: direMoment(derniere),
        etat: derniere.etat,
        releve: derniere.releve,
      },
    };
  });
}

/** The committees this person reads that follow this plan or this reform, in a line each. */
export async function instancesQuiSuivent(
  base: Base,
  acteur: Acteur,
  suivi: { readonly plan: string } | { readonly reforme: string },
  aujourdhui: Jour,
): Promise<readonly ResumeDInstance[]> {
  const lues = await listerInstances(base, acteur);
  const suivent = lues.filter(({ plans, reformes }) =>
    'plan' in suivi ? plans.includes(suivi.plan) : reformes.includes(suivi.reforme),
  );
  return resumerInstances(base, suivent, aujourdhui);
}
