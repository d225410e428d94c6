import { formaterJour } from '#interface';
import { creerAction, noterAction, repondreAuReport, reporterEcheance } from '#plans/commandes';
import { engagementsDesActions, type ReportDemande } from '#plans/lectures';
import { type Services, servicesDansLaTransaction } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { DECISIONS, type GenreDeDecision } from '../regles/decisions.ts';
import type { AtelierDeReunion } from './sur-l-instance.ts';

/** A decision about to be written. */
export type DecisionAAppliquer = {
  readonly numero: number;
  readonly genre: GenreDeDecision;
  readonly texte: string;
  readonly responsable: string | null;
  readonly echeance: string | null;
  readonly plan: string | null;
  readonly action: string | null;
  /** The reports of the action that wait for an answer. */
  readonly demandes: readonly ReportDemande[];
};

type CibleDAction = { readonly plan: string; readonly action: string };

/** Does what the decision decides, by the commands of plans, in the same transaction. Gives the action it is about. */
export async function appliquerDecision(
  atelier: AtelierDeReunion,
  decision: DecisionAAppliquer,
): Promise<Resultat<string | null>> {
  const { acteur } = atelier;
  const services = servicesDansLaTransaction(atelier.services, atelier.transaction);
  const { plan, action, genre } = decision;
  const dite = direDecision(atelier, decision);
  const { effet } = DECISIONS[genre];
  if (effet === 'creation' && plan !== null)
    return creerAction(services, acteur, plan, {
      intitule: decision.texte,
      pilotes: decision.responsable ?? '',
      echeances: decision.echeance ?? '',
      miseEnOeuvre: dite,
    });
  if (plan === null || action === null || effet === 'aucun') return reussite(action);
  const cible = { plan, action };
  const fait =
    effet === 'report'
      ? await reporter(atelier, services, cible, decision, raccourcir(dite))
      : effet === 'refus'
        ? await repondre(atelier, services, cible, decision.demandes, 'refuser', raccourcir(dite))
        : await noterAction(services, acteur, cible, {
            ...(effet === 'cloture' ? { statut: 'terminee', sansPiece: 'Clôture décidée en séance.' } : {}),
            texte: dite,
          });
  return fait.ok ? reussite(action) : fait;
}

/**
 * Puts the deadline off. Without a deadline of its own, the decision accepts those that were asked; with one, it answers
 * the request about the same commitment: accepted when the words are the same, else refused, the other deadline said.
 */
async function reporter(
  atelier: AtelierDeReunion,
  services: Services,
  cible: CibleDAction,
  { echeance, demandes }: DecisionAAppliquer,
  motif: string,
): Promise<Resultat<null>> {
  if (echeance === null) return repondre(atelier, services, cible, demandes, 'accepter', motif);
  const [seule, ...autres] = demandes;
  const engagement =
    seule !== undefined && autres.length === 0 ? seule.engagement : await engagementAReporter(atelier, cible.action);
  const repondue = demandes.find((demande) => demande.engagement === engagement);
  if (repondue?.texte === echeance) return repondre(atelier, services, cible, [repondue], 'accepter', motif);
  const refusee = await repondre(
    atelier,
    services,
    cible,
    repondue === undefined ? [] : [repondue],
    'refuser',
    raccourcir(`Une autre échéance est retenue : ${echeance}. ${motif}`),
  );
  if (!refusee.ok) return refusee;
  return reporterEcheance(services, atelier.acteur, cible, { engagement: String(engagement), echeance, motif });
}

async function repondre(
  { acteur }: AtelierDeReunion,
  services: Services,
  cible: CibleDAction,
  demandes: readonly ReportDemande[],
  reponse: 'accepter' | 'refuser',
  raison: string,
): Promise<Resultat<null>> {
  for (const { id } of demandes) {
    const repondue = await repondreAuReport(services, acteur, cible, { demande: id, reponse, raison });
    if (!repondue.ok) return repondue;
  }
  return reussite(null);
}

/** The commitment that ends last: the one that holds the action's term. */
async function engagementAReporter({ transaction, au }: AtelierDeReunion, action: string): Promise<number> {
  const engagements = await engagementsDesActions(transaction, { actions: [action] }, { jour: au, passe: false });
  const [dernier] = [...(engagements.get(action) ?? [])].sort((a, b) => ((a.fin ?? '') < (b.fin ?? '') ? 1 : -1));
  return dernier?.numero ?? 0;
}

/** What the action keeps of the decision, so that from it one finds the committee. */
function direDecision({ instance, reunion }: AtelierDeReunion, decision: DecisionAAppliquer): string {
  const suite = [
    decision.responsable === null ? null : `Responsable : ${decision.responsable}.`,
    decision.echeance === null ? null : `Échéance : ${decision.echeance}.`,
  ].filter((un) => un !== null);
  return [
    `${DECISIONS[decision.genre].libelle}, décision n° ${decision.numero} de « ${instance.nom} » du ${formaterJour(reunion.jour)} : ${decision.texte}`,
    ...suite,
  ].join(' ');
}

/** A reason as long as plans keep it; the decision itself keeps all its words. */
function raccourcir(texte: string): string {
  return texte.length <= MOTIF_AU_PLUS ? texte : `${texte.slice(0, MOTIF_AU_PLUS - 1)}…`;
}

const MOTIF_AU_PLUS = 2_000;
