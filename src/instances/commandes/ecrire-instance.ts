import type { Services } from '#socle';
import type { Base } from '#socle/base';
import type { Membre } from '../lectures/instances.ts';
import type { ReferencesDInstance, SaisieDInstance } from './saisie-d-instance.ts';

type Plume = { readonly transaction: Base; readonly services: Services; readonly maintenant: Date };

export function colonnesDInstance(saisie: SaisieDInstance, { presidence }: ReferencesDInstance) {
  return {
    nom: saisie.nom,
    niveau: saisie.niveau,
    niveau_propre: saisie.niveau === 'propre' ? saisie.niveauPropre : null,
    description: saisie.description,
    secretariat_id: saisie.secretariat,
    presidence_id: presidence,
    presidence_fonction: saisie.presidenceFonction,
    territoire_code: saisie.territoire,
    cadence: saisie.cadence,
    heure: saisie.heure,
    duree: saisie.duree,
    lieu: saisie.lieu,
  };
}

/** Members keep their row as long as they stay, and their attendance with it; who leaves is dated, never erased. */
export async function ecrireReferences(
  { transaction, services, maintenant }: Plume,
  id: string,
  { membres, plans, reformes }: ReferencesDInstance,
  presents: readonly Membre[],
): Promise<void> {
  const restent = new Map<string, number>();
  const nouveaux: { readonly rang: number; readonly organisation: string | null; readonly compte: string | null }[] =
    [];
  membres.forEach((membre, rang) => {
    const organisation = 'organisation' in membre ? membre.organisation : null;
    const compte = 'compte' in membre ? membre.compte : null;
    const deja = presents.find((un) => un.organisation === organisation && un.compte === compte);
    if (deja) restent.set(deja.id, rang);
    else nouveaux.push({ rang, organisation, compte });
  });
  for (const membre of presents) {
    const rang = restent.get(membre.id);
    await transaction
      .updateTable('membre_d_instance')
      .set(rang === undefined ? { retire_le: maintenant } : { rang })
      .where('id', '=', membre.id)
      .execute();
  }
  if (nouveaux.length > 0)
    await transaction
      .insertInto('membre_d_instance')
      .values(
        nouveaux.map(({ rang, organisation, compte }) => ({
          id: services.ids.nouveau(),
          instance_id: id,
          organisation_id: organisation,
          compte_id: compte,
          rang,
          ajoute_le: maintenant,
        })),
      )
      .execute();
  await transaction.deleteFrom('suivi_d_instance').where('instance_id', '=', id).execute();
  const suivis = [
    ...plans.map((plan) => ({ instance_id: id, plan_id: plan, reforme_id: null })),
    ...reformes.map((reforme) => ({ instance_id: id, plan_id: null, reforme_id: reforme })),
  ];
  if (suivis.length > 0) await transaction.insertInto('suivi_d_instance').values(suivis).execute();
}
