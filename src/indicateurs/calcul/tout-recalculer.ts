import { sql } from 'kysely';
import { aujourdhui, type Services } from '#socle';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { type Avancee, recalculer, verrouiller } from './recalculer.ts';

/**
 * Makes again everything that follows from the facts: current values, aggregates, situations. One transaction for each
 * indicator, so that writers wait for one only. Gives how many situations were not as they should be: 0 when all is well.
 */
export async function toutRecalculer({ base, horloge }: Services, avancee: Avancee = () => undefined): Promise<number> {
  const { rows } = await sql<{ numero: number }>`select numero from indicateur order by numero`.execute(base);
  const au = aujourdhui(horloge);
  let changees = 0;
  for (const [i, { numero }] of rows.entries()) {
    changees += await base.transaction().execute(async (transaction) => {
      await verrouiller(transaction, [numero]);
      await refaireLesValeursCourantes(transaction, numero);
      return recalculer(transaction, new Map([[numero, null]]), au);
    });
    avancee(i + 1, rows.length);
  }
  return changees;
}

/**
 * Situations that the calendar changed since they were written: a target that fell due, a value that became late. Asked
 * for each morning, and before what must be right to the day.
 */
export async function reviserSituations({ base, horloge }: Services): Promise<number> {
  const au = aujourdhui(horloge);
  const { rows } = await sql<{ indicateur: number; territoires: string[] }>`
    select indicateur, array_agg(territoire) as territoires from situation_d_indicateur
    where revoir_le <= ${au}::date group by indicateur order by indicateur`.execute(base);
  let changees = 0;
  for (const { indicateur, territoires } of rows) {
    changees += await base.transaction().execute(async (transaction) => {
      await verrouiller(transaction, [indicateur]);
      return recalculer(transaction, new Map([[indicateur, new Set(territoires)]]), au);
    });
  }
  return changees;
}

/** The situations of an indicator whose parameters changed, in the transaction that changed them. */
export async function recalculerLIndicateur(transaction: Base, numero: number, au: Jour): Promise<number> {
  await verrouiller(transaction, [numero]);
  return recalculer(transaction, new Map([[numero, null]]), au);
}

async function refaireLesValeursCourantes(transaction: Base, numero: number): Promise<void> {
  await sql`delete from valeur_courante where indicateur = ${numero}`.execute(transaction);
  await sql`
    insert into valeur_courante (indicateur, territoire, type, jour, valeur, fait)
    select indicateur, territoire, type, jour, valeur, id from (
      select distinct on (territoire, type, jour) indicateur, territoire, type, jour, valeur, id
      from valeur where indicateur = ${numero}
      order by territoire, type, jour, id desc
    ) as derniere
    where valeur is not null`.execute(transaction);
}
