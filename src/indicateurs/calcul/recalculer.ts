import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { recalculerPaniersDe } from '../paniers/recalculer.ts';
import { calculer, territoiresLus } from './calculer.ts';
import { dependants, lireParametres } from './lire-parametres.ts';
import { lireLesPoints, type PorteeDePoints } from './lire-points.ts';
import type { LigneDeSituation, LirePoints, Parametres } from './modele.ts';
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
  const lots = Array.from({ length: Math.ceil(numeros.length / INDICATEURS_PAR_LOT) }, (_, i) =>
    numeros.slice(i * INDICATEURS_PAR_LOT, (i + 1) * INDICATEURS_PAR_LOT),
  );
  // While one lot is computed, the database writes the one before and reads the one after.
  let changees = 0;
  let lecture = lots[0] && attendue(lireLot(transaction, lots[0], toutes));
  let ecriture: Promise<number> = Promise.resolve(0);
  try {
    for (const [i, lot] of lots.entries()) {
      const lu = await lecture;
      const suivant = lots[i + 1];
      lecture = suivant && attendue(lireLot(transaction, suivant, toutes));
      const rangements = lu === undefined ? [] : await calculerLot(lu, au);
      changees += await ecriture;
      ecriture = attendue(ranger(transaction, rangements));
      avancee(i * INDICATEURS_PAR_LOT + lot.length, numeros.length);
    }
    changees += await ecriture;
  } finally {
    // A failure is told once; what was under way ends before the transaction does.
    await Promise.allSettled([lecture, ecriture]);
  }
  return changees + (await recalculerPaniersDe(transaction, numeros, au));
}

/** Whoever awaits it hears of its failure: one that comes while another lot is computed must not stop the program. */
function attendue<T>(travail: Promise<T>): Promise<T> {
  travail.catch(() => undefined);
  return travail;
}

/** Bounds what is held in memory at once: some 120 territories and a few years each, two lots at a time. */
const INDICATEURS_PAR_LOT = 10;

type LotLu = {
  readonly travaux: readonly {
    readonly indicateur: Parametres;
    readonly lignes: ReadonlyMap<string, LigneDeSituation>;
    readonly touches: ReadonlySet<string> | null;
  }[];
  readonly lire: LirePoints;
};

async function lireLot(base: Base, lot: readonly number[], touches: Touches): Promise<LotLu> {
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
  return { travaux, lire };
}

async function calculerLot({ travaux, lire }: LotLu, au: Jour): Promise<readonly Rangement[]> {
  const rangements: Rangement[] = [];
  for (const { indicateur, lignes, touches } of travaux) {
    const { situations, agregees, ensembles } = calculer(indicateur, lire, lignes, touches, au);
    rangements.push({
      indicateur: indicateur.numero,
      connues: lignes,
      situations,
      agregees,
      ensembles: touches === null ? null : ensembles,
    });
    // A long computation lets the requests of others through.
    await setImmediate();
  }
  return rangements;
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
