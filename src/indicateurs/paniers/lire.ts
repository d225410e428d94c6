import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Maille } from '#territoires';

/** An indicator of a basket at a maille, as pages name it. */
export type PartNommee = {
  readonly indicateur: number;
  readonly id: string;
  readonly identifiant: string;
  readonly nom: string;
  /** Only an active one counts. */
  readonly etat: string;
  readonly maille: Maille;
  /** Mailles at which the indicator itself is followed. */
  readonly mailles: readonly Maille[];
  /** Decimal text. */
  readonly poids: string;
};

/** What a basket is made of, in its order. */
export async function partsDuPanier(base: Base, panier: number): Promise<readonly PartNommee[]> {
  const { rows } = await sql<PartNommee>`
    select p.indicateur, i.id, i.identifiant, i.nom, i.etat, p.maille, i.mailles, trim_scale(p.poids)::text as poids
    from panier_indicateur p join indicateur i on i.numero = p.indicateur
    where p.panier = ${panier} order by p.rang, p.indicateur`.execute(base);
  return rows;
}
