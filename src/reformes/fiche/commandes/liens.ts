import { z } from 'zod';
import type { Acteur } from '#acces';
import { trouverPlan } from '#plans';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { echec, fauteDeSaisie, type Resultat, reussite } from '#socle/valeurs';
import { estIdentifiant } from '../../lectures/reformes.ts';
import { ajouterAutour, retirerAutour } from './autour-de-la-reforme.ts';

const SAISIE = z.object({
  plan: texteObligatoire('Choisissez le plan.', 40),
  action: texteFacultatif(40),
});

/** Says that a plan, or one action of a plan, serves a reform. The plan must be one that the actor reads. */
export async function lierPlan(
  services: Services,
  acteur: Acteur,
  reforme: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { plan, action } = lue.valeur;
  return ajouterAutour(services, acteur, reforme, async ({ transaction, maintenant, journaliser }) => {
    const trouve = await trouverPlan(transaction, acteur, plan);
    if (!trouve.ok)
      return champ('plan', 'Vous ne lisez pas ce plan, ou il n’existe plus : choisissez-le dans la liste.');
    if (action !== null && !(await estDuPlan(transaction, plan, action)))
      return champ('action', 'Cette action n’est pas dans ce plan, ou en a été retirée.');
    const ecrit = await transaction
      .insertInto('reforme_plan')
      .values({
        id: services.ids.nouveau(),
        reforme_id: reforme,
        plan_id: plan,
        action_id: action,
        ajoute_le: maintenant,
        ajoute_par: acteur.compte,
      })
      .onConflict((conflit) => conflit.doNothing())
      .returning('id')
      .executeTakeFirst();
    // Two people linked the same plan: there is one link.
    if (ecrit) await journaliser(raconterLeLien('reforme.lier', reforme, plan, action));
    return reussite(null);
  });
}

/** Takes a link off; a second click changes nothing. */
export async function delierPlan(
  services: Services,
  acteur: Acteur,
  reforme: string,
  lien: string,
): Promise<Resultat<null>> {
  return retirerAutour(
    services,
    acteur,
    { reforme, objet: lien },
    ({ transaction, maintenant }) =>
      transaction
        .updateTable('reforme_plan')
        .set({ retire_le: maintenant, retire_par: acteur.compte })
        .where('id', '=', lien)
        .where('reforme_id', '=', reforme)
        .where('retire_le', 'is', null)
        .returning(['plan_id', 'action_id'])
        .executeTakeFirst(),
    ({ plan_id, action_id }) => raconterLeLien('reforme.delier', reforme, plan_id, action_id),
  );
}

function raconterLeLien(acte: 'reforme.lier' | 'reforme.delier', id: string, plan: string, action: string | null) {
  return { acte, objet: { type: 'reforme', id }, territoire: null, charge: { plan, action } } as const;
}

async function estDuPlan(base: Services['base'], plan: string, action: string): Promise<boolean> {
  if (!estIdentifiant(action)) return false;
  const trouvee = await base
    .selectFrom('action')
    .select('id')
    .where('id', '=', action)
    .where('plan_id', '=', plan)
    .where('retiree_le', 'is', null)
    .executeTakeFirst();
  return trouvee !== undefined;
}

function champ(nom: string, message: string): Resultat<null> {
  return echec(fauteDeSaisie(`lien.${nom}`, nom, message));
}
