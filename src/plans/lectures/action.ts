import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Base } from '#socle/base';
import { echec, type Jour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import type { StatutDeclare } from '../regles/lecture.ts';
import { type Pilote, pilotesDesActions } from './actions.ts';
import { type ActionAvecEngagements, avecEngagements } from './details.ts';
import { borneDuRegard, type Regard } from './faits.ts';
import { estIdentifiant } from './plan.ts';
import { actionsSituees } from './situations.ts';

export type Note = {
  readonly id: string;
  readonly statut: StatutDeclare | null;
  readonly taux: string | null;
  readonly texte: string | null;
  readonly origine: 'saisie' | 'import';
  readonly enregistreLe: Date;
  /** When it counts from: for a correction, the day of the note it corrects. */
  readonly vautLe: Date;
  readonly auteur: string;
  readonly compte: string;
  readonly obstacle: string | null;
  readonly levee: string | null;
  readonly sansPiece: string | null;
  /** The note it corrects. */
  readonly corrige: string | null;
  /** Corrected since, at the day looked at: it is read, and no longer counts. */
  readonly corrigee: boolean;
  readonly pieces: readonly Piece[];
  readonly mentions: readonly { readonly id: string; readonly libelle: string }[];
};

/** A file (no address) or a link joined to a note. */
export type Piece = { readonly id: string; readonly nom: string; readonly adresse: string | null };

export type FaitDEcheance = {
  readonly id: string;
  readonly engagement: number;
  readonly libelle: string | null;
  readonly texte: string;
  readonly motif: string | null;
  readonly report: boolean;
  readonly abandonnee: boolean;
  readonly enregistreLe: Date;
  readonly auteur: string;
};

export type ActionDetaillee = ActionAvecEngagements & {
  readonly miseEnOeuvre: string | null;
  readonly livrables: string | null;
  readonly recommandations: readonly string[];
  readonly echeancesTexte: string | null;
  readonly pilotes: readonly Pilote[];
  readonly notes: readonly Note[];
  readonly echeances: readonly FaitDEcheance[];
  readonly trajectoire: readonly { readonly jour: Jour | null; readonly texte: string; readonly taux: string }[];
  readonly creeLeInstant: Date;
  readonly creePar: string;
  readonly retrait: { readonly le: Date; readonly par: string; readonly motif: string } | null;
  readonly version: number;
};

export const ACTION_INTROUVABLE: Refus = {
  nature: 'introuvable',
  regle: 'action.introuvable',
  message:
    'Cette action n’existe pas dans ce plan, ou n’y était pas encore à la date regardée. Revenez à la liste des actions.',
};

/** The most notes one page shows; older ones are in the export and the journal. */
const NOTES_AU_PLUS = 200;

/** Everything known of one action of a plan the caller was allowed to read, as seen from `regard`. */
export async function trouverAction(
  base: Base,
  plan: string,
  id: string,
  regard: Regard,
): Promise<Resultat<ActionDetaillee>> {
  if (!estIdentifiant(id)) return echec(ACTION_INTROUVABLE);
  const borne = borneDuRegard(regard);
  const [situees, ligne, pilotes, notes, echeances, trajectoire] = await Promise.all([
    actionsSituees(base, [plan], regard, [id]).then((situees) => avecEngagements(base, situees, regard)),
    base
      .selectFrom('action')
      .innerJoin('signataire', 'signataire.id', 'action.cree_par')
      .leftJoin('signataire as retireur', 'retireur.id', 'action.retiree_par')
      .selectAll('action')
      .select(['signataire.nom as createur', 'retireur.nom as retireur_nom'])
      .where('action.id', '=', id)
      .where('action.plan_id', '=', plan)
      .executeTakeFirst(),
    pilotesDesActions(base, [id]),
    base
      .selectFrom('note_avancement')
      .innerJoin('signataire', 'signataire.id', 'note_avancement.auteur')
      .select(['note_avancement.id', 'statut', 'taux', 'texte', 'origine', 'enregistre_le', 'vaut_le', 'auteur'])
      .select(['obstacle', 'levee', 'sans_piece', 'corrige', 'signataire.nom'])
      .select(sql<boolean>`coalesce(corrigee_le < ${borne ?? sql`'infinity'::timestamptz`}, false)`.as('corrigee'))
      .select((eb) => [
        jsonArrayFrom(
          eb
            .selectFrom('piece_de_note')
            .select(['piece_de_note.id', 'piece_de_note.nom', 'piece_de_note.adresse'])
            .whereRef('piece_de_note.note_id', '=', 'note_avancement.id')
            .orderBy('piece_de_note.rang'),
        ).as('pieces'),
        jsonArrayFrom(
          eb
            .selectFrom('mention')
            .innerJoin('organisation', 'organisation.id', 'mention.organisation_id')
            .select(['organisation.id', sql<string>`coalesce(organisation.sigle, organisation.nom)`.as('libelle')])
            .whereRef('mention.note_id', '=', 'note_avancement.id')
            .orderBy('libelle'),
        ).as('mentions'),
      ])
      .where('action_id', '=', id)
      .$if(borne !== null, (requete) => requete.where('enregistre_le', '<', borne))
      .orderBy('enregistre_le', 'desc')
      .orderBy('ordre', 'desc')
      .limit(NOTES_AU_PLUS)
      .execute(),
    base
      .selectFrom('echeance')
      .innerJoin('signataire', 'signataire.id', 'echeance.auteur')
      .select([
        'echeance.id',
        'engagement',
        'libelle',
        'texte',
        'motif',
        'echeance.rang',
        'abandonnee',
        'enregistre_le',
        'signataire.nom',
      ])
      .where('action_id', '=', id)
      .$if(borne !== null, (requete) => requete.where('enregistre_le', '<', borne))
      .orderBy('enregistre_le', 'desc')
      .orderBy('echeance.rang', 'desc')
      .limit(NOTES_AU_PLUS)
      .execute(),
    base
      .selectFrom('jalon_de_trajectoire')
      .select(['jour', 'texte', 'taux'])
      .where('action_id', '=', id)
      .$if(borne === null, (requete) => requete.where('remplace_le', 'is', null))
      .$if(borne !== null, (requete) =>
        requete
          .where('enregistre_le', '<', borne)
          .where((eb) => eb.or([eb('remplace_le', 'is', null), eb('remplace_le', '>=', borne)])),
      )
      .orderBy('jour')
      .limit(NOTES_AU_PLUS)
      .execute(),
  ]);
  const situee = situees[0];
  if (!ligne || !situee) return echec(ACTION_INTROUVABLE);
  return reussite({
    ...situee,
    miseEnOeuvre: ligne.mise_en_oeuvre,
    livrables: ligne.livrables,
    recommandations: ligne.recommandations,
    echeancesTexte: ligne.echeances_texte,
    pilotes: pilotes.get(id) ?? [],
    notes: notes.map((note) => ({
      id: note.id,
      statut: note.statut as StatutDeclare | null,
      taux: note.taux,
      texte: note.texte,
      origine: note.origine as Note['origine'],
      enregistreLe: note.enregistre_le,
      vautLe: note.vaut_le,
      auteur: note.nom,
      compte: note.auteur,
      obstacle: note.obstacle,
      levee: note.levee,
      sansPiece: note.sans_piece,
      corrige: note.corrige,
      corrigee: note.corrigee,
      pieces: note.pieces,
      mentions: note.mentions,
    })),
    echeances: echeances.map((fait) => ({
      id: fait.id,
      engagement: fait.engagement,
      libelle: fait.libelle,
      texte: fait.texte,
      motif: fait.motif,
      report: fait.rang > 0,
      abandonnee: fait.abandonnee,
      enregistreLe: fait.enregistre_le,
      auteur: fait.nom,
    })),
    trajectoire: trajectoire.map((jalon) => ({
      jour: jalon.jour as Jour | null,
      texte: jalon.texte,
      taux: jalon.taux,
    })),
    creeLeInstant: ligne.cree_le,
    creePar: ligne.createur,
    retrait:
      ligne.retiree_le === null
        ? null
        : { le: ligne.retiree_le, par: ligne.retireur_nom ?? '', motif: ligne.retiree_motif ?? '' },
    version: ligne.version,
  });
}
