import { type Depot, garderFichier } from '#tableur/depot';
import { organisationNommee } from '../annuaire.ts';
import { mentionsDuTexte } from '../regles/mentions.ts';
import type { Atelier } from './sur-le-plan.ts';

/** A link given as proof; without a name it is called by its address. */
export type LienJoint = { readonly adresse: string; readonly nom: string | null };

/** Keeps the files and the link joined to a note, in their order. */
export async function joindrePieces(
  { transaction, plan, services, acteur }: Atelier,
  note: string,
  fichiers: readonly Depot[],
  lien: LienJoint | null,
): Promise<void> {
  const lignes: { nom: string; adresse: string | null; document_id: string | null }[] = [];
  for (const fichier of fichiers)
    lignes.push({
      nom: fichier.nom,
      adresse: null,
      document_id: await garderFichier(transaction, services, fichier, acteur.compte),
    });
  if (lien !== null)
    lignes.push({ nom: (lien.nom ?? lien.adresse).slice(0, 500), adresse: lien.adresse, document_id: null });
  if (lignes.length === 0) return;
  await transaction
    .insertInto('piece_de_note')
    .values(
      lignes.map((ligne, rang) => ({ ...ligne, id: services.ids.nouveau(), note_id: note, plan_id: plan.id, rang })),
    )
    .execute();
}

/**
 * Attaches to the directory the organisations a note mentions: those chosen in the list, and the « @SIGLE » of its text that
 * the directory knows. The others stay as written.
 */
export async function mentionner(
  { transaction, plan }: Atelier,
  note: string,
  choisies: readonly string[],
  texte: string | null,
): Promise<void> {
  const nommees = mentionsDuTexte(texte ?? '').flatMap((nom) => organisationNommee(nom, plan.proprietaire)?.id ?? []);
  const toutes = [...new Set([...choisies, ...nommees])];
  if (toutes.length === 0) return;
  const connues = await transaction.selectFrom('organisation').select('id').where('id', 'in', toutes).execute();
  if (connues.length === 0) return;
  await transaction
    .insertInto('mention')
    .values(connues.map(({ id }) => ({ note_id: note, organisation_id: id })))
    .execute();
}
