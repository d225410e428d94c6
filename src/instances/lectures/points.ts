import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { GenreDeDecision } from '../regles/decisions.ts';
import type { Motif } from '../regles/ordre-du-jour.ts';
import type { EtatDePresence } from '../regles/releve.ts';

export type NoteDePoint = {
  readonly id: string;
  readonly texte: string;
  readonly enregistreLe: Date;
  readonly auteur: string | null;
};

export type DecisionPrise = {
  readonly id: string;
  readonly numero: number;
  readonly point: string;
  readonly genre: GenreDeDecision;
  readonly texte: string;
  readonly responsable: string | null;
  readonly echeance: string | null;
  readonly fin: Jour | null;
  readonly plan: string | null;
  readonly action: string | null;
  readonly annulation: string | null;
  readonly annulee: boolean;
  readonly enregistreLe: Date;
  readonly auteur: string | null;
};

export type Point = {
  readonly id: string;
  readonly rang: number;
  readonly intitule: string;
  readonly motif: Motif | 'libre';
  readonly raison: string | null;
  readonly plan: string | null;
  readonly action: string | null;
  readonly reforme: string | null;
  readonly fois: number;
  readonly clos: boolean;
  readonly notes: readonly NoteDePoint[];
  readonly decisions: readonly DecisionPrise[];
};

/** The agenda of a meeting in its order, with what was said and decided. */
export async function pointsDeLaReunion(base: Base, reunion: string): Promise<readonly Point[]> {
  const [points, notes, decisions] = await Promise.all([
    base
      .selectFrom('point_de_reunion')
      .selectAll()
      .where('reunion_id', '=', reunion)
      .orderBy('rang')
      .orderBy('id')
      .limit(POINTS_AU_PLUS)
      .execute(),
    base
      .selectFrom('note_de_point')
      .innerJoin('point_de_reunion', 'point_de_reunion.id', 'note_de_point.point_id')
      .leftJoin('signataire', 'signataire.id', 'note_de_point.auteur')
      .select(['note_de_point.id', 'point_id', 'texte', 'enregistre_le', 'signataire.nom'])
      .where('point_de_reunion.reunion_id', '=', reunion)
      .orderBy('enregistre_le')
      .orderBy('note_de_point.id')
      .limit(FAITS_AU_PLUS)
      .execute(),
    base
      .selectFrom('decision')
      .leftJoin('signataire', 'signataire.id', 'decision.auteur')
      .selectAll('decision')
      .select('signataire.nom')
      .where('reunion_id', '=', reunion)
      .orderBy('numero')
      .limit(FAITS_AU_PLUS)
      .execute(),
  ]);
  return points.map((point) => ({
    id: point.id,
    rang: point.rang,
    intitule: point.intitule,
    motif: point.motif as Point['motif'],
    raison: point.raison,
    plan: point.plan_id,
    action: point.action_id,
    reforme: point.reforme_id,
    fois: point.fois,
    clos: point.clos_le !== null,
    notes: notes
      .filter(({ point_id }) => point_id === point.id)
      .map(({ id, texte, enregistre_le, nom }) => ({ id, texte, enregistreLe: enregistre_le, auteur: nom })),
    decisions: decisions.filter(({ point_id }) => point_id === point.id).map(enDecision),
  }));
}

/** Attendance as last marked, by member. */
export async function presencesDe(base: Base, reunion: string): Promise<ReadonlyMap<string, EtatDePresence>> {
  const lignes = await base
    .selectFrom('presence_en_reunion')
    .select(['membre_id', 'etat'])
    .where('reunion_id', '=', reunion)
    .execute();
  return new Map(lignes.map(({ membre_id, etat }) => [membre_id, etat as EtatDePresence]));
}

const POINTS_AU_PLUS = 200;
const FAITS_AU_PLUS = 2_000;

type LigneDeDecision = {
  readonly id: string;
  readonly numero: number;
  readonly point_id: string;
  readonly genre: string;
  readonly texte: string;
  readonly responsable: string | null;
  readonly echeance: string | null;
  readonly fin: string | null;
  readonly plan_id: string | null;
  readonly action_id: string | null;
  readonly annulee_le: Date | null;
  readonly motif_d_annulation: string | null;
  readonly enregistre_le: Date;
  readonly nom: string | null;
};

export function enDecision(ligne: LigneDeDecision): DecisionPrise {
  return {
    id: ligne.id,
    numero: ligne.numero,
    point: ligne.point_id,
    genre: ligne.genre as GenreDeDecision,
    texte: ligne.texte,
    responsable: ligne.responsable,
    echeance: ligne.echeance,
    fin: ligne.fin as Jour | null,
    plan: ligne.plan_id,
    action: ligne.action_id,
    annulation: ligne.motif_d_annulation,
    annulee: ligne.annulee_le !== null,
    enregistreLe: ligne.enregistre_le,
    auteur: ligne.nom,
  };
}
