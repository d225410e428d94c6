import { createHash } from 'node:crypto';
import type { Horloge } from '#socle';
import type { Base } from '#socle/base';
import type { Evenement } from './evenements.ts';
import { canonique } from './regles/canonique.ts';
import { aHacher } from './regles/chaine.ts';

/**
 * Adds an event to the journal, within the caller's transaction: what happened and its trace are written together or not
 * at all. Appends wait for each other on the head row, so call it last in the transaction.
 */
export async function inscrire(
  transaction: Base,
  evenement: Evenement,
  par: { auteur: string | null; horloge: Horloge },
): Promise<void> {
  const tete = await transaction
    .selectFrom('journal_tete')
    .select(['sequence', 'empreinte'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const ligne = {
    sequence: tete.sequence + 1,
    instant: par.horloge.maintenant().toISOString(),
    auteur: par.auteur,
    acte: evenement.acte,
    objetType: evenement.objet.type,
    objetId: evenement.objet.id,
    territoire: evenement.territoire,
    charge: evenement.charge,
  };
  const empreinte = hacher(aHacher(tete.empreinte, ligne));
  await transaction
    .insertInto('journal')
    .values({
      sequence: ligne.sequence,
      instant: ligne.instant,
      auteur: ligne.auteur,
      acte: ligne.acte,
      objet_type: ligne.objetType,
      objet_id: ligne.objetId,
      territoire_code: ligne.territoire,
      charge: canonique(ligne.charge),
      empreinte,
    })
    .execute();
  await transaction.updateTable('journal_tete').set({ sequence: ligne.sequence, empreinte }).execute();
}

export function hacher(texte: string): string {
  return createHash('sha256').update(texte, 'utf8').digest('hex');
}
