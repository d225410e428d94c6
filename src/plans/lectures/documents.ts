import type { Base } from '#socle/base';
import { estIdentifiant } from './plan.ts';

export type DocumentDuPlan = {
  readonly id: string;
  readonly nom: string;
  readonly taille: number;
  readonly empreinte: string;
  readonly importeLe: Date;
  readonly par: string;
};

/** The files a plan was made from, the last first. For a plan the caller was allowed to read. */
export async function documentsDuPlan(base: Base, plan: string): Promise<DocumentDuPlan[]> {
  const lignes = await base
    .selectFrom('plan_document')
    .innerJoin('document_source', 'document_source.id', 'plan_document.document_id')
    .innerJoin('signataire', 'signataire.id', 'document_source.depose_par')
    .select(['document_source.id', 'document_source.nom', 'document_source.taille', 'document_source.empreinte'])
    .select(['plan_document.importe_le', 'signataire.nom as par'])
    .where('plan_document.plan_id', '=', plan)
    .orderBy('plan_document.importe_le', 'desc')
    .orderBy('document_source.id')
    .limit(500)
    .execute();
  return lignes.map(({ importe_le, taille, ...document }) => ({
    ...document,
    taille: Number(taille),
    importeLe: importe_le,
  }));
}

/** The bytes of one of them, as they were deposited. */
export async function contenuDuDocument(
  base: Base,
  plan: string,
  document: string,
): Promise<{ readonly nom: string; readonly contenu: Uint8Array } | null> {
  if (!estIdentifiant(document)) return null;
  const ligne = await base
    .selectFrom('plan_document')
    .innerJoin('document_source', 'document_source.id', 'plan_document.document_id')
    .select(['document_source.nom', 'document_source.contenu'])
    .where('plan_document.plan_id', '=', plan)
    .where('plan_document.document_id', '=', document)
    .executeTakeFirst();
  return ligne ?? null;
}
