import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { echec, type Jour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { type PorteeDeSuite, peutLireDecision, peutLireInstance, porteeDeLaSuite } from '../politique.ts';
import { estAttendue } from '../regles/suivi.ts';
import { type DecisionDuSuivi, suivreDecision } from './decisions-suivies.ts';
import { estIdentifiant, lireInstanceSansPolitique } from './instances.ts';
import { type ReponseDeService, reponsesDesServices, serviceDuReseau } from './reponses-des-services.ts';

export type DecisionSeule = {
  readonly decision: DecisionDuSuivi;
  /** Whether this person also reads the committee that took it. */
  readonly membre: boolean;
  /** For whom this person may say what was done of it: the whole decision, their service alone, or nobody. */
  readonly dicible: PorteeDeSuite | null;
  /** Of a network it asks, the service this person answers for. */
  readonly service: string | null;
  /** Answers of the services of a network it asks: all for whoever reads the committee, one's own otherwise. */
  readonly reponses: readonly ReponseDeService[];
  readonly demonstration: boolean;
};

export const DECISION_ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'decision.introuvable',
  message: 'Cette décision n’existe pas, ou l’instance l’a annulée. Partez de « Ce que l’on attend de moi ».',
};

/** A decision alone, for whoever reads its committee or belongs to a service it asks. */
export async function trouverDecision(
  base: Base,
  acteur: Acteur,
  id: string,
  aujourdhui: Jour,
): Promise<Resultat<DecisionSeule>> {
  if (!estIdentifiant(id)) return echec(DECISION_ABSENTE);
  const ligne = await base
    .selectFrom('decision')
    .innerJoin('reunion', 'reunion.id', 'decision.reunion_id')
    .select(['reunion.instance_id', 'decision.responsables'])
    .where('decision.id', '=', id)
    .executeTakeFirst();
  const instance = ligne === undefined ? null : await lireInstanceSansPolitique(base, ligne.instance_id);
  if (ligne === undefined || instance === null) return echec(DECISION_ABSENTE);
  const permis = peutLireDecision(acteur, instance, ligne.responsables);
  if (!permis.permis) return echec({ nature: 'interdit', regle: permis.regle, message: permis.message });
  const decision = await suivreDecision(base, acteur, { id, instance: instance.id }, aujourdhui);
  if (decision === null) return echec(DECISION_ABSENTE);
  const membre = peutLireInstance(acteur, instance).permis;
  const service = await serviceDuReseau(base, acteur, decision.responsables);
  const reponses = await reponsesDesServices(base, id, membre ? undefined : (service?.id ?? null));
  const portee = estAttendue(decision.suite) ? porteeDeLaSuite(acteur, instance, decision.responsables) : null;
  const aRepondu = service === null || reponses.some(({ organisation }) => organisation === service.id);
  return reussite({
    decision,
    membre,
    dicible: portee === 'service' && aRepondu ? null : portee,
    service: service?.nom ?? null,
    reponses,
    demonstration: instance.demonstration,
  });
}
