import type { Acteur } from '#acces';
import { type EvenementSansPersonnel, inscrire } from '#journal';
import type { Services } from '#socle';

type Export = Extract<
  EvenementSansPersonnel,
  { acte: 'reforme.exporter' | 'territoire.exporter' | 'point.exporter' | 'feuille.exporter' }
>;

/** Keeps that someone took away as a file what they were allowed to see. */
export async function journaliserExport({ base, horloge }: Services, acteur: Acteur, fait: Export): Promise<void> {
  await base.transaction().execute((transaction) => inscrire(transaction, fait, { auteur: acteur.compte, horloge }));
}
