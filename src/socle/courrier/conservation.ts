import { sql } from 'kysely';
import type { Conservation } from '../travaux/index.ts';

const JOURS = 90;

/** Mails that left or were given up: long enough to answer « je n’ai rien reçu », no longer. */
export const conservationDesCourriels: Conservation = {
  donnee: 'Courriels envoyés ou abandonnés',
  duree: '90 jours',
  raison: 'Répondre à qui n’a pas reçu un message ; au-delà, le journal garde l’acte lui-même.',
  async purger({ base, horloge }) {
    const limite = new Date(horloge.maintenant().getTime() - JOURS * 86_400_000);
    const { numAffectedRows } = await sql`
      delete from courriel where cree_le < ${limite} and prochain_essai_le is null`.execute(base);
    return Number(numAffectedRows ?? 0);
  },
};
