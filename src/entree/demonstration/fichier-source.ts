import type { Atelier, NouvelleAction } from '#plans/commandes';
import { feuilleDePlan } from '#plans/lecture';
import { ecrireClasseur } from '#tableur';
import { empreinteDe, garderFichier } from '#tableur/depot';

/** Keeps with the plan the workbook it is said to come from, holding the actions as they were on that day. */
export async function garderFichierSource(
  atelier: Atelier,
  nom: string,
  lignes: readonly { readonly nouvelle: Omit<NouvelleAction, 'axe' | 'rang'>; readonly axes: readonly string[] }[],
): Promise<void> {
  const { transaction, plan, acteur, maintenant, services } = atelier;
  const feuille = feuilleDePlan(
    { titre: plan.titre },
    lignes.map(({ nouvelle, axes }) => ({
      ...nouvelle,
      axes,
      avancement: nouvelle.note?.texte ?? null,
      statut: nouvelle.note?.statut ?? null,
      tauxRealisation: nouvelle.note?.taux ?? null,
    })),
  );
  const typeMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const octets = await ecrireClasseur([feuille], 'xlsx');
  const id = await garderFichier(transaction, services, { nom, typeMime, octets }, acteur.compte);
  await transaction
    .insertInto('plan_document')
    .values({ plan_id: plan.id, document_id: id, importe_le: maintenant })
    .execute();
  await atelier.journaliser({
    acte: 'plan.importer',
    objet: { type: 'plan', id: plan.id },
    territoire: plan.territoire,
    charge: { fichier: nom, empreinte: empreinteDe(octets), nouvelles: lignes.length, modifiees: 0, retirees: 0 },
  });
}
