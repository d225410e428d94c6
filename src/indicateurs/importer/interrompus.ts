import { sql } from 'kysely';
import type { Services } from '#socle';
import type { Base } from '#socle/base';

/** An import is taken an instant before its writer holds it: younger than this, it is not said to be interrupted. */
const DELAI_MS = 5_000;

const INTERROMPU =
  'L’écriture s’est interrompue, le serveur ou sa base s’étant arrêtés\u00a0: rien n’a été enregistré. Importez de nouveau ces valeurs, ou abandonnez cet import.';

/**
 * Held by whoever writes the values of an import until the transaction ends, whatever ends it: the database lets it go
 * with the connection. Nobody holds it: nobody writes.
 */
export async function tenirLImport(transaction: Base, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${cle(sql`${id}`)})`.execute(transaction);
}

/** Gives back the imports, or this one, whose writing stopped with its program: their transaction was undone. */
export async function rendreLesInterrompus({ base, horloge }: Services, id: string | null = null): Promise<void> {
  const avant = new Date(horloge.maintenant().getTime() - DELAI_MS);
  await sql`
    update import_de_valeurs set etat = 'lu', progression = 100, refus = ${INTERROMPU}
    where id in (
      select id from import_de_valeurs
      where etat = 'application' and coalesce(fini_le, commence_le) < ${avant} and (${id}::uuid is null or id = ${id}::uuid)
      for update skip locked)
    and pg_try_advisory_xact_lock(${cle(sql`id::text`)})`.execute(base);
}

const cle = (id: ReturnType<typeof sql>) => sql`hashtextextended('import de valeurs ' || ${id}, 0)`;
