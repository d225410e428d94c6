import { z } from 'zod';
import { type Acteur, PERMIS, selon } from '#acces';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutDireLaSuite, peutLireDecision, porteeDeLaSuite } from '../politique.ts';
import { repondrePourSonService } from './repondre-pour-son-service.ts';
import { surLaReunion } from './sur-l-instance.ts';

const SAISIE = z.object({
  reunion: z.string(),
  decision: z.string(),
  suite: texteObligatoire('Dites ce qui a été fait.', 2_000),
});

/**
 * Says what was done of a decision: it is then applied. Once: what follows is told in the action, or to the committee. Of a
 * decision that asks a whole network, a service answers for itself.
 */
export function direLaSuite(services: Services, acteur: Acteur, valeurs: unknown): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return Promise.resolve(lue);
  const { reunion, decision, suite } = lue.valeur;
  return surLaReunion(
    services,
    acteur,
    reunion,
    // Asked below, of the decision: a service it asks need not read the committee.
    () => PERMIS,
    async (atelier) => {
      const { transaction, instance, maintenant, journaliser } = atelier;
      const ligne = await transaction
        .selectFrom('decision')
        .select(['id', 'numero', 'responsables', 'suite', 'annulee_le'])
        .where('reunion_id', '=', reunion)
        .where((eb) => eb(eb.cast<string>('id', 'text'), '=', decision))
        .executeTakeFirst();
      const lisible = selon(peutLireDecision(acteur, instance, ligne?.responsables ?? []));
      if (!lisible.ok) return lisible;
      if (ligne === undefined || ligne.annulee_le !== null)
        return echec({
          nature: 'introuvable',
          regle: 'decision.introuvable',
          message: 'Cette décision n’existe pas, ou a été annulée. Rechargez la page.',
        });
      const permis = selon(peutDireLaSuite(acteur, instance, ligne.responsables));
      if (!permis.ok) return permis;
      if (ligne.suite !== null)
        return echec({
          nature: 'conflit',
          regle: 'decision.suite.deja',
          message:
            'Quelqu’un a déjà dit la suite donnée à cette décision. Votre texte est gardé : rechargez pour comparer.',
        });
      if (porteeDeLaSuite(acteur, instance, ligne.responsables) === 'service')
        return repondrePourSonService(atelier, acteur, { ...ligne, texte: suite });
      await transaction
        .updateTable('decision')
        .set({ suite, suite_le: maintenant, suite_auteur: acteur.compte })
        .where('id', '=', ligne.id)
        .execute();
      await journaliser({ acte: 'decision.appliquer', charge: { numero: ligne.numero } });
      return reussite(null);
    },
  );
}
