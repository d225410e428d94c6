import { type RawBuilder, sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { ACTION_INTROUVABLE, type Piece } from '../lectures/action.ts';
import { borneDuRegard, type Regard } from '../lectures/faits.ts';
import { estIdentifiant } from '../lectures/plan.ts';
import type { PlanVu } from '../politique.ts';
import type { FaitsDeDeclinaison } from '../regles/deploiement.ts';
import type { StatutDeclare } from '../regles/lecture.ts';
import { peutLireDeclinaison } from './politique.ts';

/** What an action is in one territory, on the day looked at. */
export type Declinaison = FaitsDeDeclinaison & {
  readonly id: string;
  readonly action: string;
  readonly territoire: string;
  readonly nom: string;
  readonly region: string | null;
  readonly regionNom: string | null;
  /** Words of the last news. */
  readonly texte: string | null;
  /** What blocks it and what would lift that, while it is blocked. */
  readonly obstacle: string | null;
  readonly levee: string | null;
  /** Account that signed the last news. */
  readonly auteur: string | null;
  /** Rank of the last thing written of it, empty when there is none: what the form of news sends back as seen. */
  readonly vue: string;
};

/**
 * The declinations of an action of a plan this actor reads, those open to them, by name; and how many there are in all.
 * One query, whatever the number of territories and notes.
 */
export async function declinaisonsDeLAction(
  base: Base,
  acteur: Acteur,
  plan: PlanVu,
  action: string,
  regard: Regard,
): Promise<{ readonly ouvertes: Declinaison[]; readonly enTout: number }> {
  const toutes = await lireDeclinaisons(base, sql`d.action_id = ${action}`, regard);
  return {
    ouvertes: toutes.filter(({ territoire }) => peutLireDeclinaison(acteur, plan, territoire).permis),
    enTout: toutes.length,
  };
}

/** Those `filtre` keeps, with what they say on the day looked at; the caller bounds them by the policy. */
export async function lireDeclinaisons(
  base: Base,
  filtre: RawBuilder<unknown>,
  regard: Regard,
): Promise<Declinaison[]> {
  const borne = borneDuRegard(regard) ?? sql<Date>`'infinity'::timestamptz`;
  const dernier = (colonne: string, pose: RawBuilder<unknown>) => sql`
    left join lateral (
      select ${sql.raw(colonne)} from note_de_declinaison n
      where n.declinaison_id = d.id and n.enregistre_le < ${borne}
        and (n.corrigee_le is null or n.corrigee_le >= ${borne}) and ${pose}
      order by n.vaut_le desc, n.ordre desc limit 1)`;
  const { rows } = await sql<Declinaison>`
    select d.id, d.action_id as action, d.territoire_code as territoire, t.nom, r.code as region, r.nom as "regionNom",
      s.statut, x.taux, l.texte, c.nom as auteur, b.obstacle, b.levee,
      (l.vaut_le at time zone 'Europe/Paris')::date as "derniereNouvelle",
      (d.cree_le at time zone 'Europe/Paris')::date as "creeLe",
      coalesce((select max(ordre)::text from note_de_declinaison n where n.declinaison_id = d.id), '') as vue
    from declinaison d
    join territoire t on t.code = d.territoire_code
    left join territoire r on r.code = t.parent_code and r.maille = 'regional'
    ${dernier('statut', sql`n.statut is not null`)} s on true
    ${dernier('taux', sql`n.taux is not null`)} x on true
    ${dernier('obstacle, levee', sql`n.obstacle is not null`)} b on s.statut = 'bloquee'
    ${dernier('vaut_le, texte, auteur', sql`true`)} l on true
    left join signataire c on c.id = l.auteur
    where ${filtre} and d.cree_le < ${borne} and (d.retiree_le is null or d.retiree_le >= ${borne})
    order by t.nom collate "fr-x-icu", t.code`.execute(base);
  return rows;
}

export type NoteDeDeclinaison = {
  readonly id: string;
  readonly statut: StatutDeclare | null;
  readonly taux: string | null;
  readonly texte: string | null;
  readonly obstacle: string | null;
  readonly levee: string | null;
  readonly sansPiece: string | null;
  /** Its files, then its link. */
  readonly pieces: readonly Piece[];
  readonly corrige: string | null;
  readonly corrigee: boolean;
  readonly enregistreLe: Date;
  /** When it counts from: for a correction, the day of the note it corrects. */
  readonly vautLe: Date;
  readonly auteur: string;
  readonly compte: string;
};

/** The most notes one territory shows. */
const NOTES_AU_PLUS = 100;

/** Everything that was said of one declination up to the day looked at, the latest first. */
export async function notesDeLaDeclinaison(
  base: Base,
  declinaison: string,
  regard: Regard,
): Promise<NoteDeDeclinaison[]> {
  const borne = borneDuRegard(regard) ?? sql<Date>`'infinity'::timestamptz`;
  const { rows } = await sql<NoteDeDeclinaison & { readonly lien: string | null; readonly lienNom: string | null }>`
    select n.id, n.statut, n.taux, n.texte, n.obstacle, n.levee, n.sans_piece as "sansPiece", n.lien,
      n.lien_nom as "lienNom", n.corrige, coalesce(n.corrigee_le < ${borne}, false) as corrigee,
      n.enregistre_le as "enregistreLe", n.vaut_le as "vautLe", c.nom as auteur, n.auteur as compte,
      coalesce((select json_agg(json_build_object('id', p.id, 'nom', p.nom, 'adresse', null) order by p.rang)
        from piece_de_declinaison p where p.note_id = n.id), '[]') as pieces
    from note_de_declinaison n join signataire c on c.id = n.auteur
    where n.declinaison_id = ${declinaison} and n.enregistre_le < ${borne}
    order by n.enregistre_le desc, n.ordre desc
    limit ${NOTES_AU_PLUS}`.execute(base);
  return rows.map(({ lien, lienNom, ...note }) => ({
    ...note,
    pieces: lien === null ? note.pieces : [...note.pieces, { id: note.id, nom: lienNom ?? lien, adresse: lien }],
  }));
}

export type ActionDeclinee = {
  readonly id: string;
  readonly code: string | null;
  readonly intitule: string;
  readonly retiree: boolean;
};

/** The action whose deployment is looked at, in a plan the caller was allowed to read. */
export async function trouverActionDeclinee(
  base: Base,
  plan: string,
  id: string,
  regard: Regard,
): Promise<Resultat<ActionDeclinee>> {
  if (!estIdentifiant(id)) return echec(ACTION_INTROUVABLE);
  const borne = borneDuRegard(regard);
  const action = await base
    .selectFrom('action')
    .select(['id', 'code', 'intitule', sql<boolean>`retiree_le is not null`.as('retiree')])
    .where('id', '=', id)
    .where('plan_id', '=', plan)
    .$if(borne !== null, (requete) => requete.where('cree_le', '<', borne))
    .executeTakeFirst();
  return action === undefined ? echec(ACTION_INTROUVABLE) : reussite(action);
}
