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
