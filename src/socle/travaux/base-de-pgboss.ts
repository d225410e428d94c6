import { CompiledQuery } from 'kysely';
import type PgBoss from 'pg-boss';
import type { Base } from '../base/index.ts';
import { codeDErreur } from '../erreur.ts';

export type BaseDePgBoss = PgBoss.Db & {
  /** From now on a failed query is told, not thrown. */
  tolerer(dire: (erreur: unknown) => void): void;
  /** Waits for the queries under way. */
  finir(): Promise<void>;
};

/**
 * pg-boss reads an answer without rows as « nothing done » where it does not wait for it; elsewhere it fails on it, which
 * it catches. Its types do not say so.
 */
const RIEN = {} as { rows: never[] };

/**
 * The pool of Jalon as pg-boss uses it. pg-boss does not wait for the queries that end a job: one that failed would stop
 * the whole program, and one under way would be lost at the stop. What is not written is done again later.
 */
export function baseDePgBoss(base: Base): BaseDePgBoss {
  const enCours = new Set<Promise<unknown>>();
  let dire: ((erreur: unknown) => void) | null = null;
  const executer = async (texte: string, valeurs: readonly unknown[]) => {
    try {
      return await base.connection().execute((connexion) => executerSur(connexion, texte, valeurs));
    } catch (erreur) {
      if (dire === null) throw erreur;
      dire(erreur);
      return RIEN;
    }
  };
  return {
    executeSql(texte, valeurs = []) {
      const requete = executer(texte, valeurs);
      const suivie = requete.catch(() => undefined).finally(() => enCours.delete(suivie));
      enCours.add(suivie);
      return requete;
    },
    tolerer(nouveau) {
      dire = nouveau;
    },
    async finir() {
      while (enCours.size > 0) await Promise.all(enCours);
    },
  };
}

const VERROUS_CROISES = '40P01';

/**
 * Some of its texts open a transaction of their own: one that failed must not stay open on a connection of the pool.
 * Opening a queue locks the tables that others are working with: whom the server sends back tries again.
 */
async function executerSur(
  connexion: Base,
  texte: string,
  valeurs: readonly unknown[],
  reste = 3,
): Promise<{ rows: unknown[] }> {
  try {
    return await connexion.executeQuery(CompiledQuery.raw(texte, [...valeurs]));
  } catch (erreur) {
    if (/^\s*begin\b/i.test(texte)) await connexion.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
    if (codeDErreur(erreur) === VERROUS_CROISES && reste > 0) return executerSur(connexion, texte, valeurs, reste - 1);
    throw erreur;
  }
}
