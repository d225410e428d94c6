import type { Base } from '#socle/base';
import type { CompteTrouve, Constat } from '../regles/connexion.ts';
import type { Identite } from './identite.ts';

type DemandeConnue = NonNullable<Constat['demande']> & { readonly id: string };

/** What is known of a proven identity. The accounts it may open are locked: none is closed while one decides. */
export async function constater(
  transaction: Base,
  { emetteur, sujet, courriel, courrielVerifie }: Identite,
): Promise<Omit<Constat, 'demande'> & { readonly demande: DemandeConnue | null }> {
  const connu = await transaction
    .selectFrom('compte')
    .innerJoin('identite', 'identite.compte_id', 'compte.id')
    .select(['compte.id', 'compte.ferme_le', 'compte.efface_le'])
    .where('identite.emetteur', '=', emetteur)
    .where('identite.sujet', '=', sujet)
    .forNoKeyUpdate('compte')
    .executeTakeFirst();
  if (connu) return { compte: compteTrouve(connu), compteDuCourriel: null, courrielVerifie, demande: null };
  return {
    compte: null,
    compteDuCourriel: courriel === null ? null : await compteDuCourriel(transaction, courriel, emetteur),
    courrielVerifie,
    demande: await derniereDemande(transaction, emetteur, sujet),
  };
}

async function compteDuCourriel(
  transaction: Base,
  courriel: string,
  emetteur: string,
): Promise<Constat['compteDuCourriel']> {
  const ouvert = await transaction
    .selectFrom('compte')
    .select('id')
    .where('courriel', '=', courriel)
    .where('genre', '=', 'personne')
    .where('demonstration', '=', false)
    .where('ferme_le', 'is', null)
    .where('efface_le', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!ouvert) return null;
  const sienne = await transaction
    .selectFrom('identite')
    .select('sujet')
    .where('compte_id', '=', ouvert.id)
    .where('emetteur', '=', emetteur)
    .executeTakeFirst();
  return { id: ouvert.id, dejaReliee: sienne !== undefined };
}

async function derniereDemande(transaction: Base, emetteur: string, sujet: string): Promise<DemandeConnue | null> {
  const derniere = await transaction
    .selectFrom('demande_acces')
    .select(['id', 'etat', 'compte_id'])
    .where('emetteur', '=', emetteur)
    .where('sujet', '=', sujet)
    .orderBy('creee_le', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!derniere) return null;
  const compte =
    derniere.compte_id === null
      ? undefined
      : await transaction
          .selectFrom('compte')
          .select(['id', 'ferme_le', 'efface_le'])
          .where('id', '=', derniere.compte_id)
          .forNoKeyUpdate()
          .executeTakeFirst();
  return { id: derniere.id, etat: lireEtat(derniere.etat), compte: compte === undefined ? null : compteTrouve(compte) };
}

function compteTrouve({
  id,
  ferme_le,
  efface_le,
}: {
  id: string;
  ferme_le: Date | null;
  efface_le: Date | null;
}): CompteTrouve {
  return { id, etat: efface_le !== null ? 'efface' : ferme_le !== null ? 'ferme' : 'ouvert' };
}

function lireEtat(texte: string): DemandeConnue['etat'] {
  if (texte === 'ouverte' || texte === 'accordee' || texte === 'refusee' || texte === 'effacee') return texte;
  throw new Error(`État de demande inconnu dans la base : ${texte}`);
}
