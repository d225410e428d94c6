import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { recalculerPaniersDe } from '../paniers/recalculer.ts';
import { calculer, territoiresLus } from './calculer.ts';
import { dependants, lireParametres } from './lire-parametres.ts';
import { lireLesPoints, type PorteeDePoints } from './lire-points.ts';
import type { LigneDeSituation, Parametres } from './modele.ts';
import { territoiresSuivis } from './portee.ts';
import { lireSituations, type Rangement, ranger } from './ranger.ts';

/** What changed: of each indicator, the territories touched; null for all of them. */
export type Touches = ReadonlyMap<number, ReadonlySet<string> | null>;

export type Avancee = (fait: number, total: number) => void;

/**
 * Locks these indicators, and those computed from them, until the end of the transaction: whoever writes their values
 * or their parameters waits. Always in the order of their numbers, so that two writers never wait for each other.
 */
export async function verrouiller(transaction: Base, numeros: readonly number[]): Promise<void> {
  const tous = [...new Set([...numeros, ...(await dependants(transaction, numeros))])];
  await sql`
    select numero from indicateur where numero = any(${tous}::int[]) order by numero for no key update`.execute(
    transaction,
  );
}

/**
 * Brings the situations up to date with the facts, for what was touched and what is made of it. Called in the transaction
 * that writes the facts, once `verrouiller` was. Baskets follow. Gives how many situations changed.
 */
export async function recalculer(
  transaction: Base,
  touches: Touches,
  au: Jour,
  avancee: Avancee = () => undefined,
): Promise<number> {
  const toutes = await avecDependants(transaction, touches);
  const numeros = [...toutes.keys()].sort((a, b) => a - b);
  let changees = 0;
  for (let debut = 0; debut < numeros.length; debut += INDICATEURS_PAR_LOT) {
    const lot = numeros.slice(debut, debut + INDICATEURS_PAR_LOT);
    changees += await recalculerLot(transaction, lot, toutes, au);
    avancee(Math.min(debut + INDICATEURS_PAR_LOT, numeros.length), numeros.length);
  }
  return changees + (await recalculerPaniersDe(transaction, numeros, au));
}

/** Bounds what is held in memory at once: some 120 territories and a few years each. */
const INDICATEURS_PAR_LOT = 10;

async function recalculerLot(base: Base, lot: readonly number[], touches: Touches, au: Jour): Promise<number> {
  const [parametres, connues] = await Promise.all([lireParametres(base, lot), lireSituations(base, lot)]);
  const travaux = [...parametres.values()].map((indicateur) => {
    const lignes = connues.get(indicateur.numero) ?? new Map<string, LigneDeSituation>();
    const complet = territoiresSuivis(indicateur).every(({ code }) => lignes.has(code));
    return { indicateur, lignes, touches: complet ? (touches.get(indicateur.numero) ?? null) : null };
  });
  const lire = await lireLesPoints(
    base,
    travaux.flatMap((travail) => porteesDe(travail.indicateur, travail.touches)),
  );
  const rangements: Rangement[] = [];
  for (const { indicateur, lignes, touches: touchees } of travaux) {
    const { situations, agregees, ensembles } = calculer(indicateur, lire, lignes, touchees, au);
    rangements.push({
      indicateur: indicateur.numero,
      connues: lignes,
      situations,
      agregees,
      ensembles: touchees === null ? null : ensembles,
    });
    // A long computation lets the requests of others through.
    await setImmediate();
  }
  return ranger(base, rangements);
}

/** The points the computation of this indicator reads: its own, and those of its numerator and denominator. */
export function porteesDe(indicateur: Parametres, touches: ReadonlySet<string> | null): readonly PorteeDePoints[] {
  const territoires = territoiresLus(indicateur, touches);
  return [indicateur.numero, indicateur.numerateur, indicateur.denominateur].flatMap((numero) =>
    numero === null ? [] : [{ indicateur: numero, territoires }],
  );
}

async function avecDependants(base: Base, touches: Touches): Promise<Touches> {
  const { rows } = await sql<{ numero: number; parties: number[] }>`
    select numero, array_remove(array[numerateur, denominateur], null) as parties from indicateur
    where numerateur = any(${[...touches.keys()]}::int[]) or denominateur = any(${[...touches.keys()]}::int[])`.execute(
    base,
  );
  const toutes = new Map(touches);
  for (const { numero, parties } of rows) {
    for (const partie of parties) {
      if (!touches.has(partie)) continue;
      toutes.set(
        numero,
        reunir(toutes.has(numero) ? (toutes.get(numero) ?? null) : new Set(), touches.get(partie) ?? null),
      );
    }
  }
  return toutes;
}

function reunir(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): ReadonlySet<string> | null {
  return a === null || b === null ? null : new Set([...a, ...b]);
}
