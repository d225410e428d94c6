import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { LigneDePanier } from '#indicateurs';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { peutLireReforme } from '../politique.ts';
import type { Meteo } from '../regles/meteo.ts';
import type { Reforme } from './reformes.ts';

export type MeteoDeclaree = {
  readonly meteo: Meteo;
  readonly phrase: string;
  readonly jour: Jour;
  /** How it is signed: « Préfet du Finistère ». */
  readonly auteur: string | null;
};

/** A reform in a territory: what its indicators say, and what was last declared. */
export type Suivi = {
  readonly reforme: Reforme;
  readonly territoire: string;
  /** Null where none of its indicators is followed at that maille. */
  readonly situation: LigneDePanier | null;
  readonly meteo: MeteoDeclaree | null;
};

/**
 * These reforms in these territories, for each pair this actor reads. Two queries, each by an index, whatever the number
 * of pairs: a territory page asks for all reforms and one territory, a reform page for one reform and all territories.
 */
export async function lireSuivis(
  base: Base,
  acteur: Acteur,
  reformes: readonly Reforme[],
  territoires: readonly string[],
): Promise<readonly Suivi[]> {
  const { paires, lues, codes } = pairesLisibles(acteur, reformes, territoires);
  if (paires.length === 0) return [];
  const [situations, meteos] = await Promise.all([
    lireSituationsDePaniers(
      base,
      lues.map(({ panier }) => panier),
      codes,
    ),
    lireDernieresMeteos(
      base,
      lues.map(({ id }) => id),
      codes,
    ),
  ]);
  return paires.map(({ reforme, territoire }) => ({
    reforme,
    territoire,
    situation: situations.get(cle(reforme.panier, territoire)) ?? null,
    meteo: meteos.get(cle(reforme.id, territoire)) ?? null,
  }));
}

/** The pairs this actor reads, with the reforms and the territories they are made of. */
export function pairesLisibles(acteur: Acteur, reformes: readonly Reforme[], territoires: readonly string[]) {
  const paires = reformes.flatMap((reforme) =>
    territoires
      .filter((territoire) => peutLireReforme(acteur, reforme, territoire).permis)
      .map((territoire) => ({ reforme, territoire })),
  );
  return {
    paires,
    lues: [...new Set(paires.map(({ reforme }) => reforme))],
    codes: [...new Set(paires.map(({ territoire }) => territoire))],
  };
}

async function lireSituationsDePaniers(
  base: Base,
  paniers: readonly number[],
  territoires: readonly string[],
): Promise<ReadonlyMap<string, LigneDePanier>> {
  const { rows } = await sql<LigneDePanier & { readonly panier: number }>`
    select * from situation_de_panier
    where territoire = any(${[...territoires]}::text[]) and panier = any(${[...paniers]}::int[])`.execute(base);
  return new Map(rows.map(({ panier, ...ligne }) => [cle(panier, ligne.territoire), ligne]));
}

/** The last météo of each pair: one probe of the index a pair, however long the history. `jour`: as known at its end. */
export async function lireDernieresMeteos(
  base: Base,
  reformes: readonly string[],
  territoires: readonly string[],
  jour: Jour | null = null,
): Promise<ReadonlyMap<string, MeteoDeclaree>> {
  const { rows } = await sql<MeteoDeclaree & { readonly reforme: string; readonly territoire: string }>`
    select r.id as reforme, t.code as territoire, m.meteo, m.phrase, m.jour, s.nom as auteur
    from unnest(${[...reformes]}::uuid[]) as r (id)
    cross join unnest(${[...territoires]}::text[]) as t (code)
    cross join lateral (
      select meteo, phrase, jour, auteur from meteo_declaree
      where territoire_code = t.code and reforme_id = r.id
        and (${jour}::date is null or enregistre_le < ((${jour}::date + 1)::timestamp at time zone 'Europe/Paris'))
      order by id desc limit 1
    ) as m
    left join signataire s on s.id = m.auteur`.execute(base);
  return new Map(rows.map(({ reforme, territoire, ...meteo }) => [cle(reforme, territoire), meteo]));
}

function cle(objet: number | string, territoire: string): string {
  return `${objet} ${territoire}`;
}
