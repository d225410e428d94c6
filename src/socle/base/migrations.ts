import { type Migration, Migrator, sql } from 'kysely';
import { ErreurDeDemarrage } from '../erreur.ts';
import type { Base } from './connexion.ts';

/** Migrations by name, `0001_journal`: one global sequence over all rooms, forward only. */
export type Migrations = Readonly<Record<string, Migration>>;

/** Brings the database up to date. Several programs may start at once: the migrator holds a lock. Returns the names applied. */
export async function migrer(base: Base, migrations: Migrations): Promise<string[]> {
  const migrateur = new Migrator({
    db: base,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_verrou',
  });
  const { error, results } = await migrateur.migrateToLatest();
  if (error) {
    const fautive = results?.find((resultat) => resultat.status === 'Error')?.migrationName;
    throw new ErreurDeDemarrage(
      `La base de données n’a pas pu être mise à jour${fautive ? ` (${fautive})` : ''} : ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return (results ?? []).map((resultat) => resultat.migrationName);
}

/** French full-text search without accents, and the ordering of names; each room's columns build on it. */
export const migrationSocle: Migration = {
  async up(base) {
    await sql`create extension if not exists unaccent`.execute(base);
    await sql`create text search configuration francais (copy = french)`.execute(base);
    await sql`alter text search configuration francais
      alter mapping for hword, hword_part, word with unaccent, french_stem`.execute(base);
  },
};
