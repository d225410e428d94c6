import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { trouverImport } from './apercu.ts';
import { CHOIX, type Choix } from './choix.ts';

/** Keeps what the user decides on the preview. `version` is that of the page: two windows do not undo each other. */
export async function choisir(
  services: Services,
  acteur: Acteur,
  id: string,
  version: number,
  changer: (choix: Choix) => Choix,
): Promise<Resultat<null>> {
  const trouve = await trouverImport(services, acteur, id);
  if (!trouve.ok) return trouve;
  const nouveau = CHOIX.safeParse(changer(trouve.valeur.choix));
  if (!nouveau.success) {
    const message = nouveau.error.issues[0]?.message ?? 'Ce choix n’a pas été compris : reprenez-le.';
    return echec({ nature: 'invalide', regle: 'import.choix', message });
  }
  const ecrit = await services.base
    .updateTable('import_de_plan')
    .set({ choix: JSON.stringify(nouveau.data), version: version + 1 })
    .where('id', '=', id)
    .where('etat', '=', 'lu')
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return ecrit
    ? reussite(null)
    : echec({
        nature: 'conflit',
        regle: 'import.version',
        message:
          'Cette page n’est plus à jour : l’import a changé dans une autre fenêtre. Rechargez-la, vos autres choix sont gardés.',
      });
}
