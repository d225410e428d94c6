import { sql } from 'kysely';
import type { Base } from '#socle/base';

export type Commentaire = {
  readonly id: number;
  readonly texte: string;
  readonly enregistreLe: Date;
  readonly auteur: string | null;
};

/** Comments of the prefect on the progress report, the latest first. */
export async function lireCommentaires(base: Base, feuille: string): Promise<readonly Commentaire[]> {
  const { rows } = await sql<Commentaire>`
    select c.id, c.texte, c.enregistre_le as "enregistreLe", s.nom as auteur
    from commentaire_de_feuille c left join signataire s on s.id = c.auteur
    where c.feuille_id = ${feuille} order by c.id desc limit 200`.execute(base);
  return rows;
}
