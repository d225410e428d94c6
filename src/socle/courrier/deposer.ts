import type { Base } from '../base/index.ts';
import type { Services } from '../services.ts';
import { demanderTravail } from '../travaux/demander.ts';
import { composer, type Message } from './message.ts';
import type { Invitation } from './transport.ts';

/** Name of the work that empties the outbox. */
export const ENVOYER_LE_COURRIER = 'courrier.envoyer';

export type CourrielADeposer = {
  /** What makes this mail the only one of its kind: « acces.demande:0190…:compte ». The same key again adds nothing. */
  readonly cle: string;
  /** Kind of mail, for the outbox: the act it tells of (`acces.demander`). */
  readonly genre: string;
  /** Account it is written to, when there is one. */
  readonly compte: string | null;
  readonly adresse: string;
  readonly message: Message;
  /** Joined to the mail, and put in one's calendar by whoever opens it. */
  readonly invitation?: Invitation | undefined;
};

/**
 * Puts a mail in the outbox, within the transaction of the act it tells of: they are written together or not at all, and
 * it leaves once both are. Gives its identifier: that of the mail already there, when this key has one.
 */
export async function deposerCourriel(
  transaction: Base,
  { ids, horloge, configuration }: Pick<Services, 'ids' | 'horloge' | 'configuration'>,
  courriel: CourrielADeposer,
): Promise<string> {
  const maintenant = horloge.maintenant();
  const depose = await transaction
    .insertInto('courriel')
    .values({
      id: ids.nouveau(),
      cle: courriel.cle,
      genre: courriel.genre,
      compte_id: courriel.compte,
      adresse: courriel.adresse.trim().toLowerCase(),
      ...composer(courriel.message, configuration, courriel.compte !== null),
      invitation: courriel.invitation?.texte ?? null,
      invitation_methode: courriel.invitation?.methode ?? null,
      cree_le: maintenant,
      prochain_essai_le: maintenant,
    })
    .onConflict((conflit) => conflit.column('cle').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (depose !== undefined) {
    await demanderLEnvoi(transaction);
    return depose.id;
  }
  const { id } = await transaction
    .selectFrom('courriel')
    .select('id')
    .where('cle', '=', courriel.cle)
    .executeTakeFirstOrThrow();
  return id;
}

/** Has the outbox emptied once this transaction is written. */
export function demanderLEnvoi(transaction: Base): Promise<void> {
  return demanderTravail(transaction, ENVOYER_LE_COURRIER);
}
