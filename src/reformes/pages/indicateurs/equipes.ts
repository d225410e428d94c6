import { sql } from 'kysely';
import type { Base } from '#socle/base';

/** Organisations that keep the reforms this indicator belongs to: those who are told of what a territory proposes. */
export async function equipesDeLIndicateur(base: Base, numero: number): Promise<readonly string[]> {
  const { rows } = await sql<{ equipe: string }>`
    select distinct r.equipe_id as equipe from reforme r
    join panier_indicateur p on p.panier = r.panier
    where p.indicateur = ${numero} and r.etat <> 'archivee'`.execute(base);
  return rows.map(({ equipe }) => equipe);
}

/** The reforms this indicator belongs to that are followed, for whoever reads its values: their names lead to them. */
export async function reformesDeLIndicateur(
  base: Base,
  numero: number,
): Promise<readonly { readonly id: string; readonly nom: string }[]> {
  const { rows } = await sql<{ id: string; nom: string }>`
    select distinct r.id, r.nom from reforme r join panier_indicateur p on p.panier = r.panier
    where p.indicateur = ${numero} and r.etat = 'active' order by r.nom`.execute(base);
  return rows;
}
