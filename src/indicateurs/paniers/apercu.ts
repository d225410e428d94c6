import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { lireSituations } from '../calcul/ranger.ts';
import { calculerPanier } from './calculer.ts';
import type { LigneDePanier, Part } from './modele.ts';

/** What a composition would change, territory by territory. */
export type ApercuDePanier = readonly {
  readonly territoire: string;
  readonly avant: LigneDePanier | null;
  readonly apres: LigneDePanier | null;
}[];

/** The rates these parts would change, computed as `composerPanier` would write them; nothing is written. */
export async function apercuDePanier(
  base: Base,
  panier: number,
  parts: readonly Part[],
  au: Jour,
): Promise<ApercuDePanier> {
  const numeros = [...new Set(parts.map(({ indicateur }) => indicateur))];
  const [connues, situations, actifs] = await Promise.all([
    sql<LigneDePanier>`select * from situation_de_panier where panier = ${panier}`.execute(base),
    lireSituations(base, numeros),
    sql<{ numero: number }>`
      select numero from indicateur where numero = any(${numeros}::int[]) and etat = 'actif'`.execute(base),
  ]);
  const comptent = new Set(actifs.rows.map(({ numero }) => numero));
  const lignes = calculerPanier(
    parts.filter(({ indicateur }) => comptent.has(indicateur)),
    (indicateur, territoire) => situations.get(indicateur)?.get(territoire) ?? null,
    au,
  );
  const avant = new Map(connues.rows.map((ligne) => [ligne.territoire, ligne]));
  const apres = new Map(lignes.map((ligne) => [ligne.territoire, ligne]));
  return [...new Set([...avant.keys(), ...apres.keys()])]
    .sort()
    .map((territoire) => ({
      territoire,
      avant: avant.get(territoire) ?? null,
      apres: apres.get(territoire) ?? null,
    }))
    .filter(({ avant: a, apres: b }) => a?.taux_global !== b?.taux_global || a?.etat !== b?.etat);
}
