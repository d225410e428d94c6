import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Cote } from '../regles/discussion.ts';

/** What was said of a target. */
export type FaitDeCible = {
  readonly id: number;
  readonly geste: 'proposition' | 'commentaire' | 'accord' | 'retrait';
  readonly cote: Cote;
  readonly valeur: string | null;
  readonly texte: string | null;
  readonly enregistreLe: Date;
  readonly auteur: string | null;
};

/** Everything that was said of a target, the latest first. */
export async function lireFil(base: Base, cible: string): Promise<readonly FaitDeCible[]> {
  const { rows } = await sql<FaitDeCible>`
    select f.id, f.geste, f.cote, f.valeur, f.texte, f.enregistre_le as "enregistreLe", s.nom as auteur
    from fait_de_cible f left join signataire s on s.id = f.auteur
    where f.cible_id = ${cible} order by f.id desc limit 500`.execute(base);
  return rows;
}
