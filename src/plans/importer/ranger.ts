import { cleDeTexte } from '#socle/valeurs';
import type { Atelier } from '../commandes/sur-le-plan.ts';
import { axesDuPlan } from '../lectures/plan.ts';

/**
 * Finds or creates the axes these paths name, from the outermost to the innermost, in the order they come. Gives the
 * function from a path to the identifier of its innermost axe.
 */
export async function rangerDansLesAxes(
  { transaction, plan, maintenant, services }: Atelier,
  chemins: readonly (readonly string[])[],
): Promise<(chemin: readonly string[]) => string | null> {
  const axes = await axesDuPlan(transaction, plan.id);
  const connus = new Map(axes.map((axe) => [cle(axe.parent, axe.intitule), axe.id]));
  let rang = Math.max(-1, ...axes.map((axe) => axe.rang));
  const nouveaux: {
    id: string;
    plan_id: string;
    parent_id: string | null;
    rang: number;
    intitule: string;
    cree_le: Date;
  }[] = [];
  for (const chemin of chemins) {
    let parent: string | null = null;
    for (const intitule of chemin) {
      const connu: string | undefined = connus.get(cle(parent, intitule));
      if (connu === undefined) {
        rang += 1;
        const id: string = services.ids.nouveau();
        nouveaux.push({ id, plan_id: plan.id, parent_id: parent, rang, intitule, cree_le: maintenant });
        connus.set(cle(parent, intitule), id);
        parent = id;
      } else {
        parent = connu;
      }
    }
  }
  for (let debut = 0; debut < nouveaux.length; debut += 1_000) {
    await transaction
      .insertInto('axe')
      .values(nouveaux.slice(debut, debut + 1_000))
      .execute();
  }
  return (chemin) =>
    chemin.reduce<string | null>((parent, intitule) => connus.get(cle(parent, intitule)) ?? parent, null);
}

function cle(parent: string | null, intitule: string): string {
  return `${parent ?? ''}\n${cleDeTexte(intitule)}`;
}
