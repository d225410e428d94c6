import type { Services } from '#socle';
import type { Conservation } from '#socle/travaux';
import { effacerDonneesPersonnelles } from './effacer.ts';

const MOIS = 12;
/** Erased at a time: each erasure holds the head of the journal while it is written. */
const PAQUET = 5_000;

/** Personal parts about nobody in particular (the words of a search); a person's own are erased with the person. */
const conservationDesRecherches: Conservation = {
  donnee: 'Noms cherchés dans le journal par les administrateurs',
  duree: '12 mois',
  raison:
    'Contrôler l’usage qui est fait du journal ; au-delà, le journal garde que la recherche a eu lieu, sans ses mots.',
  async purger(services) {
    const limite = ilYAUnAn(services);
    const lignes = await services.base
      .selectFrom('journal_personnel')
      .innerJoin('journal', 'journal.sequence', 'journal_personnel.sequence')
      .select('journal.sequence')
      .where('journal_personnel.concerne', 'is', null)
      .where('journal_personnel.contenu', 'is not', null)
      .where('journal.instant', '<', limite)
      .orderBy('journal.sequence')
      .limit(PAQUET)
      .execute();
    return services.base.transaction().execute((transaction) =>
      effacerDonneesPersonnelles(
        transaction,
        { sequences: lignes.map(({ sequence }) => sequence) },
        (effacement) => ({
          acte: 'donnees.effacer',
          objet: { type: 'journal', id: 'journal' },
          territoire: null,
          charge: { motif: 'conservation', effacement },
        }),
        { auteur: null, ...services },
      ),
    );
  },
};

const conservationDesVerdicts: Conservation = {
  donnee: 'Verdicts de la vérification du journal',
  duree: '12 mois',
  raison: 'Situer dans le temps une altération découverte ; le journal et ses ancres, eux, restent.',
  async purger(services) {
    const { numDeletedRows } = await services.base
      .deleteFrom('journal_verification')
      .where('terminee_le', '<', ilYAUnAn(services))
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
};

export const CONSERVATIONS_DU_JOURNAL: readonly Conservation[] = [conservationDesRecherches, conservationDesVerdicts];

function ilYAUnAn({ horloge }: Services): Date {
  const limite = horloge.maintenant();
  limite.setUTCMonth(limite.getUTCMonth() - MOIS);
  return limite;
}
