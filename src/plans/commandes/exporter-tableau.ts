import type { Acteur } from '#acces';
import { inscrire } from '#journal';
import type { Services } from '#socle';
import type { FeuilleAEcrire } from '#tableur';
import { ecrireFichierDePlan, type FormatDExport } from '../lecture/fichier-de-plan.ts';
import type { Plan } from '../lectures/plan.ts';

/** A table of a page of this plan, which the actor was allowed to read, as a file. */
export async function exporterTableau(
  { base, horloge }: Services,
  acteur: Acteur,
  plan: Plan,
  format: FormatDExport,
  feuille: FeuilleAEcrire,
): Promise<Uint8Array> {
  const octets = await ecrireFichierDePlan(feuille, format);
  await base.transaction().execute((transaction) =>
    inscrire(
      transaction,
      {
        acte: 'plan.exporter',
        objet: { type: 'plan', id: plan.id },
        territoire: plan.territoire,
        charge: { format, actions: feuille.lignes.length },
      },
      { auteur: acteur.compte, horloge },
    ),
  );
  return octets;
}
