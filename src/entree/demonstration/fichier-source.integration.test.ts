import { afterAll, beforeAll, expect, test } from 'vitest';
import { reduireBlancs } from '#socle/valeurs';
import { ecrireClasseur, lireDocument } from '#tableur';
import { type Essai, ouvrirEssai } from '../../../tests/outils/index.ts';
import { reperesDuPlan } from '../../plans/commandes/reperes.ts';
import { outilsDeLecture } from '../../plans/importer/outils.ts';
import { feuilleDePlan, lirePlan } from '../../plans/lecture/index.ts';
import { actionsComparables } from '../../plans/lectures/comparables.ts';
import { lirePlanSansPolitique, type Plan } from '../../plans/lectures/plan.ts';
import { comparer } from '../../plans/regles/comparaison.ts';
import { chargerDemonstration } from './charger.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai('2026-11-22T09:00:00Z');
  await chargerDemonstration(essai.services, () => undefined);
});
afterAll(() => essai.fermer());

test('le fichier d’origine des quatre plans importés se relit avec toutes leurs actions', async () => {
  const documents = await essai.base
    .selectFrom('plan_document')
    .innerJoin('document_source', 'document_source.id', 'plan_document.document_id')
    .select(['plan_id', 'nom', 'contenu', 'taille'])
    .execute();
  expect(documents).toHaveLength(4);
  for (const { plan_id, nom, contenu, taille } of documents) {
    expect(contenu.byteLength).toBe(taille);
    const plan = await lirePlanEcrit(plan_id);
    const lu = await lire(plan, nom, contenu);
    const actions = await essai.base
      .selectFrom('action')
      .select('intitule')
      .where('plan_id', '=', plan_id)
      .orderBy('rang')
      .execute();
    expect(lu.titre).toBe(reduireBlancs(plan.titre));
    expect(lu.anomalies.filter(({ gravite }) => gravite === 'erreur')).toEqual([]);
    expect(lu.actions.map(({ intitule }) => intitule)).toEqual(actions.map(({ intitule }) => reduireBlancs(intitule)));
  }
});

test('chaque plan, exporté tel qu’il est aujourd’hui, se réimporte sans différence', async () => {
  for (const { id } of await essai.base.selectFrom('plan').select('id').execute()) {
    const plan = await lirePlanEcrit(id);
    const actions = await actionsComparables(essai.base, id);
    const classeur = await ecrireClasseur([feuilleDePlan({ titre: plan.titre }, actions)], 'xlsx');
    const lu = await lire(plan, 'export.xlsx', classeur);
    const ecarts = comparer(actions, lu.actions).lignes.filter(({ etat }) => etat !== 'inchangee');
    expect(ecarts).toEqual([]);
  }
});

async function lire(plan: Plan, nom: string, octets: Uint8Array) {
  const document = await lireDocument(octets, nom);
  if (!document.ok) throw new Error(document.refus.message);
  return lirePlan(
    document.valeur,
    { nomDeFichier: nom, reperes: reperesDuPlan(plan) },
    outilsDeLecture(plan.proprietaire),
  );
}

async function lirePlanEcrit(id: string): Promise<Plan> {
  const plan = await lirePlanSansPolitique(essai.base, id);
  if (!plan) throw new Error('Ce plan devrait être écrit.');
  return plan;
}
