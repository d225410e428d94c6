import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { estIdentifiant } from './remontees.ts';

/** A file joined to an answer. */
export type FichierJoint = { readonly id: string; readonly nom: string; readonly taille: number };

/** The files of one service, by identifier: those of its answers and of its draft. */
export async function fichiersDeLaCible(base: Base, cible: number): Promise<ReadonlyMap<string, FichierJoint>> {
  const lus = await base
    .selectFrom('remontee_fichier as f')
    .innerJoin('document_source as d', 'd.id', 'f.document_id')
    .select(['f.id', 'd.nom', 'd.taille'])
    .where('f.cible_id', '=', cible)
    .execute();
  return new Map(lus.map((fichier) => [fichier.id, fichier]));
}

export type FichierRecu = FichierJoint & { readonly question: string; readonly cible: number };

/** The files of the answers that stand, for who keeps the remontée. */
export async function fichiersRecus(base: Base, remontee: string): Promise<readonly FichierRecu[]> {
  const { rows } = await sql<FichierRecu>`
    select f.id, d.nom, d.taille, f.question, f.cible_id as cible
    from (select distinct on (r.cible_id) r.cible_id, r.contenu
      from remontee_reponse r join remontee_cible c on c.id = r.cible_id
      where c.remontee_id = ${remontee} order by r.cible_id, r.id desc) derniere
    join remontee_fichier f on f.cible_id = derniere.cible_id and derniere.contenu ->> f.question = f.id::text
    join document_source d on d.id = f.document_id
    join remontee_cible c on c.id = f.cible_id
    order by f.question, c.territoire_code, c.organisation_id`.execute(base);
  return rows;
}

export type FichierOuvert = {
  readonly cible: number;
  /** Whether an answer that was sent holds it, and not a draft only. */
  readonly envoye: boolean;
  readonly nom: string;
  readonly type: string;
  readonly contenu: Uint8Array;
};

/** The bytes of a file of this remontée; its caller asks the policy. */
export async function ouvrirFichier(base: Base, remontee: string, id: string): Promise<FichierOuvert | null> {
  if (!estIdentifiant(id)) return null;
  const { rows } = await sql<FichierOuvert>`
    select f.cible_id as cible, d.nom, d.type_mime as type, d.contenu,
      exists (select from remontee_reponse r where r.cible_id = f.cible_id
        and r.contenu ->> f.question = f.id::text) as envoye
    from remontee_fichier f join document_source d on d.id = f.document_id
    join remontee_cible c on c.id = f.cible_id
    where f.id = ${id} and c.remontee_id = ${remontee}`.execute(base);
  return rows[0] ?? null;
}
