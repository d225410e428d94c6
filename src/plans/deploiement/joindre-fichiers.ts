import { type Depot, garderFichier } from '#tableur/depot';
import type { Atelier } from '../commandes/sur-le-plan.ts';

/** Keeps the files joined to a note about one territory, in their order. */
export async function joindreFichiers(
  { transaction, services, acteur }: Atelier,
  note: string,
  fichiers: readonly Depot[],
): Promise<void> {
  for (const [rang, fichier] of fichiers.entries())
    await transaction
      .insertInto('piece_de_declinaison')
      .values({
        id: services.ids.nouveau(),
        note_id: note,
        rang,
        nom: fichier.nom,
        document_id: await garderFichier(transaction, services, fichier, acteur.compte),
      })
      .execute();
}
