import type { Acteur } from '#acces';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { serviceDuReseau } from '../lectures/reponses-des-services.ts';
import type { AtelierDeReunion } from './sur-l-instance.ts';

type Reponse = {
  readonly id: string;
  readonly numero: number;
  readonly responsables: readonly string[];
  readonly texte: string;
};

/** What one service did of a decision that asks its whole network: said once, it is not asked of that service any more. */
export async function repondrePourSonService(
  { transaction, maintenant, journaliser }: AtelierDeReunion,
  acteur: Acteur,
  { id, numero, responsables, texte }: Reponse,
): Promise<Resultat<null>> {
  const service = await serviceDuReseau(transaction, acteur, responsables);
  if (service === null)
    return echec({
      nature: 'interdit',
      regle: 'decision.suite.service',
      message: 'Cette décision demande une réponse à chaque service : c’est au service lui-même de la donner.',
    });
  const ecrite = await transaction
    .insertInto('suite_de_service')
    .values({
      decision_id: id,
      organisation_id: service.id,
      texte,
      enregistre_le: maintenant,
      auteur: acteur.compte,
    })
    .onConflict((conflit) => conflit.columns(['decision_id', 'organisation_id']).doNothing())
    .returning('decision_id')
    .executeTakeFirst();
  if (ecrite === undefined)
    return echec({
      nature: 'conflit',
      regle: 'decision.suite.deja',
      message: 'Quelqu’un de votre service a déjà répondu. Votre texte est gardé : rechargez pour comparer.',
    });
  await journaliser({ acte: 'decision.repondre', charge: { numero, organisation: service.id } });
  return reussite(null);
}
