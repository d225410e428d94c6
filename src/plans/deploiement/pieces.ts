import type { Base } from '#socle/base';
import type { Fichier } from '../lectures/pieces.ts';
import { estIdentifiant } from '../lectures/plan.ts';

/** A file joined to what was said of a territory, withdrawn since or not. */
export type FichierDeTerritoire = Fichier & { readonly territoire: string };

/** The file of this action of this plan, and the territory it is about: the caller asks whether that one may be read. */
export async function fichierDeLaDeclinaison(
  base: Base,
  cible: { readonly plan: string; readonly action: string },
  piece: string,
): Promise<FichierDeTerritoire | null> {
  if (!estIdentifiant(piece) || !estIdentifiant(cible.action)) return null;
  const ligne = await base
    .selectFrom('piece_de_declinaison')
    .innerJoin('note_de_declinaison', 'note_de_declinaison.id', 'piece_de_declinaison.note_id')
    .innerJoin('declinaison', 'declinaison.id', 'note_de_declinaison.declinaison_id')
    .innerJoin('document_source', 'document_source.id', 'piece_de_declinaison.document_id')
    .select(['piece_de_declinaison.nom', 'document_source.type_mime as type', 'document_source.contenu'])
    .select('declinaison.territoire_code as territoire')
    .where('piece_de_declinaison.id', '=', piece)
    .where('declinaison.plan_id', '=', cible.plan)
    .where('declinaison.action_id', '=', cible.action)
    .executeTakeFirst();
  return ligne ?? null;
}
