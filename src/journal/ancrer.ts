import type { Services } from '#socle';
import { deposerCourriel } from '#socle/courrier';
import { ajouterAuFichier } from './fichier-d-ancres.ts';
import { type Ancre, ecrireAncre } from './regles/ancres.ts';

/**
 * Writes the head of the journal outside the database, where the configuration says; without it, the caller shows the
 * line to keep. Jalon also keeps it: each verification compares the chain with every anchor.
 */
export async function ancrerLeJournal(services: Services): Promise<Ancre> {
  const { base, horloge, configuration } = services;
  const tete = await base.selectFrom('journal_tete').select(['sequence', 'empreinte']).executeTakeFirstOrThrow();
  const ancre = { instant: horloge.maintenant().toISOString(), ...tete };
  const { ancrage } = configuration;
  // Outside first: an anchor that Jalon believes written and is not would be a false assurance.
  if (ancrage?.moyen === 'fichier') await ajouterAuFichier(ancrage.cible, ancre);
  await base.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('ancrage')
      .values({ ...ancre, moyen: ancrage?.moyen ?? 'sortie', cible: ancrage?.cible ?? null })
      .execute();
    if (ancrage?.moyen === 'courriel') {
      await deposerCourriel(transaction, services, {
        cle: `journal.ancrer:${ancre.instant}`,
        genre: 'journal.ancrer',
        compte: null,
        adresse: ancrage.cible,
        message: {
          sujet: `Ancre du journal de Jalon : ligne ${ancre.sequence}`,
          paragraphes: [
            'Voici la tête du journal, telle que Jalon la connaît aujourd’hui. Gardez ce message : il prouvera que le journal n’a pas été réécrit.',
            ecrireAncre(ancre),
            'Pour comparer, copiez les lignes reçues dans un fichier, puis : jalon journal verifier --ancres fichier',
          ],
          raison: 'Vous recevez ce message parce que votre adresse est celle que JALON_ANCRAGE donne à Jalon.',
        },
      });
    }
  });
  return ancre;
}
