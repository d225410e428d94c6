import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { ValeurVerifiee } from '../lecture/modele.ts';

/** Rows written at once: what travels in one statement stays of a few megabytes. */
const PAQUET = 20_000;

/** Keeps what was read of a file, beside the import, until it is applied or given up. */
export async function rangerDepot(
  transaction: Base,
  importation: string,
  valeurs: readonly ValeurVerifiee[],
): Promise<void> {
  await sql`delete from valeur_deposee where import_id = ${importation}`.execute(transaction);
  for (let debut = 0; debut < valeurs.length; debut += PAQUET) {
    const paquet = valeurs.slice(debut, debut + PAQUET);
    const colonne = <T>(lire: (valeur: ValeurVerifiee) => T): T[] => paquet.map(lire);
    await sql`
      insert into valeur_deposee (import_id, rang, ligne, etat, indicateur, territoire, type, jour, valeur, regle,
        message, brut)
      select ${importation}::uuid, ${debut}::int + (rang)::int, ligne, etat, indicateur, territoire, type, jour, valeur,
        regle, message, brut
      from unnest(
        ${colonne(({ ligne }) => ligne)}::int[], ${colonne(({ etat }) => etat)}::text[],
        ${colonne(({ indicateur }) => indicateur)}::int[], ${colonne(({ territoire }) => territoire)}::text[],
        ${colonne(({ type }) => type)}::text[], ${colonne(({ jour }): string | null => jour)}::date[],
        ${colonne(({ valeur }) => valeur)}::numeric[], ${colonne(({ regle }) => regle)}::text[],
        ${colonne(({ message }) => message)}::text[], ${colonne(({ brut }) => brut)}::text[])
        with ordinality as d (ligne, etat, indicateur, territoire, type, jour, valeur, regle, message, brut, rang)`.execute(
      transaction,
    );
  }
  await compterPourLeServeur(transaction, 'valeur_deposee', valeurs.length);
}

/** Below this, whatever the server guesses is quick. */
const BEAUCOUP = 1_000;

/**
 * Rows that came at once are unknown to the server's statistics until it looks by itself, minutes later: a query on them
 * would be planned for an empty table, and compare tens of thousands of rows two by two.
 */
export async function compterPourLeServeur(
  base: Base,
  table: 'valeur_deposee' | 'serie_deposee',
  nombre: number,
): Promise<void> {
  if (nombre >= BEAUCOUP) await sql`analyze ${sql.table(table)}`.execute(base);
}
