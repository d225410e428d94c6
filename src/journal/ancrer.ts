import type { Ancrage, Services } from '#socle';
import type { Base } from '#socle/base';
import { ajouterAuFichier } from './fichier-d-ancres.ts';
import type { Ancre } from './regles/ancres.ts';

/**
 * Writes the head of the journal outside the database, where the configuration says; without it, the caller shows the
 * line to keep. Jalon also keeps it: each verification compares the chain with every anchor.
 */
export async function ancrerLeJournal({ base, horloge, configuration }: Services): Promise<Ancre> {
  const tete = await base.selectFrom('journal_tete').select(['sequence', 'empreinte']).executeTakeFirstOrThrow();
  const ancre = { instant: horloge.maintenant().toISOString(), ...tete };
  const { ancrage } = configuration;
  // Outside first: an anchor that Jalon believes written and is not would be a false assurance.
  if (ancrage?.moyen === 'fichier') await ajouterAuFichier(ancrage.cible, ancre);
  await garder(base, ancre, ancrage);
  return ancre;
}

async function garder(base: Base, ancre: Ancre, ancrage: Ancrage | null): Promise<void> {
  await base
    .insertInto('ancrage')
    .values({ ...ancre, moyen: ancrage?.moyen ?? 'sortie', cible: ancrage?.cible ?? null })
    .execute();
}
