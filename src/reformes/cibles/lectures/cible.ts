import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { type Jour, lireDecimal, ZERO } from '#socle/valeurs';
import type { Cote, Discussion, EtatDeCible } from '../regles/discussion.ts';

/** A target under discussion, or agreed, as it is kept. */
export type Cible = {
  readonly id: string;
  readonly reforme: string;
  readonly indicateur: number;
  readonly territoire: string;
  readonly jour: Jour;
  readonly etat: EtatDeCible;
  readonly valeur: string;
  readonly cote: Cote;
  readonly valeurActee: string | null;
  readonly acteeLe: Date | null;
  readonly proposition: number;
  readonly miseAJourLe: Date;
};

const COLONNES =
  sql.raw(`id, reforme_id as reforme, indicateur, territoire_code as territoire, jour, etat, valeur, cote,
  valeur_actee as "valeurActee", actee_le as "acteeLe", proposition, mise_a_jour_le as "miseAJourLe"`);

/** The discussions of these indicators in a territory. */
export async function ciblesDuTerritoire(
  base: Base,
  indicateurs: readonly number[],
  territoire: string,
): Promise<readonly Cible[]> {
  const { rows } = await sql<Cible>`
    select ${COLONNES} from cible_convenue
    where indicateur = any(${[...indicateurs]}::int[]) and territoire_code = ${territoire}
    order by indicateur, jour`.execute(base);
  return rows;
}

export async function lireCible(base: Base, id: string): Promise<Cible | null> {
  const { rows } = await sql<Cible>`select ${COLONNES} from cible_convenue where id = ${id}`.execute(base);
  return rows[0] ?? null;
}

export async function cibleDe(base: Base, indicateur: number, territoire: string, jour: Jour): Promise<Cible | null> {
  const { rows } = await sql<Cible>`
    select ${COLONNES} from cible_convenue
    where indicateur = ${indicateur} and territoire_code = ${territoire} and jour = ${jour}`.execute(base);
  return rows[0] ?? null;
}

export function enDiscussion({ etat, valeur, cote, valeurActee, proposition }: Cible): Discussion {
  return {
    etat,
    valeur: lireDecimal(valeur) ?? ZERO,
    cote,
    valeurActee: valeurActee === null ? null : lireDecimal(valeurActee),
    proposition,
  };
}
