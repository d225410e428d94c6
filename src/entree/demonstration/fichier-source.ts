import { createHash } from 'node:crypto';
import type { Atelier, NouvelleAction } from '#plans/commandes';
import { feuilleDePlan } from '#plans/lecture';
import { ecrireClasseur } from '#tableur';

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
  const contenu = Buffer.from(await ecrireClasseur([feuille], 'xlsx'));
  const empreinte = createHash('sha256').update(contenu).digest('hex');
  const id = services.ids.nouveau();
  await transaction
    .insertInto('document_source')
    .values({
      id,
      nom,
      type_mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      taille: contenu.byteLength,
      empreinte,
      contenu,
      depose_le: maintenant,
      depose_par: acteur.compte,
    })
    .execute();
  await transaction
    .insertInto('plan_document')
    .values({ plan_id: plan.id, document_id: id, importe_le: maintenant })
    .execute();
  await atelier.journaliser({
    acte: 'plan.importer',
    objet: { type: 'plan', id: plan.id },
    territoire: plan.territoire,
    charge: { fichier: nom, empreinte, nouvelles: lignes.length, modifiees: 0, retirees: 0 },
  });
}
