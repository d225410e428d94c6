import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { unIndicateur } from '../essais/en-base.ts';
import { recalculer, verrouiller } from './recalculer.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai();
});
afterAll(() => essai.fermer());

test('la connexion coupée pendant un long recalcul : il échoue, une fois, et la base sert encore', async () => {
  const numeros: number[] = [];
  for (let i = 0; i < 35; i++) numeros.push(await unIndicateur(essai.services, { identifiant: `panne-${i}` }));
  const recalcul = essai.base.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
    const pid = rows[0]?.pid;
    await verrouiller(transaction, numeros);
    const touches = new Map(numeros.map((numero) => [numero, null]));
    let coupee = false;
    // Cut once, while the lots that follow are read and written: a failure nobody hears fails this file as a whole.
    const couper = () => {
      if (coupee) return;
      coupee = true;
      void sql`select pg_terminate_backend(${pid}::int)`.execute(essai.base);
    };
    return recalculer(transaction, touches, aujourdhui(essai.horloge), couper);
  });
  await expect(recalcul).rejects.toThrow();
  const { rows } = await sql<{ nombre: number }>`
    select count(*)::int as nombre from indicateur where identifiant like 'panne-%'`.execute(essai.base);
  expect(rows[0]?.nombre).toBe(35);
});
