import { createHash } from 'node:crypto';
import type { Alea, Horloge } from '#socle';
import type { Base } from '#socle/base';
import type { Evenement, EvenementSansPersonnel, PartPersonnelle } from './evenements.ts';
import { canonique } from './regles/canonique.ts';
import { aHacher } from './regles/chaine.ts';
import { engagementDe } from './regles/personnel.ts';

/** Who writes: the account (null when Jalon acts by itself), and the clock. */
export type Plume = { readonly auteur: string | null; readonly horloge: Horloge };

/** For events that carry personal data, which are salted. */
export type PlumeSalee = Plume & { readonly alea: Alea };

/**
 * Adds an event to the journal, within the caller's transaction: what happened and its trace are written together or not
 * at all. Appends wait for each other on the head row, so call it last in the transaction.
 */
export async function inscrire(transaction: Base, evenement: EvenementSansPersonnel, par: Plume): Promise<void>;
export async function inscrire(transaction: Base, evenement: Evenement, par: PlumeSalee): Promise<void>;
export async function inscrire(transaction: Base, evenement: Evenement, par: Plume & Partial<PlumeSalee>) {
  await inscrireLigne(transaction, evenement, par);
}

/** The same; returns the number of the line. */
export async function inscrireLigne(
  transaction: Base,
  evenement: Evenement,
  par: Plume & Partial<PlumeSalee>,
): Promise<number> {
  const personnel = 'personnel' in evenement && evenement.personnel ? sceller(evenement.personnel, par.alea) : null;
  const tete = await transaction
    .selectFrom('journal_tete')
    .select(['sequence', 'empreinte'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const sequence = tete.sequence + 1;
  const instant = par.horloge.maintenant().toISOString();
  const { acte, objet, territoire, charge } = evenement;
  const engagement = personnel?.engagement ?? null;
  const empreinte = hacher(
    aHacher(tete.empreinte, {
      sequence,
      instant,
      auteur: par.auteur,
      acte,
      objetType: objet.type,
      objetId: objet.id,
      territoire,
      charge,
      engagement,
    }),
  );
  await transaction
    .with('tete', (ecriture) => ecriture.updateTable('journal_tete').set({ sequence, empreinte }))
    .insertInto('journal')
    .values({
      sequence,
      instant,
      auteur: par.auteur,
      acte,
      objet_type: objet.type,
      objet_id: objet.id,
      territoire_code: territoire,
      charge: canonique(charge),
      engagement,
      empreinte,
    })
    .execute();
  if (personnel) {
    const { concerne, sel, contenu } = personnel;
    await transaction.insertInto('journal_personnel').values({ sequence, concerne, sel, contenu }).execute();
  }
  return sequence;
}

export function hacher(texte: string): string {
  return createHash('sha256').update(texte, 'utf8').digest('hex');
}

/** The part as it is kept, and what the chain holds of it. */
function sceller(part: PartPersonnelle, alea: Alea | undefined) {
  if (!alea) throw new TypeError('Un événement qui porte des données personnelles demande de l’aléa.');
  const octets = new Uint8Array(32);
  alea(octets);
  const sel = Buffer.from(octets).toString('hex');
  return {
    concerne: part.concerne,
    sel,
    contenu: canonique(part.contenu),
    engagement: engagementDe(sel, part, hacher),
  };
}
