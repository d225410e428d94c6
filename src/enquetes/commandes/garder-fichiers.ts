import { sql } from 'kysely';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { type Depot, garderFichier, reconnaitrePiece } from '#tableur/depot';
import type { Cible } from '../lectures/remontees.ts';
import { lireEtatDeReponse } from '../lectures/reponses.ts';
import type { Contenu, Question } from '../regles/questions.ts';
import type { Atelier } from './sur-la-remontee.ts';

/** The files a form brings, by question. */
export type FichiersDeReponse = Readonly<Record<string, Depot>>;

/** Each under the type its bytes say; the refusal names the question. */
export function reconnaitreFichiers(
  questions: readonly Question[],
  fichiers: FichiersDeReponse,
): Resultat<FichiersDeReponse> {
  const reconnus: Record<string, Depot> = {};
  const champs: Record<string, string> = {};
  for (const { cle, genre } of questions) {
    const depot = fichiers[cle];
    if (genre !== 'fichier' || depot === undefined) continue;
    const piece = reconnaitrePiece(depot);
    if (piece.ok) reconnus[cle] = piece.valeur;
    else champs[cle] = piece.refus.message;
  }
  const [premier] = Object.values(champs);
  return premier === undefined
    ? reussite(reconnus)
    : echec({ nature: 'invalide', regle: 'remontee.reponse.fichier', message: premier, champs });
}

/**
 * What the questions that ask for a file are answered: the file just given, kept; else the one already there, unless it is
 * taken away. What the form says of an identifier is never believed.
 */
export async function fichiersRetenus(
  { transaction, services, acteur, remontee }: Atelier,
  cible: Cible,
  saisie: Readonly<Record<string, unknown>>,
  fichiers: FichiersDeReponse,
): Promise<Contenu> {
  const retenus: Record<string, string> = {};
  const questions = remontee.questions.filter(({ genre }) => genre === 'fichier');
  if (questions.length === 0) return retenus;
  const { brouillon, envoyee } = await lireEtatDeReponse(transaction, cible.id);
  const deja = (brouillon ?? envoyee)?.contenu ?? {};
  for (const { cle } of questions) {
    const depot = fichiers[cle];
    const garde = saisie[`${cle}-retirer`] === undefined ? deja[cle] : undefined;
    retenus[cle] = garde ?? '';
    if (depot === undefined) continue;
    const id = services.ids.nouveau();
    const document = await garderFichier(transaction, services, depot, acteur.compte);
    await transaction
      .insertInto('remontee_fichier')
      .values({ id, cible_id: cible.id, question: cle, document_id: document })
      .execute();
    retenus[cle] = id;
  }
  return retenus;
}

/** Forgets the files of a service that neither its answers nor its draft hold any more: drafts that were replaced. */
export async function oublierFichiers({ transaction }: Atelier, cible: Cible): Promise<void> {
  const { rows } = await sql<{ document: string }>`
    delete from remontee_fichier f where f.cible_id = ${cible.id} and f.id::text not in (
      select v.value from remontee_reponse r, jsonb_each_text(r.contenu) v where r.cible_id = ${cible.id}
      union select v.value from remontee_brouillon b, jsonb_each_text(b.contenu) v where b.cible_id = ${cible.id})
    returning f.document_id as document`.execute(transaction);
  const documents = rows.map(({ document }) => document);
  if (documents.length > 0) await transaction.deleteFrom('document_source').where('id', 'in', documents).execute();
}
