import type { Services } from '#socle';
import type { Base } from '#socle/base';
import type { Membre } from '../lectures/instances.ts';
import type { MembreNomme, ReferencesDInstance, SaisieDInstance } from './saisie-d-instance.ts';

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
  const restent = new Map<string, { rang: number; courriel?: string | null }>();
  const nouveaux: { readonly rang: number; readonly membre: MembreNomme }[] = [];
  membres.forEach((membre, rang) => {
    const deja = presents.find((present) => estLeMeme(present, membre));
    if (deja === undefined) nouveaux.push({ rang, membre });
    else restent.set(deja.id, 'sansCompte' in membre ? { rang, courriel: membre.sansCompte.courriel } : { rang });
  });
  for (const membre of presents) {
    await transaction
      .updateTable('membre_d_instance')
      .set(restent.get(membre.id) ?? { retire_le: maintenant })
      .where('id', '=', membre.id)
      .execute();
  }
  if (nouveaux.length > 0)
    await transaction
      .insertInto('membre_d_instance')
      .values(
        nouveaux.map(({ rang, membre }) => ({
          id: services.ids.nouveau(),
          instance_id: id,
          organisation_id: 'organisation' in membre ? membre.organisation : null,
          compte_id: 'compte' in membre ? membre.compte : null,
          ...('sansCompte' in membre ? { sans_compte: true, ...membre.sansCompte } : {}),
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

function estLeMeme({ organisation, compte, sansCompte }: Membre, nomme: MembreNomme): boolean {
  if ('organisation' in nomme) return organisation === nomme.organisation;
  if ('compte' in nomme) return compte === nomme.compte;
  return sansCompte?.nom === nomme.sansCompte.nom && sansCompte.fonction === nomme.sansCompte.fonction;
}
