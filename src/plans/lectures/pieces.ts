import type { Base } from '#socle/base';
import { estIdentifiant } from './plan.ts';

export type Fichier = { readonly nom: string; readonly type: string; readonly contenu: Uint8Array };

/** The bytes of a file joined to a note of this action of this plan, for who may read the plan. */
export async function contenuDeLaPiece(
  base: Base,
  cible: { readonly plan: string; readonly action: string },
  piece: string,
): Promise<Fichier | null> {
  if (!estIdentifiant(piece) || !estIdentifiant(cible.action)) return null;
  const ligne = await base
    .selectFrom('piece_de_note')
    .innerJoin('note_avancement', 'note_avancement.id', 'piece_de_note.note_id')
    .innerJoin('document_source', 'document_source.id', 'piece_de_note.document_id')
    .select(['piece_de_note.nom', 'document_source.type_mime as type', 'document_source.contenu'])
    .where('piece_de_note.id', '=', piece)
    .where('piece_de_note.plan_id', '=', cible.plan)
    .where('note_avancement.action_id', '=', cible.action)
    .executeTakeFirst();
  return ligne ?? null;
}

/** The organisations named on the actions of a plan, and its owner: those a note is most likely to mention. */
export async function organisationsAMentionner(
  base: Base,
  {
    proprietaire,
    organisationsCitees,
  }: { readonly proprietaire: string; readonly organisationsCitees: readonly string[] },
): Promise<{ valeur: string; texte: string }[]> {
  const lignes = await base
    .selectFrom('organisation')
    .select(['id', 'sigle', 'nom'])
    .where('id', 'in', [proprietaire, ...organisationsCitees])
    .orderBy('sigle')
    .orderBy('nom')
    .limit(500)
    .execute();
  return lignes.map(({ id, sigle, nom }) => ({
    valeur: id,
    texte: sigle === null || sigle === nom ? nom : `@${sigle}, ${nom}`,
  }));
}
