import type { Base } from '#socle/base';
import { borneDuRegard, type Regard } from './faits.ts';

/** A report that was asked for, and what was answered; null: it waits. */
export type DemandeDeReport = {
  readonly id: string;
  readonly engagement: number;
  readonly texte: string;
  readonly motif: string;
  readonly enregistreLe: Date;
  readonly auteur: string;
  readonly compte: string;
  readonly reponse: {
    readonly acceptee: boolean;
    /** Taken back by whoever asked. */
    readonly retrait: boolean;
    readonly raison: string | null;
    readonly enregistreLe: Date;
    readonly auteur: string;
  } | null;
};

const DEMANDES_AU_PLUS = 100;

/** The reports asked for on an action the caller was allowed to read, the latest first, as known at the day looked at. */
export async function demandesDeReport(base: Base, action: string, regard: Regard): Promise<DemandeDeReport[]> {
  const borne = borneDuRegard(regard);
  const lignes = await base
    .selectFrom('demande_de_report as d')
    .innerJoin('signataire as demandeur', 'demandeur.id', 'd.auteur')
    .leftJoin('reponse_de_report as r', (jointure) => {
      const reponse = jointure.onRef('r.demande_id', '=', 'd.id');
      return borne === null ? reponse : reponse.on('r.enregistre_le', '<', borne);
    })
    .leftJoin('signataire as repondant', 'repondant.id', 'r.auteur')
    .select([
      'd.id',
      'd.engagement',
      'd.texte',
      'd.motif',
      'd.enregistre_le',
      'demandeur.nom as demandeur',
      'd.auteur as compte',
    ])
    .select(['r.acceptee', 'r.retrait', 'r.raison', 'r.enregistre_le as repondu_le', 'repondant.nom as repondant'])
    .where('d.action_id', '=', action)
    .$if(borne !== null, (requete) => requete.where('d.enregistre_le', '<', borne))
    .orderBy('d.enregistre_le', 'desc')
    .orderBy('d.id')
    .limit(DEMANDES_AU_PLUS)
    .execute();
  return lignes.map((ligne) => ({
    id: ligne.id,
    engagement: ligne.engagement,
    texte: ligne.texte,
    motif: ligne.motif,
    enregistreLe: ligne.enregistre_le,
    auteur: ligne.demandeur,
    compte: ligne.compte,
    reponse:
      ligne.acceptee === null || ligne.repondu_le === null
        ? null
        : {
            acceptee: ligne.acceptee,
            retrait: ligne.retrait === true,
            raison: ligne.raison,
            enregistreLe: ligne.repondu_le,
            auteur: ligne.repondant ?? '',
          },
  }));
}

/** The actions of a plan that wait for the answer to a report, as known at the day looked at. */
export async function actionsEnAttenteDeReport(base: Base, plan: string, regard: Regard): Promise<Set<string>> {
  const borne = borneDuRegard(regard);
  const lignes = await base
    .selectFrom('demande_de_report as d')
    .select('d.action_id')
    .distinct()
    .where('d.plan_id', '=', plan)
    .$if(borne !== null, (requete) => requete.where('d.enregistre_le', '<', borne))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reponse_de_report as r')
            .select('r.demande_id')
            .whereRef('r.demande_id', '=', 'd.id')
            .$if(borne !== null, (requete) => requete.where('r.enregistre_le', '<', borne)),
        ),
      ),
    )
    .execute();
  return new Set(lignes.map(({ action_id }) => action_id));
}

/** A report that waits for its answer. */
export type ReportDemande = Pick<DemandeDeReport, 'id' | 'engagement' | 'texte' | 'motif' | 'enregistreLe' | 'auteur'>;

const EN_ATTENTE_AU_PLUS = 500;

/** Of these actions, which the caller was allowed to read, those for which a report waits, the oldest request first. */
export async function reportsDemandes(
  base: Base,
  plans: readonly string[],
  parmi?: readonly string[],
): Promise<ReadonlyMap<string, readonly ReportDemande[]>> {
  if (plans.length === 0 || parmi?.length === 0) return new Map();
  const lignes = await base
    .selectFrom('demande_de_report as d')
    .innerJoin('signataire', 'signataire.id', 'd.auteur')
    .leftJoin('reponse_de_report as r', 'r.demande_id', 'd.id')
    .select(['d.id', 'd.action_id', 'd.engagement', 'd.texte', 'd.motif', 'd.enregistre_le', 'signataire.nom'])
    .where('d.plan_id', 'in', [...plans])
    .where('r.demande_id', 'is', null)
    .$if(parmi !== undefined, (requete) => requete.where('d.action_id', 'in', [...(parmi ?? [])]))
    .orderBy('d.enregistre_le')
    .orderBy('d.id')
    .limit(EN_ATTENTE_AU_PLUS)
    .execute();
  const parAction = new Map<string, ReportDemande[]>();
  for (const { id, action_id, engagement, texte, motif, enregistre_le, nom } of lignes)
    parAction.set(action_id, [
      ...(parAction.get(action_id) ?? []),
      { id, engagement, texte, motif, enregistreLe: enregistre_le, auteur: nom },
    ]);
  return parAction;
}
