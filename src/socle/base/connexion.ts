import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { codeDErreur, ErreurDeDemarrage } from '../erreur.ts';
import type { DB } from './schema.ts';

/** The database, or a transaction on it. */
export type Base = Kysely<DB>;

const types = new pg.TypeOverrides();
// Days stay days: a `date` never passes through an instant, which would move it across midnight.
types.setTypeParser(pg.types.builtins.DATE, (texte) => texte);
// Counts and sizes fit a number; official figures are `numeric` and stay texts.
types.setTypeParser(pg.types.builtins.INT8, (texte) => Number(texte));

/** Opens a pool on this address. The caller closes it with `destroy()`. */
export function ouvrirBase(adresse: string, options: { connexions?: number } = {}): Base {
  const pool = new pg.Pool({
    connectionString: adresse,
    max: options.connexions ?? 10,
    types,
    application_name: 'jalon',
    connectionTimeoutMillis: 10_000,
    // Instants are written and read in UTC whatever the server's setting.
    options: '-c timezone=UTC',
  });
  // A connection cut while idle is replaced at the next query, and one cut while at work makes its query fail; without
  // these listeners Node would stop the program in both cases.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/** Checks that the server answers and is recent enough; otherwise says so for the person at the terminal. */
export async function verifierServeur(base: Base, adresse: string): Promise<void> {
  let version: number;
  try {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version_num') as version`.execute(
      base,
    );
    version = Number(rows[0]?.version);
  } catch (erreur) {
    throw new ErreurDeDemarrage(
      `La base de données ${sansSecret(adresse)} ne répond pas : ${cause(erreur)}.\nVérifiez DATABASE_URL et que le serveur PostgreSQL est démarré.`,
    );
  }
  if (version < 150_000) {
    throw new ErreurDeDemarrage(
      `Jalon demande PostgreSQL 15 ou plus récent ; ce serveur est en version ${Math.floor(version / 10_000)}.`,
    );
  }
}

/** By code of Node or of PostgreSQL (appendix A of its manual). */
const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'rien n’écoute à cette adresse',
  ENOTFOUND: 'cette machine est inconnue',
  EAI_AGAIN: 'le nom de cette machine n’a pas pu être cherché',
  EHOSTUNREACH: 'cette machine est injoignable',
  ENETUNREACH: 'ce réseau est injoignable',
  ETIMEDOUT: 'elle n’a pas répondu à temps',
  ENOENT: 'rien n’écoute à cette adresse',
  '28P01': 'le mot de passe est refusé',
  '28000': 'ce compte est refusé',
  '3D000': 'cette base n’existe pas sur ce serveur',
  '53300': 'le serveur a trop de connexions ouvertes',
  '57P03': 'le serveur démarre ou s’arrête',
};

function cause(erreur: unknown): string {
  const code = codeDErreur(erreur);
  const connue = CAUSES[code ?? ''];
  if (connue !== undefined) return connue;
  const message = erreur instanceof Error ? erreur.message : String(erreur);
  return /timeout/i.test(message) ? 'elle n’a pas répondu à temps' : (code ?? message);
}

function sansSecret(adresse: string): string {
  try {
    const url = new URL(adresse);
    url.password = '';
    return url.href;
  } catch {
    return 'donnée par DATABASE_URL';
  }
}
