import type { Acteur } from '#acces';
import { inscrire } from '#journal';
import type { Services } from '#socle';
import { ecrireFichierDePlan, type FormatDExport } from '../lecture/fichier-de-plan.ts';
import { feuilleDePlan } from '../lecture/index.ts';
import { type CriteresDActions, listerActions } from '../lectures/actions.ts';
import { actionsComparables } from '../lectures/comparables.ts';
import type { Regard } from '../lectures/faits.ts';
import type { Plan } from '../lectures/plan.ts';

type Demande = { readonly criteres: CriteresDActions; readonly regard: Regard; readonly format: FormatDExport };

/**
 * The actions these criteria keep, all pages together, in the order of the list, as a file that imports again without
 * any difference. For a plan this actor was allowed to read (`trouverPlan`).
 */
export async function exporterPlan(
  services: Services,
  acteur: Acteur,
  plan: Plan,
  { criteres, regard, format }: Demande,
): Promise<Uint8Array> {
  const { base } = services;
  const liste = await listerActions(base, plan.id, { ...criteres, page: 1, parPage: Number.MAX_SAFE_INTEGER }, regard);
  const ordre = new Map(liste.actions.map(({ id }, rang) => [id, rang]));
  const comparables = await actionsComparables(base, plan.id, new Set(ordre.keys()), regard);
  const actions = comparables.sort((a, b) => (ordre.get(a.id) ?? 0) - (ordre.get(b.id) ?? 0));
  const octets = await ecrireFichierDePlan(feuilleDePlan({ titre: plan.titre }, actions), format);
  await base.transaction().execute((transaction) =>
    inscrire(
      transaction,
      {
        acte: 'plan.exporter',
        objet: { type: 'plan', id: plan.id },
        territoire: plan.territoire,
        charge: { format, actions: actions.length },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    ),
  );
  return octets;
}
